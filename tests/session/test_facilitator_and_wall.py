"""The console and the wall: what they do, and what they are never told."""

from __future__ import annotations

import pytest

from lhs_widgets.errors import StoreError
from lhs_widgets.session import FacilitatorPage, WallPage
from lhs_widgets.store import Record
from tests.session.conftest import Browser
from tests.support.workshops import condition, join, move, reveal, write


def test_moving_takes_everyone_and_looks_there(
    facilitator: FacilitatorPage, record: Record
) -> None:
    Browser(facilitator).say(facilitator.console, type="do", does="move", step="conditions")
    assert record.state().current == "conditions"
    assert facilitator.console.live["viewed"] == "conditions"


def test_looking_at_a_step_moves_nobody(facilitator: FacilitatorPage, record: Record) -> None:
    Browser(facilitator).say(facilitator.console, type="view", step="roles")
    assert record.state().current == "challenges"
    assert facilitator.console.live["viewed"] == "roles"


def test_the_console_goes_along_when_another_one_moves_everyone(
    facilitator: FacilitatorPage, record: Record
) -> None:
    move(record, "conditions")
    facilitator.refresh()
    assert facilitator.console.live["viewed"] == "conditions"
    facilitator.view("roles")
    move(record, "challenges")
    facilitator.refresh()
    assert facilitator.console.live["viewed"] == "roles"


def test_an_unknown_step_is_refused_and_changes_nothing(
    facilitator: FacilitatorPage, record: Record
) -> None:
    browser, before = Browser(facilitator), len(record.events())
    browser.say(facilitator.console, type="view", step="nowhere")
    browser.say(facilitator.console, type="do", does="move", step="nowhere")
    browser.say(facilitator.console, type="do", does="reveal", step=None, revealed=True)
    assert [message["type"] for message in browser.heard] == ["refused"] * 2
    assert len(record.events()) == before


def test_answers_are_shown_and_hidden(facilitator: FacilitatorPage, record: Record) -> None:
    browser = Browser(facilitator)
    for revealed in (True, False):
        browser.say(
            facilitator.console, type="do", does="reveal", step="conditions", revealed=revealed
        )
        assert ("conditions" in record.state().revealed) is revealed


def test_the_end_can_be_taken_back_by_moving(facilitator: FacilitatorPage, record: Record) -> None:
    browser = Browser(facilitator)
    browser.say(facilitator.console, type="do", does="finish")
    assert facilitator.console.live["finished"]
    browser.say(facilitator.console, type="do", does="move", step="challenges")
    assert not record.state().finished


def test_a_store_that_fails_is_said_on_the_console(
    facilitator: FacilitatorPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(Record, "append", fail)
    browser = Browser(facilitator)
    browser.say(facilitator.console, type="do", does="finish")
    assert browser.heard[0]["type"] == "refused"
    assert "disk" not in browser.heard[0]["sentence"]


def test_the_console_speaks_french(facilitator: FacilitatorPage) -> None:
    Browser(facilitator).say(facilitator.console, type="language", language="fr")
    console = facilitator.console
    assert console.language == "fr"
    assert console.phases[1]["title"] == "Le parcours"
    assert console.live["question"] == "Quels défis ?"
    assert console.strings["finish"] == "Terminer l’atelier"


def test_the_console_counts_people_and_knows_none(
    facilitator: FacilitatorPage, record: Record
) -> None:
    write(record, join(record, "p-bob"), condition("bobs-answer", "Bob's words"))
    facilitator.view("conditions")
    facilitator.refresh()
    assert facilitator.console.live["joined"] == 1
    assert [card["text"] for card in facilitator.console.live["answers"]] == ["Bob's words"]
    for secret in ("p-bob", '"Ada"'):
        assert secret not in Browser(facilitator).sees()


def test_the_wall_follows_the_group_in_both_languages(wall: WallPage, record: Record) -> None:
    move(record, "conditions")
    wall.refresh()
    assert wall.wall.live["languages"] == ["en", "fr"]
    assert wall.wall.live["questions"] == ["What makes it work?", "Quelles conditions ?"]
    assert wall.wall.live["stage"] == ["Think alone", "Réfléchir en solo"]
    assert wall.wall.live["counts"][0] == "0 people joined · 0 have finished"


def test_the_wall_shows_only_what_was_shown(wall: WallPage, record: Record) -> None:
    write(record, join(record, "p-bob"), condition("bobs-answer", "Bob's words"))
    move(record, "conditions")
    wall.refresh()
    assert "Bob's words" not in Browser(wall).sees()
    reveal(record, "conditions")
    wall.refresh()
    assert [each["text"] for each in wall.wall.live["answers"]] == ["Bob's words"]
    assert "p-bob" not in Browser(wall).sees()
