"""A workshop as a screen reader has it: read in the order in which one answers, and told aloud."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.language import translate
from lhs_widgets.widgets.words.bars import CONNECTION_WORDS
from lhs_widgets.widgets.words.step import WHO_SEES
from lhs_widgets.workshop import actions
from tests.support.line import Line
from tests.support.room import Participant, Room
from tests.support.screen_reader import ScreenReader
from tests.support.session import IDEAS, NAMED, STEP, Session
from tests.support.workshops import condition, move, stamp, write

MEET, WORDS, CHECK, _LONG, TIME = IDEAS


@pytest.fixture(scope="module", params=["en", "fr"])
def session(room: Room, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Session]:
    session = Session(room, browser, request.param)
    yield session
    session.close()


@pytest.fixture(scope="module")
def reader(session: Session) -> ScreenReader:
    reader = ScreenReader(session.phone.page)
    session.phone.page.reload()
    session.phone.arrive()
    return reader


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_form_with_a_mistake_is_read_from_the_mistake(
    room: Room, browser: Browser, language: str
) -> None:
    say = partial(translate, language)
    person = Participant(browser, f"{language}-CA")
    reader = ScreenReader(person.page)
    person.page.goto(f"{room.address}/join/{room.new_workshop()['code']}")
    assert not reader.heard()
    person.page.locator("form button.main").click()
    agree = say("I understand, and I agree to take part.")
    reader.hears(f"> {agree}")
    assert person.page.title().startswith(say("Please check:"))
    (box,) = (line for line in reader.reads() if line.startswith("checkbox · invalid"))
    assert agree in box
    assert person.page.get_by_role("alert").inner_text() in box
    person.close()


def test_a_step_is_read_in_the_order_in_which_one_answers(
    session: Session, reader: ScreenReader
) -> None:
    say = partial(translate, session.language)
    in_this_order = (
        f"heading · {question(session, STEP)}",
        say(WHO_SEES["anonymous"]),
        f"textbox · {say('Condition {n}').format(n=1)}",
        "radio · 1, ",
        say("Add another condition"),
        say("I have finished this step"),
        say("Raise my hand"),
        say("Help, and coming back"),
    )
    lines = iter(reader.reads())
    for expected in in_this_order:
        assert any(expected in line for line in lines), f"{expected}, in its place"


def test_saved_is_said_once_however_much_is_typed(session: Session, reader: ScreenReader) -> None:
    say = partial(translate, session.language)
    session.phone.write("Someone explains the form. Slowly, and in plain words.", ratings=(2,))
    session.phone.saved()
    heard = reader.heard()
    assert heard[0] == f"> {say('Condition {n}').format(n=1)}"
    assert heard.count(say("Saved")) == 1
    assert set(heard) == {heard[0], "> 2, High", "> 2, Grande", say("Saved")} & set(heard)
    assert any(line.startswith("radio · checked · 2, ") for line in reader.reads())


def test_while_others_write_nothing_is_said_and_nothing_moves(
    session: Session, reader: ScreenReader
) -> None:
    phone = session.phone.page
    phone.locator("textarea").focus()
    reader.heard()
    before = reader.reads()
    write(session.record, "p-0", condition("more", "There is time to ask"))
    session.give_time(300)  # which is said, so that the test knows when the page has heard of both
    minutes = translate(session.language, "The clock is running: {n} min.").format(n=5)
    expect(phone.get_by_role("status").filter(has_text=minutes)).to_be_attached()
    assert len(reader.heard()) == 1
    session.do(lambda _: actions.stop_timer(stamp()))
    expect(phone.locator(".clock")).to_have_count(0)
    assert reader.reads() == before
    expect(phone.locator("textarea")).to_be_focused()
    assert not reader.heard()


@pytest.mark.parametrize("stage", ["reveal", "group", "vote", "rate", "rank", "sense-check"])
def test_what_the_group_does_now_is_said_with_what_to_do(
    session: Session, reader: ScreenReader, stage: str
) -> None:
    session.phone.page.locator(".step:visible h2").focus()
    reader.heard()
    session.at(stage)
    board = session.phone.page.locator(f".board.{stage}")
    title, how = board.locator(".stage-name").inner_text(), board.locator(".how").inner_text()
    expect(board.get_by_text(how)).to_be_visible()
    assert reader.heard()[-1] == f"{title}. {how}"
    lines = reader.reads()
    assert f"heading · {title}" in lines
    after = lines[lines.index(f"heading · {title}") + 1]
    assert how in after


def test_while_others_sort_the_ideas_a_reader_keeps_its_place(
    session: Session, reader: ScreenReader
) -> None:
    phone = session.phone.page
    session.at("group")
    phone.locator(f"[data-does=select-{session.idea(MEET)}]").focus()
    phone.evaluate("window.place = document.activeElement")
    reader.heard()
    session.group([WORDS, CHECK], "t-words", "Understanding")
    expect(phone.locator(".theme")).to_contain_text(WORDS)
    assert phone.evaluate("place === document.activeElement")
    assert not reader.heard()


def test_a_choice_is_said_with_what_is_left_and_not_what_others_choose(
    session: Session, reader: ScreenReader
) -> None:
    say = partial(translate, session.language)
    session.at("vote")
    more = session.phone.page.locator(".ballot [data-does^=more-]").first
    more.focus()
    reader.heard()
    more.press("Enter")
    left = say("You have {n} of {budget} dots left.").format(n=1, budget=2)
    reader.hears(left, say("Saved"))
    session.everyone_chooses("vote", [{"dots": {session.idea(MEET): 1}}])
    session.count("vote")
    reader.hears(f"> {say('Vote')}", say("The vote is closed. Here is what the group chose."))
    lines = reader.reads()
    result = lines.index(f"region · {say('What the group chose')}")
    first = [line for line in lines[result + 2 :] if line != "EN"]  # the language it is in
    assert first[:2] == [MEET, "5"]


def test_who_is_not_writing_is_taken_along_and_hears_the_question(
    session: Session, reader: ScreenReader
) -> None:
    session.phone.page.locator("button.done").focus()
    reader.heard()
    move(session.record, NAMED)
    expect(session.phone.page.locator(".step:visible h2")).to_have_text(question(session, NAMED))
    expect(session.phone.page.locator(".step:visible h2")).to_be_focused()
    assert reader.heard()[-1] == f"> {question(session, NAMED)}"


def test_who_is_writing_stays_and_hears_where_the_group_is(
    session: Session, reader: ScreenReader
) -> None:
    say = partial(translate, session.language)
    field = session.phone.page.locator(".step:visible textarea")
    field.focus()
    reader.heard()
    move(session.record, STEP)
    deck = session.state.deck
    place = " · ".join(
        each.title(session.language) for each in (deck.phase_of(STEP), deck.steps[STEP])
    )
    told = say("The group is now at: {step}").format(step=place)
    expect(session.phone.page.locator(".news button")).to_be_visible()
    expect(field).to_be_focused()
    assert reader.heard() == [f"{told} {say('Go there')}"]


def test_a_lost_connection_is_said_once_and_so_is_its_return(room: Room, browser: Browser) -> None:
    line = Line(room.port)
    person = Participant(browser)
    reader = ScreenReader(person.page)
    address = f"http://127.0.0.1:{line.port}"
    person.join(room, room.new_workshop()["code"], at=address)
    person.page.locator("button.hand").focus()
    reader.heard()
    line.cut()
    reader.hears(CONNECTION_WORDS["lost"])
    line.mend()
    reader.hears(CONNECTION_WORDS["back"])
    expect(person.page.locator("button.hand")).to_be_focused()
    person.close()
    line.close()


def question(session: Session, step: str) -> str:
    return session.state.deck.steps[step].question(session.language)
