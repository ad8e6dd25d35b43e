"""Every screen in both languages: axe clean, nothing cut at 320 pixels, targets of 44 pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.live_screens import LIVE_SCREENS
from tests.browser.screens import SCREENS, Visit
from tests.support.room import PHONE, Participant, Room
from tests.support.session import Session

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}

#: What reaches out of the screen, or is hidden because its box is too small for it.
CUT = """() => {
  const width = document.scrollingElement.clientWidth;
  const shown = [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility());
  const out = shown.filter((e) => {
    const { left, right, width: wide } = e.getBoundingClientRect();
    return wide && (left < -1 || right > width + 1);
  });
  const cut = shown.filter((e) => ["hidden", "clip"].includes(getComputedStyle(e).overflowX)
    && !e.matches(".progress, .unseen, input, select, textarea")
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1));
  const name = (e) => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`;
  const sideways = document.scrollingElement.scrollWidth > width ? ["scrolls sideways"] : [];
  return [...sideways, ...[...out, ...cut].map(name)];
}"""

#: Controls under 44 pixels high; links within a text are excepted, as WCAG does.
SMALL = """() => [...document.querySelectorAll("button, input, select, textarea, summary, a[href]")]
  .filter((e) => e.checkVisibility() && e.type !== "hidden")
  .filter((e) => getComputedStyle(e).display !== "inline")
  .map((e) => [e, (e.closest("label") ?? e).getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 24)
  .map(([e, box]) => `${box.width}x${box.height} ${e.outerHTML.slice(0, 80)}`)"""

#: The spacing people may ask for, WCAG 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""


@pytest.fixture(scope="module", params=["en", "fr"])
def visit(room: Room, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    person = Participant(browser, f"{request.param}-CA")
    yield Visit(room, room.new_workshop(), person, request.param)
    person.close()


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_everyone_can_use_the_screen(visit: Visit, screen: Callable[[Visit], None]) -> None:
    visit.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    screen(visit)
    check_everyone_can_use(visit.page, visit.language)


@pytest.fixture(scope="module", params=["en", "fr"])
def session(room: Room, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Session]:
    session = Session(room, browser, request.param)
    yield session
    session.close()


@pytest.mark.parametrize("screen", LIVE_SCREENS, ids=lambda screen: screen.__name__)
def test_everyone_can_take_part_live(session: Session, screen: Callable[[Session], Page]) -> None:
    check_everyone_can_use(screen(session), session.language)


def check_everyone_can_use(page: Page, language: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert violations(page) == []
    assert page.evaluate(SMALL) == []
    assert cut_when_narrow(page) == []


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{v['id']}: {node['html']}" for v in found for node in v["nodes"]]


def cut_when_narrow(page: Page) -> list[str]:
    """What is cut at 320 pixels, as on a laptop at 400 %, also with the text spaced out."""
    page.set_viewport_size({"width": 320, "height": 640})
    cut: list[str] = page.evaluate(CUT)
    page.evaluate(_WEAR, SPACED)
    cut += page.evaluate(CUT)
    page.evaluate("document.adoptedStyleSheets.pop()")
    return cut


#: Adds a style as a person's own would be: the page's policy forbids a new element.
_WEAR = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}"""


def test_nothing_moves_for_who_asks_for_less_motion(room: Room, browser: Browser) -> None:
    person = Participant(browser)
    person.page.emulate_media(reduced_motion="reduce")
    person.join(room, room.new_workshop()["code"])
    moving = """[...document.querySelectorAll("*")].map(getComputedStyle).filter((style) =>
      style.transitionDuration !== "0s" || style.animationName !== "none").length"""
    assert person.page.evaluate(moving) == 0
    person.page.emulate_media(reduced_motion="no-preference")
    assert person.page.evaluate(moving) > 0, "the test would see it"
    person.close()
