"""A workshop on the home screen: a phone finds what it needs, and comes back to its walk."""

from __future__ import annotations

import json
import re
import struct
import urllib.error
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from lhs_widgets.server.shortcut import PAPER
from lhs_widgets.store import Record
from lhs_widgets.widgets.modules import stylesheet
from tests.support.room import Participant, Room


@pytest.fixture
def record(room: Room) -> Record:
    return room.record(room.new_workshop("Une sortie en douceur, together")["code"])


def ask_browser(page: Page, method: str) -> Any:
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    return session.send(method)


def described(page: Page) -> dict[str, Any]:
    """What Chromium understood of a page's shortcut; it must have understood all."""
    found = ask_browser(page, "Page.getAppManifest")
    assert found["errors"] == []
    obstacles = ask_browser(page, "Page.getInstallabilityErrors")["installabilityErrors"]
    # A test's browser is a private window, where nothing is installed; Chromium looks at all else.
    assert [each["errorId"] for each in obstacles] == ["in-incognito"]
    read: dict[str, Any] = json.loads(found["data"])
    return read


def test_a_walk_can_be_put_on_the_home_screen_and_leads_back_to_it(
    room: Room, record: Record, browser: Browser
) -> None:
    person = Participant(browser, "fr-CA")
    person.page.goto(f"{room.address}/join/{record.code}")
    before = described(person.page)
    person.join(room, record.code)
    shortcut = described(person.page)
    assert shortcut == before, "whoever makes it before joining comes to the same place"
    assert (shortcut["name"], shortcut["short_name"]) == (
        "Une sortie en douceur, together",
        "Atelier",
    )
    person.page.goto("about:blank")
    person.page.goto(room.address + shortcut["start_url"])
    person.arrive()
    assert len(record.state().participants) == 1
    person.close()


def test_who_is_not_known_is_asked_to_join_or_for_their_code(
    room: Room, record: Record, browser: Browser
) -> None:
    stranger = Participant(browser)
    stranger.page.goto(f"{room.address}/walk/{record.code}")
    expect(stranger.page.get_by_role("link", name="I have a return code")).to_be_visible()
    assert described(stranger.page)["short_name"] == "Workshop"
    stranger.close()


def test_a_facilitators_shortcut_leads_to_their_list(room: Room, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(room.facilitate_url)
    shortcut = described(page)
    assert (shortcut["start_url"], shortcut["short_name"]) == ("/facilitate", "My workshops")
    page.goto(room.address + shortcut["start_url"])
    expect(page.get_by_role("heading", level=1)).to_have_text("Your workshops")
    page.close()


def test_each_icon_is_there_in_its_size_and_is_kept_by_the_browser(
    room: Room, record: Record
) -> None:
    html, _ = fetch(f"{room.address}/join/{record.code}")
    place = re.search(r'rel="manifest" href="([^"]+)"', html.decode())
    touch = re.search(r'rel="apple-touch-icon" href="([^"]+)"', html.decode())
    assert place
    assert touch
    text, headers = fetch(room.address + place[1])
    assert headers["Content-Type"] == "application/manifest+json"
    icons = {icon["src"]: icon["sizes"] for icon in json.loads(text)["icons"]}
    for address, sizes in {**icons, touch[1]: "180x180"}.items():
        picture, headers = fetch(room.address + address)
        assert headers["Content-Type"] == "image/png"
        assert "immutable" in headers["Cache-Control"]
        assert "{}x{}".format(*struct.unpack(">II", picture[16:24])) == sizes


def test_an_unknown_workshop_has_no_shortcut(room: Room) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        fetch(f"{room.address}/shortcut/en/ZZZZZZ")


def test_a_phone_draws_around_the_page_what_the_page_is_drawn_on() -> None:
    papers = re.findall(r"--paper: (#\w+);", stylesheet())
    assert list(PAPER.values()) == papers


def fetch(address: str) -> tuple[bytes, dict[str, str]]:
    with urllib.request.urlopen(address) as reply:
        return reply.read(), dict(reply.headers)
