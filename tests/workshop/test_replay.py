"""Laws of replaying a record, whatever happened in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.deck import parse_deck
from lhs_widgets.workshop import Event, Kind, Profile, Stamp, Workshop, replay
from tests.support.workshops import NOON, SMALL_DECK, condition

PEOPLE = ("p-ada", "p-ben", "p-cyd")
ANSWERS = ("c-01", "c-02", "c-03")
START = Workshop(parse_deck(SMALL_DECK))
STEPS = tuple(START.deck.steps)

people, steps, answers = map(st.sampled_from, (PEOPLE, STEPS, ANSWERS))


def event(draw: st.DrawFn, kind: Kind, body: dict[str, Any], **more: Any) -> Event:
    minutes = timedelta(minutes=draw(st.integers(0, 99)))
    return Stamp("participant", NOON + minutes, str(draw(st.uuids()))).event(kind, body, **more)


@st.composite
def happenings(draw: st.DrawFn) -> Event:
    """Anything that can happen after three people joined, forged answers included."""
    match draw(st.sampled_from(["write", "take back", "done", "move", "reveal", "finish"])):
        case "write":
            answer = condition(draw(answers), draw(st.text(max_size=5)))
            body = answer.model_dump(mode="json")
            return event(draw, Kind.CONTRIBUTED, body, participant=draw(people), step="conditions")
        case "take back":
            body = {"contribution": draw(answers)}
            return event(draw, Kind.WITHDRAWN, body, participant=draw(people), step="conditions")
        case "done":
            done = {"done": draw(st.booleans())}
            return event(draw, Kind.DONE, done, participant=draw(people), step=draw(steps))
        case "move":
            return event(draw, Kind.MOVED, {}, step=draw(steps))
        case "reveal":
            return event(draw, Kind.REVEALED, {"revealed": draw(st.booleans())}, step=draw(steps))
    return event(draw, Kind.FINISHED, {})


@st.composite
def records(draw: st.DrawFn) -> list[Event]:
    """A whole record: opened, joined by all, then anything; every event in its place."""
    opened = event(draw, Kind.OPENED, {"title": "A workshop"})
    profile = Profile(language="en").model_dump()
    joined = [event(draw, Kind.JOINED, profile, participant=person) for person in PEOPLE]
    happened = draw(st.lists(happenings(), max_size=20))
    return [e.placed(place) for place, e in enumerate([opened, *joined, *happened], 1)]


@given(records(), st.data())
def test_in_one_go_or_in_two_pieces_is_the_same(record: list[Event], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(record)))
    in_two = replay(record[cut:], replay(record[:cut], START))
    assert in_two == replay(record, START)


@given(records())
def test_the_state_stands_at_the_last_event(record: list[Event]) -> None:
    assert replay(record, START).seq == len(record)


@given(records())
def test_replaying_changes_nothing_it_was_given(record: list[Event]) -> None:
    before = replay(record[:4], START)
    people, answers = dict(before.participants), dict(before.answers)
    replay(record[4:], before)
    assert (before.participants, before.answers) == (people, answers)


@given(records())
def test_the_last_event_once_more_changes_no_words(record: list[Event]) -> None:
    once = replay(record, START)
    twice = replay([record[-1]], once)
    words = {key: (a.contribution, a.participant) for key, a in once.answers.items()}
    assert {key: (a.contribution, a.participant) for key, a in twice.answers.items()} == words


@given(records(), people, answers)
def test_the_id_of_anothers_answer_changes_nothing(
    record: list[Event], forger: str, answer: str
) -> None:
    before = replay(record, START)
    if answer not in before.answers or before.answers[answer].participant == forger:
        return
    stamp, body = Stamp("participant", NOON), condition(answer, "forged").model_dump(mode="json")
    written = stamp.event(Kind.CONTRIBUTED, body, participant=forger, step="conditions")
    taken = stamp.event(Kind.WITHDRAWN, {"contribution": answer}, participant=forger)
    assert replay([written, taken], before) == before


@given(records())
def test_nothing_reached_is_ever_closed(record: list[Event]) -> None:
    moved = [event.step for event in record if event.kind == Kind.MOVED]
    state = replay(record, START)
    assert all(state.is_open(step) for step in moved if step)
