"""A server and a browser for the tests in which people click."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.support.room import Room

#: Each window draws the lists under its address field as two pages more, which nobody opens; they
#: cost as much as a page of ours.
_UNSEEN = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"]
#: What Playwright switches off itself: of two such lists Chromium reads the last.
_OFF = [
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
# Without these Chromium looks for its maker's servers at every start.
_QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_OPTIONS = [*_QUIET, f"--disable-features={','.join([*_OFF, *_UNSEEN])}"]


# Not for the whole session: Playwright keeps an event loop running, in which no other can run.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "Chromium is missing: run `make test`, which installs it"
    expect.set_options(timeout=20_000)  # a page's kernel may start slowly on a busy machine
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Iterator[Browser]:
    yield chromium
    for left in chromium.contexts:  # by a test that failed
        left.close()


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """One server for the tests of this folder; each test opens a workshop of its own."""
    room = Room(tmp_path_factory.mktemp("room") / "data")
    room.open()
    yield room
    room.close()


@pytest.fixture(scope="module")
def own_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A server for one file, which lists its workshops, counts its processes or ends it."""
    room = Room(tmp_path_factory.mktemp("own-room") / "data")
    room.open()
    yield room
    room.close()
