"""The same page in another browser: join, write, hear that it is saved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.browser.firefox import Firefox
from tests.support.room import Room, wait_until
from tests.support.workshops import move

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")


@pytest.mark.skipif(FIREFOX is None, reason="Firefox is not installed (Debian: firefox-esr)")
def test_someone_with_firefox_joins_and_what_they_write_is_saved(
    room: Room, tmp_path: Path
) -> None:
    record = room.record(room.new_workshop()["code"])
    move(record, "p2d-conditions")
    assert FIREFOX
    with Firefox(FIREFOX, tmp_path / "profile") as firefox:
        firefox.goto(f"{room.address}/join/{record.code}")
        firefox.run("document.querySelector('[name=consent]').click()")
        firefox.run("document.querySelector('form button.main').click()")
        wait_until(lambda: firefox.run("!!document.querySelector('.cards textarea')"), "the walk")
        firefox.run("document.querySelector('.cards textarea').focus()")
        firefox.types("Someone explains the form")
        status = "document.querySelector('.step:not([hidden]) .status').textContent"
        wait_until(lambda: firefox.run(status) in ("Saved", "Enregistré"), "the page to say so")
        [answer] = record.state().answers.values()
        assert answer.contribution.text == "Someone explains the form"
