"""Holding a room: the clock, raised hands, who is here, tables, notes, cards that are hidden."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from lhs_widgets.session import FacilitatorPage, ParticipantPage, WallPage
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import actions
from lhs_widgets.workshop.codes import fingerprint
from tests.session.conftest import INVITATION, Browser
from tests.support.workshops import SMALL_DECK, condition, join, move, reveal, stamp, write

Do = Callable[..., None]


@pytest.fixture
def do(facilitator: FacilitatorPage) -> Do:
    """Lets the facilitator press a button; what is refused fails the test."""
    browser = Browser(facilitator)

    def press(does: str, **message: object) -> None:
        browser.say(facilitator.console, type="do", does=does, **message)
        assert browser.heard == []

    return press


def with_names(store: Store) -> Record:
    """A workshop whose winning conditions are signed."""
    signed = SMALL_DECK.replace(
        "activity: {kind: winning", "names: named\n        activity: {kind: winning"
    )
    record = store.open_workshop(signed, "A workshop", fingerprint("KEY"))
    move(record, "conditions")
    return record


def test_everyone_sees_the_same_time(do: Do, ada: ParticipantPage, wall: WallPage) -> None:
    do("timer", seconds=300)
    ada.refresh()
    wall.refresh()
    on_the_phone, on_the_wall = ada.header.room["timer"], wall.wall.live["timer"]
    assert on_the_phone["ends"] == on_the_wall["ends"]
    now = datetime.now(UTC).timestamp() * 1000
    assert 290_000 < on_the_phone["ends"] - now <= 300_000
    do("timer", seconds=60, more=True)
    ada.refresh()
    assert 350_000 < ada.header.room["timer"]["ends"] - now <= 361_000
    do("timer", seconds=0)
    ada.refresh()
    assert ada.header.room["timer"] is None


def test_a_clock_that_runs_is_told_once(do: Do, ada: ParticipantPage) -> None:
    do("timer", seconds=300)
    ada.refresh()
    told = ada.header.room
    do("lock", step="conditions", locked=True)
    ada.refresh()
    assert ada.header.room == told


def test_a_clock_that_is_over_closes_nothing(record: Record) -> None:
    join(record)
    record.append(actions.set_timer(1, stamp()))  # at noon of a day that is past
    write(record, "p-ada", condition("after-the-end"))
    assert "after-the-end" in record.state().answers


def test_a_new_stage_takes_the_clock_away(do: Do, record: Record) -> None:
    do("timer", seconds=300)
    do("stage", step="conditions", stage="reveal")
    assert record.state().timer is None


def test_a_raised_hand_is_seen_by_the_facilitator_with_the_name_given(
    do: Do, facilitator: FacilitatorPage, ada: ParticipantPage, phone: Browser, record: Record
) -> None:
    phone.say(ada.navigation, type="hand", hand=True)
    assert ada.navigation.walk["hand"] is True
    facilitator.refresh()
    (hand,) = facilitator.console.room["hands"]
    assert hand["name"] == "Ada"
    other = ParticipantPage(record, join(record, "p-bob"))
    assert "p-ada" not in Browser(other).sees()
    do("lower-hand", person=hand["id"])
    ada.refresh()
    assert ada.navigation.walk["hand"] is False


def test_the_console_counts_whose_pages_are_open(record: Record) -> None:
    async def scene() -> tuple[int, int]:
        here = ParticipantPage(record, join(record, "p-ada"))
        join(record, "p-away")
        stop = here.listen()
        console = FacilitatorPage(record, INVITATION).console
        first = console.room["here"]
        stop()
        return first, FacilitatorPage(record, INVITATION).console.room["here"]

    assert asyncio.run(scene()) == (1, 0)


def test_who_has_finished_is_listed_only_where_names_are_shown(
    facilitator: FacilitatorPage, store: Store
) -> None:
    assert facilitator.console.room["people"] is None
    record = with_names(store)
    page = ParticipantPage(record, join(record))
    Browser(page).say(page.navigation, type="done", done=True)
    console = FacilitatorPage(record, INVITATION).console
    assert console.room["people"] == [{"name": "Ada", "here": False, "done": True}]


def test_people_are_seated_moved_and_brought_together(
    do: Do, facilitator: FacilitatorPage, ada: ParticipantPage, record: Record
) -> None:
    for number in range(5):
        join(record, f"p-{number}")
    do("split", tables=2, how="balanced")
    people = facilitator.console.room["tables"]["people"]
    assert sorted(person["table"] for person in people) == [1, 1, 1, 2, 2, 2]
    do("seat", seats={"p-ada": 2})
    ada.refresh()
    assert (ada.header.room["table"], ada.header.room["tables"]) == (2, 2)
    do("split", tables=0)
    ada.refresh()
    assert ada.header.room["table"] is None


def test_what_tables_wrote_is_read_by_all_once_they_are_together(
    do: Do, record: Record, ada: ParticipantPage, phone: Browser
) -> None:
    write(record, "p-ada", condition("answer-1"))
    reveal(record, "conditions")
    move(record, "conditions")
    do("stage", step="conditions", stage="discuss")
    do("split", tables=2, how="random")
    ada.refresh()
    table = ada.header.room["table"]
    entry = {"id": "o", "kind": "outcome", "step": "conditions", "text": "Ours", "language": "en"}
    phone.say(ada.together, type="change", id="change-1", action="save", entry=entry)
    do("split", tables=0)
    ada.refresh()
    ada.go("conditions")
    assert ada.together.board["of_tables"] == [{"table": table, "text": "Ours", "language": "en"}]


def test_notes_are_for_facilitators_alone(
    facilitator: FacilitatorPage, ada: ParticipantPage, wall: WallPage, record: Record
) -> None:
    entry = {"id": "note-conditions", "kind": "note", "step": "conditions", "text": "Ask Ada"}
    browser = Browser(facilitator)
    browser.say(facilitator.console, type="change", id="note-1", action="save", entry=entry)
    assert browser.heard == [{"type": "saved", "id": "note-1"}]
    facilitator.view("conditions")
    assert facilitator.console.entries[0]["text"] == "Ask Ada"
    for page in (ada, wall):
        page.refresh()
        assert "Ask Ada" not in Browser(page).sees()
    assert "Ask Ada" not in str(record.state_for("p-ada"))


def test_a_participant_writes_no_notes(ada: ParticipantPage, phone: Browser) -> None:
    entry = {"id": "n", "kind": "note", "step": "conditions", "text": "Mine"}
    phone.say(ada.together, type="change", id="note-1", action="save", entry=entry)
    assert phone.heard[0]["type"] == "refused"


def test_a_hidden_card_is_gone_for_all_but_its_author_who_reads_why(
    do: Do, facilitator: FacilitatorPage, ada: ParticipantPage, record: Record
) -> None:
    write(record, "p-ada", condition("answer-1", "Ask Doctor Zebra"))
    reveal(record, "conditions")
    do("moderate", contribution="answer-1", reason="It names a person.", moderated=True)
    facilitator.view("conditions")
    assert facilitator.console.live["answers"] == []
    (hidden,) = facilitator.console.live["hidden"]
    assert (hidden["text"], hidden["reason"]) == ("Ask Doctor Zebra", "It names a person.")
    ada.go("conditions")
    ada.refresh()
    (mine,) = (widget for widget in ada.widgets if getattr(widget, "hidden", None))
    assert mine.hidden == {"answer-1": "It names a person."}
    bob = ParticipantPage(record, join(record, "p-bob"))
    bob.go("conditions")
    assert "Zebra" not in Browser(bob).sees()
    assert "names a person" not in Browser(bob).sees()
    do("moderate", contribution="answer-1", reason="", moderated=False)
    bob.refresh()
    assert "Zebra" in Browser(bob).sees()
