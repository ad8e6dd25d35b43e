"""What the console can do, and what it refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from lhs_widgets.errors import Refused
from lhs_widgets.session.commands import COMMANDS, carry_out
from lhs_widgets.store import Record
from lhs_widgets.workshop import Stamp, Workshop
from tests.support.workshops import NOON, condition, join, write

AT_NOON = Stamp("facilitator", NOON)


def do(record: Record, stamp: Stamp | None = None, **message: Any) -> Workshop:
    record.append(*carry_out(record.state(), message, stamp or Stamp("facilitator")))
    return record.state()


def test_going_to_the_reveal_shows_the_answers(record: Record) -> None:
    write(record, join(record), condition("c-01"))
    state = do(record, does="stage", step="conditions", stage="reveal")
    assert [answer.contribution.id for answer in state.shown_at("conditions")] == ["c-01"]


def test_going_back_to_thinking_keeps_what_was_shown(record: Record) -> None:
    write(record, join(record), condition("c-01"))
    do(record, does="stage", step="conditions", stage="reveal")
    state = do(record, does="stage", step="conditions", stage="think")
    assert state.shown_at("conditions")


def test_voting_again_is_another_round(record: Record) -> None:
    do(record, does="stage", step="conditions", stage="vote")
    state = do(record, does="stage", step="conditions", stage="vote", again=True)
    assert state.key("conditions", "vote") == ("conditions", "vote", 2)


def test_coming_back_to_a_vote_is_the_same_round(record: Record) -> None:
    do(record, does="stage", step="conditions", stage="vote", again=True)
    do(record, does="stage", step="conditions", stage="discuss")
    state = do(record, does="stage", step="conditions", stage="vote")
    assert state.key("conditions", "vote") == ("conditions", "vote", 2)


def test_a_locked_step_takes_nothing_until_it_is_opened(record: Record) -> None:
    person = join(record)
    do(record, does="lock", step="conditions", locked=True)
    with pytest.raises(Refused, match="locked"):
        write(record, person, condition("c-01"))
    do(record, does="lock", step="conditions", locked=False)
    write(record, person, condition("c-01"))


def test_at_their_own_pace_people_reach_every_step(record: Record) -> None:
    later = record.deck.phases[-1].steps[-1].id
    state = do(record, does="pace", own=True)
    assert all(state.is_open(step) for step in state.deck.steps)
    assert later in state.deck.steps


def test_a_timer_runs_from_now_and_can_be_given_more(record: Record) -> None:
    state = do(record, AT_NOON, does="timer", seconds=120)
    assert state.timer is not None
    assert state.timer.ends == NOON + timedelta(seconds=120)
    later = Stamp("facilitator", NOON + timedelta(seconds=30))
    state = do(record, later, does="timer", seconds=60, more=True)
    assert state.timer is not None
    assert state.timer.ends == NOON + timedelta(seconds=180)
    assert do(record, does="timer", seconds=0).timer is None


def test_a_timer_ends_with_its_stage(record: Record) -> None:
    do(record, AT_NOON, does="timer", seconds=120)
    assert do(record, does="stage", step="conditions", stage="group").timer is None


def test_an_answer_is_hidden_with_a_reason_and_shown_again(record: Record) -> None:
    write(record, join(record), condition("c-01"))
    do(record, does="reveal", step="conditions", revealed=True)
    hide = {"does": "moderate", "contribution": "c-01"}
    with pytest.raises(Refused):
        do(record, **hide, moderated=True, reason=" ")
    state = do(record, **hide, moderated=True, reason="Names a person")
    assert state.shown_at("conditions") == ()
    assert state.moderated == {"c-01": "Names a person"}
    assert do(record, **hide, moderated=False).shown_at("conditions")


def test_people_are_seated_and_brought_together_again(record: Record) -> None:
    people = [join(record, name) for name in ("p-ada", "p-ben")]
    state = do(record, does="seat", seats=dict(zip(people, (1, 2), strict=True)))
    assert [state.participants[person].table for person in people] == [1, 2]
    assert do(record, does="split", tables=2).tables == 2
    state = do(record, does="split", tables=0)
    assert (state.tables, state.participants["p-ada"].table) == (0, 1)


def test_an_action_is_agreed_and_done(record: Record) -> None:
    do(record, does="promise", id="act-1", text="Ask the clinic", who="Ada", due="2026-12-01")
    [promise] = do(record, does="promise", id="act-1", done=True).promises.values()
    assert (promise.text, promise.who, promise.done) == ("Ask the clinic", "Ada", True)
    with pytest.raises(Refused, match="is not a date"):
        do(record, does="promise", id="act-2", text="Ask", due="soon")


BAD = [
    {"does": "support", "words": ["Mo"]},
    {"does": "fly"},
    {"does": "move", "step": "nowhere"},
    {"does": "move", "step": 7},
    {"does": "stage", "step": "conditions", "stage": "nowhere"},
    {"does": "stage", "step": "welcome", "stage": "think"},
    {"does": "count", "step": "conditions", "stage": "nowhere", "counted": True},
    {"does": "timer", "seconds": -1},
    {"does": "timer", "seconds": "long"},
    {"does": "timer", "seconds": True},
    {"does": "timer", "seconds": 10**9},
    {"does": "split", "tables": 1000},
    {"does": "seat", "seats": ["p-ada"]},
    {"does": "seat", "seats": {"p-nobody": 1}},
    {"does": "moderate", "contribution": "nothing", "moderated": True, "reason": "why"},
    {"does": "drop-promise", "id": "nothing"},
    {"does": "replan", "change": "hide", "step": "nowhere"},
    {"does": "replan", "change": "hide", "step": "conditions", "stage": "nowhere"},
    {"does": "replan", "change": "time", "step": "conditions"},
    {"does": "replan", "change": "time", "step": "conditions", "stage": "think", "minutes": 0},
    {"does": "replan", "change": "time", "step": "conditions", "stage": "think", "minutes": "x"},
    {"does": "replan", "change": "fly", "step": "conditions"},
    {"does": "retitle", "title": ""},
    {"does": "offer", "languages": []},
    {"does": "purpose", "aim": "profit"},
    {"does": "purpose", "aim": "research", "reb": " "},
    {"does": "keep-until", "until": "soon"},
    {"does": "offer", "languages": ["de"]},
    {"does": "offer", "languages": [[]]},
    {"does": "offer", "languages": "en"},
    {"does": "note", "step": "conditions", "text": "x" * 10_001},
    {"does": "settle", "agreement": 20},
    {"does": "settle", "agreement": "80"},
]


@pytest.mark.parametrize("message", BAD, ids=str)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    record: Record, message: dict[str, Any]
) -> None:
    before = record.events()
    with pytest.raises(Refused):
        do(record, **message)
    assert record.events() == before


def test_every_command_is_tried_here() -> None:
    tried = {str(message["does"]) for message in BAD} | {"finish", "lower-hand", "pace", "pause"}
    assert set(COMMANDS) <= tried | {"lock", "promise", "reveal", "unprepare"}
