"""Kernels die, servers restart, lines are cut, phones sleep: nothing typed is lost or doubled."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.deck import deck_text, load_deck
from lhs_widgets.store import Record
from tests.browser.disturbances import (
    DISTURBANCES,
    PORTALS,
    REST,
    SENTENCE,
    Disturbance,
    Scene,
    asleep,
    awake,
    frozen,
)
from tests.support.line import Line
from tests.support.room import REPOSITORY, Participant, Room, wait_until
from tests.support.workshops import move

STEP = "p2d-conditions"
IMPATIENT = str(REPOSITORY / "tests" / "support" / "impatient_server.py")

Plays = Callable[..., Scene]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A server that is treated badly, and culls kernels within the time a test has."""
    room = Room(tmp_path_factory.mktemp("room") / "data", program=(IMPATIENT,))
    room.open()
    yield room
    room.close()


@pytest.fixture
def record(room: Room) -> Record:
    record = room.store.open_workshop(deck_text("roadmap"), "Better discharge, together", "")
    move(record, STEP)
    return record


@pytest.fixture
def play(browser: Browser, room: Room, record: Record) -> Iterator[Plays]:
    """Brings someone to the middle of a sentence, over a line that can be cut."""
    scenes: list[Scene] = []

    def begin(language: str = "en-CA", *, faked_time: bool = False) -> Scene:
        scene = Scene(room, record, Line(room.port), Participant(browser, language))
        scenes.append(scene)
        scene.watch()
        if faked_time:
            scene.page.clock.install()
        scene.person.join(room, record.code, at=f"http://127.0.0.1:{scene.line.port}")
        scene.field.press_sequentially(SENTENCE)
        return scene

    yield begin
    for scene in scenes:
        scene.person.close()
        scene.line.close()


@pytest.mark.parametrize("disturbance", DISTURBANCES, ids=lambda each: each.__name__)
def test_in_the_middle_of_typing_nothing_is_lost_or_doubled(
    play: Plays, disturbance: Disturbance
) -> None:
    scene = play(faked_time=True)
    with disturbance(scene):
        scene.types(REST)
    scene.holds(SENTENCE + REST)


@pytest.mark.parametrize("disturbance", DISTURBANCES, ids=lambda each: each.__name__)
def test_in_the_middle_of_a_save_nothing_is_lost_or_doubled(
    play: Plays, disturbance: Disturbance
) -> None:
    scene = play("fr-CA", faked_time=True)
    scene.person.saved()  # while a change is on its way, the next one waits
    scene.line.cut_answers()
    scene.types(REST)
    wait_until(
        lambda: scene.saved_texts() == [SENTENCE + REST], "the save, of which no word returns"
    )
    with disturbance(scene):
        expect(scene.field).to_have_value(SENTENCE + REST)
    scene.line.mend()
    scene.holds(SENTENCE + REST)


def test_changes_made_without_a_network_are_sent_once_and_in_order(play: Plays) -> None:
    scene = play()
    scene.person.saved()
    sent = scene.overhear()
    scene.line.cut()
    scene.line.tell_the_browser()
    scene.says_lost()
    scene.types(" in two")
    scene.page.evaluate("dispatchEvent(new Event('blur'))")  # this version would leave at once
    scene.types(" versions")
    scene.says_not_saved()
    scene.page.locator(".step:visible .add").click()
    scene.types("And another")
    scene.says_not_saved()
    waiting = scene.page.evaluate("""Object.entries(localStorage).filter(([key]) =>
      key.startsWith("lhs:")).map(([, change]) => JSON.parse(change).id)""")
    scene.line.mend()
    scene.holds(f"{SENTENCE} in two versions", "And another")
    assert sorted(sent) == sorted(waiting), "each once"


def test_an_older_version_that_arrives_late_does_not_undo_a_newer_one(play: Plays) -> None:
    scene = play()
    scene.person.saved()
    scene.line.cut()
    scene.types(REST)
    scene.page.evaluate("dispatchEvent(new Event('blur'))")  # leaves at once, and is stuck
    scene.types(", in plain words")
    scene.says_lost()
    scene.line.change_networks()
    newest = [f"{SENTENCE}{REST}, in plain words"]
    wait_until(lambda: scene.saved_texts() == newest, "the newest version")
    scene.line.deliver_late()
    scene.page.locator(".step:visible .add").click()
    scene.types("And another")
    scene.holds(f"{SENTENCE}{REST}, in plain words", "And another")


def test_a_phone_that_wakes_on_another_network_hears_of_the_group_again(
    play: Plays, record: Record
) -> None:
    scene = play(faked_time=True)
    scene.person.saved()
    asleep(scene)
    scene.line.cut()
    scene.line.tell_the_browser(of_websockets=False)
    scene.page.locator(".step:visible h2").focus()
    scene.line.change_networks()
    move(record, "p2d-challenges")
    awake(scene, minutes=10)
    question = load_deck("roadmap").steps["p2d-challenges"].question.en
    expect(scene.page.locator(".step:visible h2")).to_have_text(question)
    assert not scene.has_a_new_kernel


