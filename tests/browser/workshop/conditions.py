"""What would help: two tables group apart and come together; a rating, a sense check, an agreement.

In it: an undo, a merge by two people at once, someone late, a card that is hidden, one that is
entered by a scribe, and a way back to an earlier stage.
"""

from __future__ import annotations

from collections import Counter

from playwright.sync_api import expect

from tests.support.gathering import Gathering

STEP = "p2d-conditions"
WRITTEN = {
    "Ada": "Plain words in every letter",
    "Ben": "We need time to meet",
    "Chloé": "Des mots simples dans chaque lettre",
    "Dana": "Someone checks that we understood",
    "Élise": "Une heure protégée par semaine",
    "Farid": "Les mêmes formulaires partout",
    "Gwen": "Ask Doctor Smith on the third floor",
}
ROSAS = "A number to call with questions"
HUGOS = "Un café avant chaque rencontre"
AGREED = "Every letter is read by a patient first."
TITLE = "Being understood"
OTHER_TITLE = "Time for it"
APART = "What we share"
TABLES_AGREED = {1: "Read letters aloud together.", 2: "Une heure pour se rencontrer."}
OBJECTION = "Et les personnes qui ne lisent pas ?"


def go_through(day: Gathering) -> None:
    day.next("Winning conditions")
    day.everyone_is_at(STEP)
    day.write(STEP, WRITTEN, ratings=(4, 2))
    a_scribe_enters_a_card(day)
    everyone_has_finished(day)
    for name, words in WRITTEN.items():
        day.nobody_else_has(name, words)
    day.next("Show the answers to everyone")
    day.all_read(ROSAS)
    for words in WRITTEN.values():
        day.everyone_has(words)

    the_room_splits_into_two_tables(day)
    someone_comes_late(day)
    day.next("Start grouping")
    one_table_groups_undoes_and_merges(day)
    another_table_groups_apart(day)
    each_table_writes_its_outcome(day)
    a_card_is_hidden_with_a_reason(day)
    everyone_comes_together(day)

    the_group_rates(day)
    day.next("Start the discussion")
    day.agrees(AGREED)
    few_object_and_are_heard(day)
    goes_back_without_loss(day)


def a_scribe_enters_a_card(day: Gathering) -> None:
    scribe = day.adds_someone_without_a_phone("clinician", "Rosa")
    scribe.open_card("a1-05")
    scribe.write(ROSAS)
    day.acknowledged.append((STEP, ROSAS))
    scribe.close()
    day.facilitator.count(8, "joined")
    day.facilitator.count(8, "here now")


def everyone_has_finished(day: Gathering) -> None:
    for person in day.people.values():
        person.finish_step()
    day.facilitator.count(7, "finished this step")


def the_room_splits_into_two_tables(day: Gathering) -> None:
    """Each stakeholder group is spread over both."""
    day.facilitator.more("Split into tables")
    day.everyone_reads("You are at table", "Vous êtes à la table")
    expect(day.wall.page.get_by_text("We are working at our tables")).to_be_visible()
    seated = day.state.participants.values()
    found = Counter((person.table, person.profile.group) for person in seated)
    assert set(found.values()) == {2}
    assert len(found) == 4


def someone_comes_late(day: Gathering) -> None:
    """Hugo sits down where there is room, reads what his table said, and can add to it."""
    hugo = day.joins("Hugo", "clinician", "fr").page
    expect(hugo.get_by_text("Vous êtes à la table 1")).to_be_visible()
    expect(hugo.locator(".board .options > li")).to_have_count(4)
    hugo.locator("details.own > summary").click()
    day.write(STEP, {"Hugo": HUGOS})
    day.facilitator.page.get_by_role("button", name="Show what is new too (1)").click()
    expect(hugo.locator(".board .options > li")).to_have_count(5)


def one_table_groups_undoes_and_merges(day: Gathering) -> None:
    one, other = day.at_table(1)[:2]
    pages = [day.people[name].page for name in (one, other)]
    ideas = day.ideas_at(1)
    day.groups(one, ideas[:2], TITLE)
    day.groups(other, ideas[2:4], OTHER_TITLE)

    day.selects(other, ideas[3])
    pages[1].locator("[data-does=ungroup]").click()
    expect(day.theme(pages[0], OTHER_TITLE)).not_to_contain_text(ideas[3])
    pages[0].locator("[data-does=undo]").click()
    expect(day.theme(pages[1], OTHER_TITLE)).to_contain_text(ideas[3])

    for name in (one, other):
        day.selects(name, *ideas[:4])
    with day.before_either_hears_of_the_other(one, other):
        for page in pages:
            page.locator("[data-does=merge]").click()
    for page in pages:
        expect(page.locator(".board .theme")).to_have_count(1)
        for idea in ideas[:4]:
            expect(page.locator(".board .theme")).to_contain_text(idea)
    day.board_saved([one, other])


