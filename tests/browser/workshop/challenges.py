"""What gets in the way: the same way again, with seriousness by frequency.

In it: a card that is hidden and shown again, and someone who gives a phone back and goes on with
another.
"""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.workshop import conditions
from tests.support.gathering import Gathering

STEP = "p2d-challenges"
WRITTEN = {
    "Ada": "Forms that nobody can read",
    "Ben": "No time between two visits",
    "Chloé": "On répète la même histoire",
    "Dana": "Three systems that do not talk",
    "Élise": "Trop de mots de passe",
    "Farid": "Le même champ à remplir deux fois",
    "Gwen": "Nobody tells us what came of it",
    "Hugo": "Les réunions sont le soir",
}
AGREED = "One form, filled in once."
TITLE = "The same thing twice"


def go_through(day: Gathering) -> None:
    day.next("Challenges")
    day.everyone_is_at(STEP)
    day.write(STEP, WRITTEN, ratings=(5, 3))
    for name, words in WRITTEN.items():
        day.nobody_else_has(name, words)
    day.next("Show the answers to everyone")
    for words in WRITTEN.values():
        day.all_read(words)
    a_card_is_hidden_and_shown_again(day)

    day.next("Start grouping")
    day.groups("Chloé", [WRITTEN["Chloé"], WRITTEN["Farid"]], TITLE)
    for person in day.people.values():
        expect(day.theme(person.page, TITLE)).to_contain_text(WRITTEN["Farid"])

    day.next("Start the rating")
    the_group_rates(day)
    comes_back_on_another_phone(day)
    day.next("Close the vote")
    expect(day.wall.page.locator(".matrix .spot")).to_have_count(1)

    day.next("Start the discussion")
    day.agrees(AGREED)
    day.next("Start the sense check")
    for person in day.people.values():
        person.page.locator("[data-does=position-agree]").check()
    day.board_saved(day.people)
    day.next("Close the vote")
    day.next("Write what we agree on")
    day.all_read(AGREED)


def a_card_is_hidden_and_shown_again(day: Gathering) -> None:
    card = WRITTEN["Gwen"]
    day.hides(card, "It belongs to another step.")
    expect(day.wall.page.get_by_text(card)).to_have_count(0)
    day.facilitator.page.get_by_role("button", name="Show it again").click()
    day.all_read(card)
    expect(day.people["Gwen"].page.locator(".step:visible .notice")).to_have_count(0)


def the_group_rates(day: Gathering) -> None:
    for person in day.people.values():
        theme = person.page.locator(".ballot > li").first
        for scale in (0, 1):
            theme.locator(".rating").nth(scale).locator("input[value='4']").check()
    day.board_saved(day.people)


def comes_back_on_another_phone(day: Gathering) -> None:
    """Ben's ballot and all his answers are there."""
    page = day.leaves_and_comes_back("Ben").page
    theme = page.locator(".ballot > li").first
    for scale in (0, 1):
        expect(theme.locator(".rating").nth(scale).locator("input[value='4']")).to_be_checked()
    expect(page.locator(".step:visible textarea").first).to_have_value(WRITTEN["Ben"])
    page.get_by_role("button", name="Back", exact=True).click()
    earlier = page.locator(".step:visible textarea").first
    expect(earlier).to_have_value(conditions.WRITTEN["Ben"])
    page.get_by_role("button", name="Go to the group").or_(page.locator(".news button")).click()
    expect(theme).to_be_visible()
