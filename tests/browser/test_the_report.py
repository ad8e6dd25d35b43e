"""The group's roadmap as a file on somebody's disk: for everyone, by keyboard, offline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lhs_widgets.report import write_report
from tests.support.accessibility import check_everyone_can_use

EXAMPLE = Path(__file__).resolve().parents[2] / "data" / "example"


@pytest.fixture(scope="module", params=["en", "fr"])
def roadmap(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Page]:
    file = write_report(EXAMPLE, tmp_path_factory.mktemp("report") / "r.html", request.param)
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    yield page
    context.close()


def test_everyone_can_read_it(roadmap: Page) -> None:
    language = str(roadmap.locator("html").get_attribute("lang"))
    if language == "fr":  # a dark room is the same in both languages
        roadmap.emulate_media(color_scheme="dark")
    for details in roadmap.locator("details").all()[:12]:
        details.evaluate("element => { element.open = true }")
    check_everyone_can_use(roadmap, language)


def test_the_cycle_is_walked_by_keyboard(roadmap: Page) -> None:
    roadmap.locator("body").press("Tab")
    skip = roadmap.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    skip.press("Enter")
    roadmap.locator("body").press("Tab")
    first = roadmap.locator("svg a").first
    expect(first).to_be_focused()
    first.press("Enter")
    expect(roadmap.locator("#phase-p2d h2").first).to_be_in_viewport()