def another_table_groups_apart(day: Gathering) -> None:
    someone = day.at_table(2)[0]
    day.groups(someone, day.ideas_at(2)[:2], APART)
    elsewhere = [day.people[name].page for name in day.at_table(1)]
    for page in (*elsewhere, day.wall.page):
        assert APART not in page.content()
    assert TITLE not in day.people[someone].page.content()


def each_table_writes_its_outcome(day: Gathering) -> None:
    """The rating is skipped for now."""
    day.goes_to_stage("discuss")
    for table, words in TABLES_AGREED.items():
        first, *others = day.at_table(table)
        field = day.people[first].page.locator(".outcome textarea")
        field.fill(words)
        field.blur()
        day.board_saved([first])
        for name in others:
            expect(day.people[name].page.locator(".outcome textarea")).to_have_value(words)


def everyone_comes_together(day: Gathering) -> None:
    """The room reads what each table made, with the table's number."""
    day.next("Bring everyone together again")
    for name, person in day.people.items():
        tables = person.page.locator(".of-tables li")
        expect(tables).to_have_text([f"Table {n} {words}" for n, words in TABLES_AGREED.items()])
        themes = person.page.locator(".board .theme-title")
        expect(themes.filter(has_text=f"{APART} · Table 2"), name).to_have_count(1)
        expect(themes.filter(has_text="· Table 1"), name).to_have_count(1)
    for words in (*TABLES_AGREED.values(), APART):
        expect(day.wall.page.get_by_text(words)).to_be_visible()


def a_card_is_hidden_with_a_reason(day: Gathering) -> None:
    """Its author reads why; it is gone for everyone else."""
    reason = "It names a person."
    day.hides(WRITTEN["Gwen"], reason)
    gwen = day.people["Gwen"].page
    expect(gwen.get_by_text(f"Reason: {reason}")).to_be_visible()
    expect(gwen.locator(".board")).not_to_contain_text(WRITTEN["Gwen"])
    for name, person in day.people.items():
        expect(person.page.locator(".board")).not_to_contain_text(WRITTEN["Gwen"])
        assert name == "Gwen" or reason not in person.page.content()
    expect(day.wall.page.locator("body")).not_to_contain_text(WRITTEN["Gwen"])
    assert reason not in day.wall.page.content()


def the_group_rates(day: Gathering) -> None:
    day.goes_to_stage("rate")
    for number, person in enumerate(day.people.values()):
        theme = person.page.locator(".ballot > li").first
        for scale in (0, 1):
            value = 5 - (number + scale) % 2
            theme.locator(".rating").nth(scale).locator(f"input[value='{value}']").check()
    day.board_saved(day.people)
    expect(day.facilitator.page.get_by_text("have chosen so far: 8")).to_be_visible()
    expect(day.wall.page.locator(".matrix")).to_have_count(0)
    day.next("Close the vote")
    expect(day.wall.page.locator(".matrix .spot")).to_have_count(1)
    spread = day.people["Ada"].page.locator(".bars.key")
    expect(spread).to_contain_text("How important is it? Very (4), Essential (4)")
    expect(day.wall.page.get_by_text("null")).to_have_count(0)


def few_object_and_are_heard(day: Gathering) -> None:
    day.next("Start the sense check")
    for name, person in day.people.items():
        expect(person.page.locator(".proposal")).to_have_text(AGREED)
        position = {"Farid": "object", "Élise": "live-with"}.get(name, "agree")
        person.page.locator(f"[data-does=position-{position}]").check()
    why = day.people["Farid"].page.locator(".board textarea")
    why.fill(OBJECTION)
    why.blur()
    day.board_saved(day.people)
    day.nobody_else_has("Farid", OBJECTION)
    day.next("Close the vote")
    for page in day.pages:
        expect(page.locator(".reasons")).to_contain_text(OBJECTION)
    day.next("Write what we agree on")
    day.all_read(AGREED)


def goes_back_without_loss(day: Gathering) -> None:
    day.goes_to_stage("group")
    for person in day.people.values():
        expect(person.page.locator(".selectable .theme")).to_have_count(2)
    day.goes_to_stage("agree")
    day.all_read(AGREED)
    for page in day.pages:
        expect(page.locator(".reasons")).to_contain_text(OBJECTION)
