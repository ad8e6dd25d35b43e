"""Pretend participants who respond to a facilitator: they do what comes up, once each."""

from __future__ import annotations

from typing import Any

import pytest

from lhs_widgets.deck import deck_text
from lhs_widgets.deck.stages import BALLOT_STAGES
from lhs_widgets.rehearsal import Company
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import Workshop
from tests.rehearsal.conftest import OTHER_DECK
from tests.session.test_commands import do

PEOPLE = 6


@pytest.fixture(params=[deck_text("roadmap"), OTHER_DECK], ids=["roadmap", "another"])
def rehearsal(store: Store, request: pytest.FixtureRequest) -> Record:
    original = store.open_workshop(request.param, "A workshop", "f" * 64)
    return store.open_rehearsal(original.code)


@pytest.fixture
def company(rehearsal: Record) -> Company:
    company = Company(rehearsal.state(), PEOPLE, rehearsal.code)
    rehearsal.bring_in(company.joining(rehearsal.state()), [])
    return company


def respond(record: Record, company: Company) -> int:
    """Let them act until they all wait; how many turns it took."""
    turns = 0
    while happened := company.turn(record.state()):
        record.append(*happened)
        turns += 1
        assert turns < 100, "they never stop"
    return turns


def walked(record: Record, company: Company) -> Workshop:
    """Go through every stage of every step, as a facilitator does, closing each vote."""
    for step in record.deck.steps.values():
        do(record, does="move", step=step.id)
        for stage in step.stages:
            do(record, does="stage", step=step.id, stage=stage.id)
            respond(record, company)
            if isinstance(stage, BALLOT_STAGES):
                do(record, does="count", step=step.id, stage=stage.id, counted=True)
    return record.state()


def test_everyone_answers_every_step_and_votes_in_every_vote(
    rehearsal: Record, company: Company
) -> None:
    state = walked(rehearsal, company)
    for _phase, step in state.deck.answered_steps():
        assert state.done_with(step.id) == PEOPLE
        assert {answer.participant for answer in state.answers_to(step.id)} == set(
            state.participants
        )
    for step in state.deck.steps.values():
        for stage in step.stages:
            if isinstance(stage, BALLOT_STAGES):
                assert len(state.ballots[state.key(step.id, stage.id)]) == PEOPLE


def test_all_they_do_is_marked_as_pretended(rehearsal: Record, company: Company) -> None:
    walked(rehearsal, company)
    origins = {event.origin for event in rehearsal.events() if event.participant}
    assert origins == {"rehearsal"}


def first_answered(record: Record) -> str:
    return next(step.id for _phase, step in record.deck.answered_steps())


def test_people_who_are_called_back_are_the_same_and_say_nothing_twice(
    rehearsal: Record, company: Company
) -> None:
    do(rehearsal, does="move", step=first_answered(rehearsal))
    respond(rehearsal, company)
    again = Company.of(rehearsal.state(), rehearsal.code)
    assert [person.id for person in again.people] == [person.id for person in company.people]
    assert respond(rehearsal, again) == 0


@pytest.mark.parametrize(
    "stops",
    [
        {"does": "pause", "paused": True},
        {"does": "lock", "locked": True},
        {"does": "finish"},
    ],
    ids=lambda message: message["does"],
)
def test_they_wait_in_a_break_at_a_closed_step_and_at_the_end(
    rehearsal: Record, company: Company, stops: dict[str, Any]
) -> None:
    step = first_answered(rehearsal)
    do(rehearsal, does="move", step=step)
    do(rehearsal, **{**stops, "step": step})
    assert respond(rehearsal, company) == 0


def test_a_new_round_of_a_vote_is_voted_in_again(store: Store) -> None:
    original = store.open_workshop(deck_text("roadmap"), "A workshop", "f" * 64)
    record = store.open_rehearsal(original.code)
    company = Company(record.state(), PEOPLE, record.code)
    record.bring_in(company.joining(record.state()), [])
    do(record, does="move", step="p2d-roles")
    respond(record, company)
    do(record, does="stage", step="p2d-roles", stage="reveal")
    do(record, does="stage", step="p2d-roles", stage="vote")
    assert respond(record, company) == PEOPLE
    do(record, does="stage", step="p2d-roles", stage="vote", again=True)
    assert respond(record, company) == PEOPLE


def test_who_was_erased_does_nothing_more(rehearsal: Record, company: Company) -> None:
    rehearsal.forget(company.people[0].id)
    do(rehearsal, does="move", step=first_answered(rehearsal))
    assert respond(rehearsal, company) == PEOPLE - 1
    assert respond(rehearsal, Company.of(rehearsal.state(), rehearsal.code)) == 0
