"""Who takes part: from thinking alone over a vote that is repeated to an agreement.

In it: the clock, a raised hand, a break, a step that is closed and opened again.
"""

from __future__ import annotations

from playwright.sync_api import expect

from tests.support.gathering import Gathering

STEP = "p2d-roles"
NEIGHBOUR = "A neighbour who interprets"
LATER = "Un proche qui prend des notes"
AGREED = "Patients decide with us what is recorded."


def go_through(day: Gathering) -> None:
    day.facilitator.move(STEP)
    day.everyone_is_at(STEP)
    the_clock_is_on_every_page(day)
    everyone_answers(day)
    a_hand_is_raised_and_heard(day)
    day.nobody_else_has("Ada", NEIGHBOUR)

    day.next("Show the answers to everyone")
    for page in day.pages:
        expect(page.get_by_text(NEIGHBOUR).last).to_be_visible()
    expect(day.wall.page.locator(".clock")).to_have_count(0)  # a new stage takes it away

    day.next("Start the vote")
    votes(day)
    day.next("Close the vote")
    expect(day.wall.page.locator(".bars .row").first).to_contain_text("14")
    the_group_votes_again(day)

    day.next("Start the discussion")
    a_break_closes_nothing(day)
    day.agrees(AGREED)
    day.next("Write what we agree on")
    day.all_read(AGREED)
    the_step_is_closed_and_opened_again(day)


def the_clock_is_on_every_page(day: Gathering) -> None:
    minutes = day.facilitator.page.locator("[data-does=minutes]")
    expect(minutes).to_have_value("6")  # what the deck plans
    day.facilitator.page.locator("[data-does=start-time]").click()
    for page in (*day.pages, day.facilitator.page):
        expect(page.locator(".clock .digits")).to_contain_text("5:5")


def everyone_answers(day: Gathering) -> None:
    for number, person in enumerate(day.people.values()):
        person.choose_role(number % 3, today=1, wished=4)
    ada = day.people["Ada"].page
    ada.locator(".step:visible .add").click()
    ada.locator(".step:visible .cards input").fill(NEIGHBOUR)
    ada.locator(".step:visible .cards input").blur()
    for person in day.people.values():
        person.saved()
    day.acknowledged.append((STEP, NEIGHBOUR))


def a_hand_is_raised_and_heard(day: Gathering) -> None:
    farid, console = day.people["Farid"].page, day.facilitator.page
    farid.locator("[data-does=hand]").click()
    expect(console.locator(".hands li")).to_contain_text("Farid")
    console.get_by_role("button", name="Heard: lower it").click()
    expect(farid.locator("[data-does=hand]")).to_have_attribute("aria-pressed", "false")
    expect(console.locator(".hands li")).to_have_count(0)


def votes(day: Gathering, *, for_option: int = 0) -> None:
    """Everyone gives two dots to one role, as many as one may have."""
    for person in day.people.values():
        more = person.page.locator(".ballot > li").nth(for_option).locator("[data-does^=more]")
        more.click()
        more.click()
        expect(more).to_be_disabled()
    day.board_saved(day.people)
    expect(day.facilitator.page.get_by_text("have chosen so far: 7")).to_be_visible()


def the_group_votes_again(day: Gathering) -> None:
    """From the start, and secret again; the first round stays in the record."""
    day.facilitator.more("Vote again from the start")
    for person in day.people.values():
        expect(person.page.locator(".budget")).to_contain_text("3")
    expect(day.wall.page.locator(".results")).to_have_count(0)
    votes(day, for_option=1)
    day.next("Close the vote")
    expect(day.wall.page.locator(".bars .row").first).to_contain_text("14")


def a_break_closes_nothing(day: Gathering) -> None:
    day.facilitator.more("Take a break")
    day.everyone_reads("We are taking a break", "Nous faisons une pause")
    expect(day.wall.page.get_by_text("We are taking a break")).to_be_visible()
    chloe = day.people["Chloé"].page
    chloe.locator("details.own summary").first.click()
    chloe.locator(".step:visible .add").click()
    chloe.locator(".step:visible .cards input").fill(LATER)
    chloe.locator(".step:visible .cards input").blur()
    day.are_saved(STEP, {"Chloé": LATER})
    day.next("End the break")
    expect(day.wall.page.get_by_text("We are taking a break")).to_have_count(0)


def the_step_is_closed_and_opened_again(day: Gathering) -> None:
    own = day.people["Chloé"].page.locator(".step:visible .cards input")
    day.facilitator.more("Close this step for changes")
    expect(own).to_be_disabled()
    expect(own).to_have_value(LATER)
    day.facilitator.more("Open this step for changes")
    expect(own).to_be_enabled()