def test_another_network_of_which_nobody_tells_is_noticed_and_mended_without_alarm(
    play: Plays, record: Record
) -> None:
    scene = play()
    scene.person.saved()
    scene.page.locator(".step:visible h2").focus()
    scene.page.evaluate("""document.addEventListener("lightpage:connection",
      ({ detail }) => (window.states = [...(window.states ?? []), detail]))""")
    scene.line.change_networks()
    move(record, "p2d-challenges")
    question = load_deck("roadmap").steps["p2d-challenges"].question.en
    expect(scene.page.locator(".step:visible h2")).to_have_text(question)
    assert scene.page.evaluate("window.states") == ["reopening", "open"]


def test_a_phone_that_is_locked_sends_what_was_typed_before_it_sleeps(play: Plays) -> None:
    scene = play(faked_time=True)
    scene.person.saved()
    scene.types(REST)
    asleep(scene)
    wait_until(lambda: scene.saved_texts() == [SENTENCE + REST], "the words")


def test_a_loss_is_said_in_the_language_a_person_changed_to(play: Plays) -> None:
    scene = play()
    scene.person.saved()
    scene.page.get_by_role("button", name="Français").click()
    expect(scene.page.locator("html")).to_have_attribute("lang", "fr")
    scene.line.cut()
    scene.says_lost()
    scene.line.mend()
    scene.says_back()
    expect(scene.banner).to_be_empty(timeout=10_000)


def test_a_page_that_looks_back_stays_there_when_its_kernel_is_replaced(
    play: Plays, room: Room
) -> None:
    scene = play()
    scene.person.saved()
    scene.page.get_by_role("button", name="Back").click()
    question = scene.page.locator(".step:visible h2")
    earlier = load_deck("roadmap").steps["p2d-roles"].question.en
    expect(question).to_have_text(earlier)
    kernels = room.kernels()
    scene.kill_kernels()
    wait_until(lambda: room.kernels() - kernels, "a new kernel")
    expect(scene.banner).to_be_empty(timeout=30_000)
    expect(question).to_have_text(earlier)


def test_a_page_closed_in_the_middle_of_a_word_is_saved_and_ends_its_kernel(
    play: Plays, room: Room
) -> None:
    scene = play()
    scene.person.saved()
    wait_until(lambda: len(room.kernels()) == 1, "the page's kernel")
    scene.types(REST)
    scene.page.goto("about:blank")
    wait_until(lambda: not room.kernels(), "the kernel to end")
    assert scene.saved_texts() == [SENTENCE + REST]


def test_a_wifi_that_wants_a_sign_in_is_not_taken_for_the_workshop(play: Plays) -> None:
    scene = play("fr-CA")
    scene.person.saved()
    for answer in PORTALS.values():
        scene.line.answer_itself(answer)
        wait_until(lambda: scene.looks_again() and scene.line.times_asked(b"/pulse/") > 1, "pulses")
        scene.says_another_answers()
    scene.types(REST)
    scene.says_not_saved()
    scene.line.change_networks()
    scene.says_back()
    scene.holds(SENTENCE + REST)
    assert not scene.has_a_new_kernel


def test_a_page_that_asks_for_a_new_kernel_does_not_go_where_a_wifi_leads(play: Plays) -> None:
    scene = play()
    scene.person.saved()
    scene.page.route("**/walk/**", lambda route: route.abort())
    scene.kill_kernels()
    scene.says_lost()
    scene.types(REST)
    scene.line.answer_itself(PORTALS["another address"], sign_in=PORTALS["a page"])
    scene.page.unroute("**/walk/**")
    wait_until(lambda: scene.line.times_asked(b"GET /guest") > 1, "the page to be led away twice")
    scene.says_another_answers()
    scene.line.change_networks()
    scene.says_back()
    scene.holds(SENTENCE + REST)
    assert scene.has_a_new_kernel


def test_a_network_that_lets_no_socket_through_is_said_though_the_server_answers(
    play: Plays,
) -> None:
    scene = play(faked_time=True)
    scene.person.saved()
    scene.line.hold_websockets()
    scene.says_lost()
    scene.types(REST)
    scene.page.clock.run_for(15_000)
    scene.says_lost()
    scene.says_not_saved()
    scene.line.change_networks()
    scene.page.clock.run_for(15_000)
    scene.says_back()
    scene.holds(SENTENCE + REST)


def test_a_page_that_was_frozen_goes_on_where_it_was(play: Plays, browser: Browser) -> None:
    scene = play()
    scene.person.saved()
    scene.types(REST)
    with frozen(browser):
        scene.line.cut()
        scene.line.tell_the_server()
        wait_until(lambda: not scene.room.kernels(), "the kernel to be culled")
        scene.line.change_networks()
    scene.holds(SENTENCE + REST)
    assert scene.has_a_new_kernel
