"""What someone types, chooses or presses is not lost or moved when others act at that moment."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from lhs_widgets.workshop import actions
from tests.support.room import Room
from tests.support.session import IDEAS, Session
from tests.support.workshops import stamp

MEET, WORDS, CHECK, _LONG, TIME = IDEAS

#: Whether what has the focus is covered by something that is stuck to an edge of the screen.
COVERED = """() => {
  const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
  const points = [top + 2, (top + bottom) / 2, bottom - 2].map((y) =>
    document.elementFromPoint((left + right) / 2, y));
  const isOver = (e) => !e || e.closest(".room-bar, .grouping-bar, .status")
    ?.contains(document.activeElement) === false;
  return points.every(isOver);
}"""

#: Notes whatever is announced from now on.
LISTEN = """() => {
  window.announced = [];
  const note = (changes) => announced.push(...changes.map(({ target }) => target.textContent));
  for (const place of document.querySelectorAll("[role=status], [role=alert]"))
    new MutationObserver(note).observe(place,
      { childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture(scope="module")
def session(room: Room, browser: Browser) -> Iterator[Session]:
    session = Session(room, browser)
    yield session
    session.close()


def box(session: Session, words: str) -> Locator:
    return session.phone.page.locator(f"[data-does=select-{session.idea(words)}]")


def test_a_theme_is_named_while_someone_else_groups(session: Session) -> None:
    session.at("group")
    page = session.phone.page
    box(session, MEET).check()
    name = page.locator("[data-does=theme-name]")
    name.press_sequentially("Ti")
    session.group([WORDS, CHECK], "t-words", "Words")
    expect(session.wall.page.locator(".theme")).to_have_count(1)
    name.press_sequentially("me")
    expect(name).to_have_value("Time")
    expect(name).to_be_focused()
    # The mouse goes down on the button, the field loses the focus, what waited may be drawn now.
    button = page.locator("[data-does=group]")
    button.hover()
    page.mouse.down()
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 50))")
    page.mouse.up()
    expect(page.locator(".board .theme")).to_have_count(2)
    assert {theme.title for theme in session.state.themes("conditions")} == {"Time", "Words"}


def test_a_list_that_is_open_stays_open_while_someone_else_groups(session: Session) -> None:
    page = session.phone.page
    box(session, TIME).check()
    page.locator("[data-does=put-in]").focus()
    page.keyboard.press("Alt+ArrowDown")
    mark = "document.querySelector('[data-does=put-in]').dataset.same = 'yes'"
    page.evaluate(mark)
    session.do(lambda w: actions.rename_theme(w, "conditions", "t-words", "Words", stamp()))
    session.group([CHECK], "t-check", "Check")
    expect(session.wall.page.locator(".theme")).to_have_count(3)
    expect(page.locator("[data-does=put-in]")).to_have_attribute("data-same", "yes")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    chosen = page.locator("[data-does=put-in]").input_value()
    assert chosen != ""
    expect(page.locator(".board .theme")).to_have_count(3)  # what waited is there
    expect(page.locator("[data-does=put-in]")).to_have_value(chosen)
    expect(page.locator("[data-does=put-in]")).to_be_focused()
    box(session, TIME).uncheck()


def test_a_press_is_not_lost_when_the_page_changes_under_it(session: Session) -> None:
    page = session.console.page
    button = page.locator("[data-stage=vote]")
    button.hover()
    page.mouse.down()
    session.do(lambda w: actions.lock(w, "conditions", stamp(), locked=True))
    expect(session.phone.page.locator(".step:visible .notice")).to_have_count(1)
    session.do(lambda w: actions.lock(w, "conditions", stamp(), locked=False))
    expect(session.phone.page.locator(".step:visible .notice")).to_have_count(0)
    page.mouse.up()
    expect(button).to_have_attribute("aria-current", "step")
    expect(session.phone.page.locator(".board.vote")).to_be_visible()


def test_an_objection_is_written_while_the_clock_starts(session: Session) -> None:
    session.agree("Every letter is read by a patient first.")
    session.at("sense-check")
    page = session.phone.page
    page.locator("[data-does=position-object]").check()
    field = page.locator(".board textarea")
    field.press_sequentially("Who has")
    field.scroll_into_view_if_needed()
    before = field.bounding_box()
    session.give_time(300)
    expect(page.locator(".room-bar .clock")).to_be_visible()
    session.do(lambda _: actions.pause(stamp(), paused=True))
    expect(page.locator(".room-bar .words p")).to_be_visible()
    field.press_sequentially(" the time?")
    expect(field).to_have_value("Who has the time?")
    expect(field).to_be_focused()
    after = field.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 60, "what one writes in stays where it is"
    expect(page.locator(".together .status")).to_have_attribute("data-state", "saved")
    session.do(lambda _: actions.pause(stamp(), paused=False))
    session.at("agree")
    expect(field).to_be_focused()
    page.locator(".together .ahead button").click()
    expect(page.locator(".board.agree .stage-name")).to_be_focused()


def test_an_outcome_is_written_while_a_hand_goes_up(session: Session) -> None:
    session.at("agree")
    page = session.console.page
    field = page.locator(".outcome textarea")
    field.press_sequentially("\nThere is")
    session.do(lambda w: actions.raise_hand(w, session.me, stamp(), hand=True))
    expect(page.locator(".hands li")).to_have_count(1)
    field.press_sequentially(" time to ask.")
    expect(field).to_be_focused()
    expect(page.locator(".console .stage > .status")).to_have_attribute("data-state", "saved")
    assert "There is time to ask." in session.state.outcomes["conditions", None].text


def test_bars_never_cover_what_has_the_focus(session: Session) -> None:
    page = session.phone.page
    page.set_viewport_size({"width": 320, "height": 640})
    session.at("group")
    session.give_time(600)
    expect(page.locator(".room-bar .clock")).to_be_visible()
    boxes = page.locator(".selectable input")
    expect(boxes).to_have_count(len(IDEAS))
    page.locator(".stage-name").focus()
    reached = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.selectable input')"):
            reached += 1
            page.keyboard.press("Space")
        page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("document.activeElement.matches('.hand')"):
            break
    assert reached == len(IDEAS)
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")


def test_neither_the_clock_nor_what_others_do_is_announced(session: Session) -> None:
    page = session.phone.page
    digits = page.locator(".room-bar .digits")
    page.evaluate(LISTEN)
    before = digits.inner_text()
    session.group([WORDS], "t-plain", "Plain words")
    expect(page.locator(".board .theme").filter(has_text="Plain words")).to_be_visible()
    expect(digits).not_to_have_text(before)
    assert page.evaluate("announced") == []
    expect(digits).to_have_attribute("aria-live", "off")
