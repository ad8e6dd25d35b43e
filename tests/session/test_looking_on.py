"""Who looks on sees what the facilitator sees, and nothing they send changes anything."""

from __future__ import annotations

from typing import Any

import pytest

from lhs_widgets.session import FacilitatorPage
from lhs_widgets.session.commands import COMMANDS
from lhs_widgets.store import Record
from tests.session.conftest import INVITATION, Browser
from tests.support.workshops import condition, join, reveal, write


@pytest.fixture
def onlooker(record: Record) -> FacilitatorPage:
    write(record, join(record), condition("c-01", "Time to meet"))
    reveal(record, "conditions")
    return FacilitatorPage(record, INVITATION, looks_on=True)


@pytest.mark.parametrize("does", sorted(COMMANDS))
def test_no_command_is_carried_out(onlooker: FacilitatorPage, record: Record, does: str) -> None:
    browser, before = Browser(onlooker), record.events()
    message: dict[str, Any] = {"step": "conditions", "seconds": 60, "tables": 2, "paused": True}
    browser.say(onlooker.console, type="do", does=does, **message)
    assert record.events() == before
    assert browser.heard[-1]["type"] == "refused"


@pytest.mark.parametrize(
    "entry",
    [
        {"kind": "note", "text": "mine"},
        {"kind": "outcome", "text": "mine", "language": "en"},
        {"kind": "group", "items": ["c-01"], "theme": "t-01", "title": "mine"},
        {"kind": "ballot", "ballot": {}},
    ],
    ids=lambda entry: entry["kind"],
)
def test_no_change_is_kept(
    onlooker: FacilitatorPage, record: Record, entry: dict[str, Any]
) -> None:
    browser, before = Browser(onlooker), record.events()
    change = {"action": "save", "id": "change-01", "entry": {**entry, "step": "conditions"}}
    browser.say(onlooker.console, type="change", **change)
    assert record.events() == before
    assert browser.heard[-1]["type"] == "refused"


def test_they_see_the_answers_and_where_the_group_is(onlooker: FacilitatorPage) -> None:
    Browser(onlooker).say(onlooker.console, type="view", step="conditions")
    live = onlooker.console.live
    assert [card["text"] for card in live["answers"]] == ["Time to meet"]
    assert live["current"] == "challenges"
    assert onlooker.console.looks_on


def test_no_board_offers_them_anything(onlooker: FacilitatorPage) -> None:
    onlooker.view("conditions")
    assert not onlooker.console.board["can_group"]
    assert not onlooker.console.board["can_agree"]


def test_the_facilitators_own_notes_are_not_theirs(
    onlooker: FacilitatorPage, facilitator: FacilitatorPage
) -> None:
    note = {"kind": "note", "text": "Ask Rosa", "step": "conditions"}
    Browser(facilitator).say(
        facilitator.console, type="change", action="save", id="change-01", entry=note
    )
    onlooker.refresh()
    onlooker.view("conditions")
    assert "Ask Rosa" not in Browser(onlooker).sees()
