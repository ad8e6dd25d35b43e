"""Every state of a live session in both languages, on the phone, the console and the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.live_screens import LIVE_SCREENS
from tests.support.accessibility import check_everyone_can_use
from tests.support.room import Room
from tests.support.session import Session


@pytest.fixture(scope="module", params=["en", "fr"])
def session(room: Room, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Session]:
    session = Session(room, browser, request.param)
    yield session
    session.close()


@pytest.mark.parametrize("screen", LIVE_SCREENS, ids=lambda screen: screen.__name__)
def test_everyone_can_take_part_live(session: Session, screen: Callable[[Session], Page]) -> None:
    check_everyone_can_use(screen(session), session.language)
