"""What is saved when: two devices, a group that moves, a dead kernel, a refusal, a clean phone."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, WebSocket, expect

from lhs_widgets.store import Record
from lhs_widgets.workshop import Stamp, actions
from tests.support.room import Participant, Room, wait_until
from tests.support.workshops import condition, join, move, reveal, write

STEP = "p2d-conditions"
Joins = Callable[[], Participant]


@pytest.fixture(scope="module")
def shared(room: Room) -> Record:
    """One workshop for the tests of this file; the people in each are new."""
    return room.record(room.new_workshop()["code"])


@pytest.fixture
def joins(room: Room, browser: Browser, shared: Record) -> Iterator[Joins]:
    """Lets someone join the workshop, at the winning conditions."""
    people: list[Participant] = []
    move(shared, STEP)

    def join_in() -> Participant:
        people.append(Participant(browser))
        people[-1].join(room, shared.code)
        return people[-1]

    yield join_in
    for person in people:
        person.close()


def first_card(person: Participant) -> Locator:
    return person.page.locator(".step:visible textarea").first


def saved_words(record: Record) -> set[str]:
    return {answer.contribution.text for answer in record.state().answers.values()}


def test_two_devices_of_a_person_show_the_same(
    joins: Joins, room: Room, shared: Record, browser: Browser
) -> None:
    phone, laptop = joins(), Participant(browser)
    phone.page.locator("nav.bottom summary").click()
    laptop.come_back(room, shared.code, phone.return_code)
    phone.write("Written on the phone")
    expect(first_card(laptop)).to_have_value("Written on the phone")
    first_card(laptop).fill("Changed on the laptop")
    laptop.saved()
    phone.page.locator(".step:visible h2").focus()
    expect(first_card(phone)).to_have_value("Changed on the laptop")
    laptop.close()


def test_what_someone_is_writing_is_not_changed_under_their_fingers(
    joins: Joins, room: Room, shared: Record, browser: Browser
) -> None:
    phone, laptop = joins(), Participant(browser)
    phone.write("From the phone")
    phone.saved()
    phone.page.locator("nav.bottom summary").click()
    laptop.come_back(room, shared.code, phone.return_code)
    first_card(phone).focus()
    laptop.page.get_by_role("radio").first.check()
    laptop.saved()
    first_card(phone).press("End")
    first_card(phone).press_sequentially(", longer")
    expect(first_card(phone)).to_be_focused()
    expect(first_card(phone)).to_have_value("From the phone, longer")
    laptop.close()


def test_someone_in_the_middle_of_a_word_is_told_and_not_moved(
    joins: Joins, shared: Record
) -> None:
    person = joins()
    person.write("In the mid")
    move(shared, "p2d-challenges")
    expect(person.page.locator(".news")).to_contain_text("The group is now at: ")
    expect(first_card(person)).to_be_focused()
    person.page.locator(".news button").click()
    expect(person.page.locator(".step:visible .cards")).to_be_visible()
    expect(person.page.locator(".news")).to_be_empty()
    wait_until(lambda: "In the mid" in saved_words(shared), "the words of who was moved")


def test_a_kernel_that_hangs_is_said_and_loses_nothing(
    joins: Joins, room: Room, shared: Record
) -> None:
    person = joins()
    kernel = room.kernel_of(person)
    os.kill(kernel, signal.SIGSTOP)
    person.write("Written to nobody")
    status = person.page.locator(".step:visible .status")
    expect(status).to_contain_text("Not saved yet", timeout=7000)
    os.kill(kernel, signal.SIGKILL)
    person.page.reload()
    person.arrive()
    expect(first_card(person)).to_have_value("Written to nobody")
    person.saved()
    assert "Written to nobody" in saved_words(shared)


def test_words_typed_while_the_workshop_ends_stay_on_the_screen(
    joins: Joins, room: Room, shared: Record
) -> None:
    person = joins()
    kernel = room.kernel_of(person)
    os.kill(kernel, signal.SIGSTOP)
    first_card(person).fill("Just in time")
    shared.append(actions.finish(shared.state(), Stamp("facilitator")))
    os.kill(kernel, signal.SIGCONT)
    status = person.page.locator(".step:visible .status")
    expect(status).to_contain_text("The workshop is finished, so this could not be saved.")
    expect(person.page.locator(".step:visible .notice")).to_be_visible()
    expect(first_card(person)).to_have_value("Just in time")
    person.page.reload()
    person.arrive()
    expect(first_card(person)).to_have_value("Just in time")


def test_a_text_that_is_too_long_is_refused_calmly_and_stays(joins: Joins) -> None:
    person = joins()
    first_card(person).evaluate("area => area.removeAttribute('maxlength')")
    first_card(person).fill("long " * 500)
    status = person.page.locator(".step:visible .status")
    expect(status).to_contain_text("This is too long to save.")
    expect(first_card(person)).to_have_value("long " * 500)
    first_card(person).fill("Short")
    person.saved()


def test_a_phone_that_is_left_keeps_nothing(joins: Joins, room: Room, shared: Record) -> None:
    person = joins()
    kept = "Object.keys(localStorage).filter(key => key.startsWith('lhs:')).length"
    person.page.locator(".step:visible textarea").first.fill("For the next person to read?")
    assert person.page.evaluate(kept) == 1
    person.page.locator("nav.bottom summary").click()
    person.page.locator("nav.bottom form button").click()
    person.page.wait_for_url("**/leave/*")
    assert person.page.evaluate(kept) == 0
    person.page.goto(f"{room.address}/walk/{shared.code}")
    assert person.page.url.endswith(f"/join/{shared.code}")
    assert not [c for c in person.context.cookies() if c["name"] == f"lhs-{shared.code}"]


def test_nothing_of_others_reaches_a_page_before_it_is_shown(room: Room, browser: Browser) -> None:
    record = room.record(room.new_workshop()["code"])
    move(record, STEP)
    write(record, join(record, "p-secretive"), draft("a-secret", "Known to one person"))
    person, frames = Participant(browser), []

    def overhear(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: frames.append(bytes(frame)))

    person.page.on("websocket", overhear)
    person.join(room, record.code)
    write(record, "p-secretive", draft("b-secret", "Known to one person too"))
    person.write("My own words")
    person.saved()
    heard = b"".join(frames).decode("utf-8", "replace") + person.page.content()
    assert "My own words" in heard
    assert not [word for word in ("Known to one", "p-secretive", "Ada") if word in heard]
    reveal(record, STEP)
    expect(person.page.locator(".others")).to_contain_text("Known to one person too")
    assert "p-secretive" not in b"".join(frames).decode("utf-8", "replace")
    person.close()


def draft(identifier: str, words: str) -> object:
    return condition(identifier, words).model_copy(update={"step": STEP})
