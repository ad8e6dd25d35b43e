"""Kernels die, servers restart, lines are cut, phones sleep: nothing typed is lost or doubled."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from lhs_widgets.deck import load_deck
from lhs_widgets.store import Record
from tests.support.line import Line
from tests.support.room import Participant, Room, wait_until
from tests.support.workshops import move

STEP = "p2d-conditions"
SENTENCE = "Someone explains the form bef"
REST = "ore we fill it in"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A server of its own for each test: it will be treated badly."""
    room = Room(tmp_path / "data")
    room.open()
    yield room
    room.close()


@pytest.fixture
def record(room: Room) -> Record:
    record = room.record(room.new_workshop()["code"])
    move(record, STEP)
    return record


@pytest.fixture
def line(room: Room) -> Iterator[Line]:
    line = Line(room.port)
    yield line
    line.close()


@pytest.fixture
def person(browser: Browser, room: Room, record: Record, line: Line) -> Iterator[Participant]:
    """Someone in the middle of a sentence, whose page goes over a line that can be cut."""
    person = Participant(browser)
    person.join(room, record.code, at=f"http://127.0.0.1:{line.port}")
    person.write(SENTENCE)
    yield person
    person.close()


def banner(person: Participant) -> Locator:
    return person.page.locator("#connection")


def goes_on_writing(person: Participant) -> None:
    person.page.keyboard.type(REST)


def everything_is_saved_once(person: Participant, record: Record) -> None:
    expect(person.page.locator(".step:visible textarea")).to_have_value(SENTENCE + REST)
    person.saved()
    wait_until(lambda: texts(record) == [SENTENCE + REST], "the sentence, once")


def texts(record: Record) -> list[str]:
    return [answer.contribution.text for answer in record.state().answers.values()]


def kill_kernels(room: Room) -> None:
    for kernel in room.kernels():
        os.kill(kernel, signal.SIGKILL)


def test_a_killed_kernel_is_replaced_behind_the_page(
    person: Participant, room: Room, record: Record
) -> None:
    kill_kernels(room)
    goes_on_writing(person)
    everything_is_saved_once(person, record)


def test_a_kernel_killed_in_the_middle_of_a_save_loses_and_doubles_nothing(
    person: Participant, room: Room, record: Record
) -> None:
    person.page.keyboard.type(REST)
    person.page.evaluate("dispatchEvent(new Event('blur'))")  # sends at once
    kill_kernels(room)
    everything_is_saved_once(person, record)


def test_a_killed_template_process_costs_nobody_their_page(
    person: Participant, room: Room, record: Record
) -> None:
    kernels, templates = room.kernels(), room.templates()
    for process in templates | kernels:
        os.kill(process, signal.SIGKILL)
    goes_on_writing(person)
    everything_is_saved_once(person, record)


def test_a_server_killed_and_started_again_finds_its_pages(
    person: Participant, room: Room, record: Record
) -> None:
    room.kill()
    expect(banner(person)).to_contain_text("The connection is lost", timeout=5000)
    goes_on_writing(person)
    room.open()
    expect(banner(person)).to_contain_text("Connected again", timeout=30_000)
    everything_is_saved_once(person, record)


def test_a_silent_line_is_noticed_within_five_seconds_and_mends_itself(
    person: Participant, line: Line, record: Record
) -> None:
    person.saved()
    line.cut()
    expect(banner(person)).to_contain_text("The connection is lost", timeout=5500)
    goes_on_writing(person)
    expect(person.page.locator(".step:visible .status")).to_have_attribute("data-state", "waiting")
    line.mend()
    everything_is_saved_once(person, record)
    expect(banner(person)).to_be_empty(timeout=10_000)


def test_a_phone_asleep_while_its_kernel_was_ended_wakes_at_the_same_step(
    person: Participant, line: Line, room: Room, record: Record
) -> None:
    person.saved()
    line.cut()
    kill_kernels(room)
    line.mend()
    person.page.evaluate("dispatchEvent(new Event('pageshow'))")
    goes_on_writing(person)
    everything_is_saved_once(person, record)


def test_a_page_reloaded_in_the_middle_of_a_save_shows_the_same_words(
    person: Participant, record: Record
) -> None:
    goes_on_writing(person)
    person.page.reload()
    person.arrive()
    everything_is_saved_once(person, record)


def test_a_page_that_looks_back_stays_there_when_its_kernel_is_replaced(
    person: Participant, room: Room
) -> None:
    person.saved()
    person.page.get_by_role("button", name="Back").click()
    question = person.page.locator(".step:visible h2")
    earlier = load_deck("roadmap").steps["p2d-roles"].question.en
    expect(question).to_have_text(earlier)
    kernels = room.kernels()
    kill_kernels(room)
    wait_until(lambda: room.kernels() - kernels, "a new kernel")
    expect(banner(person)).to_be_empty(timeout=30_000)
    expect(question).to_have_text(earlier)


def test_a_closed_page_ends_its_kernel(person: Participant, room: Room) -> None:
    person.saved()
    wait_until(lambda: len(room.kernels()) == 1, "the page's kernel")
    person.page.goto("about:blank")
    wait_until(lambda: not room.kernels(), "the kernel to end")
