"""The same pages in other browsers: a whole walk on a phone, with a loss, a reveal, a language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from lhs_widgets.store import Record
from tests.browser import firefox, webkit
from tests.browser.disturbances import PORTALS
from tests.browser.firefox import Firefox
from tests.browser.webkit import WebKit
from tests.support.line import Line
from tests.support.room import Room, wait_until
from tests.support.workshops import condition, join, move, reveal, write

STEP = "p2d-conditions"
SENTENCE = "Someone explains the form"
FIELD = "document.querySelector('.step:not([hidden]) .cards textarea')"
STATUS = "document.querySelector('.step:not([hidden]) .status')"
BANNER = "document.querySelector('#connection').textContent"

MISSING = {
    Firefox: firefox.PROGRAM is None and "Firefox is not installed (Debian: firefox-esr)",
    WebKit: not (webkit.DRIVER and webkit.BROWSER and webkit.SCREEN)
    and "WebKit is not installed (Debian: webkit2gtk-driver and xvfb)",
}

Other = Firefox | WebKit


class Walker:
    """Someone on a phone with another browser, on a line that can be cut."""

    def __init__(self, browser: Other, room: Room) -> None:
        self.browser = browser
        self.line = Line(room.port)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.line.port}"

    def sees(self, expression: str, what: str) -> None:
        """Wait until it is true on the page; while a page comes, nothing is."""

        def is_so() -> bool:
            with suppress(AssertionError):
                return bool(self.browser.run(expression))
            return False

        wait_until(is_so, what)

    def presses(self, selector: str) -> None:
        self.sees(f"!!document.querySelector({selector!r})", selector)
        self.browser.run(f"void document.querySelector({selector!r}).click()")

    def joins(self, record: Record) -> None:
        self.browser.goto(f"{self.address}/join/{record.code}")
        self.presses("[name=consent]")
        self.presses("form button.main")
        self.sees(f"!!{FIELD}", "the walk")

    def writes(self, words: str) -> None:
        self.browser.run(
            f"(field => {{ field.focus(); field.setSelectionRange(9999, 9999) }})({FIELD})"
        )
        self.browser.types(words)

    def is_told_saved(self, record: Record, words: str) -> None:
        self.sees(f"{STATUS}.dataset.state === 'saved'", "the page to say that it is saved")
        mine = [
            answer.contribution.text
            for answer in record.state().answers.values()
            if answer.participant != "p-ada"
        ]
        assert mine == [words]

    def has(self, words: str) -> None:
        self.sees(f"{FIELD}?.value === {words!r}", words)


@pytest.fixture(params=[Firefox, WebKit], ids=["firefox", "webkit"])
def walker(request: pytest.FixtureRequest, room: Room, tmp_path: Path) -> Iterator[Walker]:
    if MISSING[request.param]:
        pytest.skip(MISSING[request.param])
    with request.param(tmp_path / "browser") as browser:
        someone = Walker(browser, room)
        yield someone
        someone.line.close()


def test_a_whole_walk_on_a_phone_in_another_browser(walker: Walker, room: Room) -> None:
    record = room.record(room.new_workshop()["code"])
    move(record, STEP)
    other = condition("other", "Time to meet").model_copy(update={"step": STEP})
    write(record, join(record), other)
    walker.joins(record)
    walker.sees("document.documentElement.scrollWidth <= innerWidth", "a page as wide as the phone")
    walker.writes(SENTENCE)
    walker.is_told_saved(record, SENTENCE)

    walker.line.cut()
    walker.sees(f"{BANNER}.includes('lost')", "the loss to be said")
    walker.writes(", twice")
    walker.sees(f"{STATUS}.dataset.state === 'waiting'", "the page to say that it waits")
    walker.line.mend()
    walker.sees(f"{BANNER}.includes('again')", "the connection to be back")
    walker.is_told_saved(record, f"{SENTENCE}, twice")

    walker.line.answer_itself(PORTALS["the way to its own site"])
    walker.sees(f"{BANNER}.includes('another page')", "the Wi-Fi not to be taken for the workshop")
    walker.line.change_networks()
    walker.sees(f"{BANNER}.includes('again')", "the connection to be back")

    walker.presses(".languages [lang=fr]")
    walker.sees("document.documentElement.lang === 'fr'", "French")
    walker.has(f"{SENTENCE}, twice")

    reveal(record, STEP)
    walker.sees("document.querySelector('.others')?.textContent.includes('Time to meet')", "reveal")

    walker.presses("a.look")
    walker.presses("[name=colours][value=dark]")
    walker.presses("form button.main")
    walker.sees("!!document.querySelector('[role=status]')", "the choice to be kept")
    walker.presses("a.button")
    walker.has(f"{SENTENCE}, twice")
    paper = "getComputedStyle(document.body).backgroundColor"
    walker.sees(f"{paper} === 'rgb(23, 32, 31)'", "the dark paper")


def test_words_are_there_after_leaving_at_once_and_going_back_in_another_browser(
    walker: Walker, room: Room
) -> None:
    record = room.record(room.new_workshop()["code"])
    move(record, STEP)
    walker.joins(record)
    walker.writes(SENTENCE)
    walker.browser.goto(f"{walker.address}/look")
    walker.browser.run("void history.back()")
    walker.has(SENTENCE)
    walker.is_told_saved(record, SENTENCE)
