"""A rehearsal walks the whole deck, and the same seed brings the same one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lhs_widgets.deck import deck_text, parse_deck
from lhs_widgets.errors import BadInput
from lhs_widgets.rehearsal import MOST_PEOPLE, rehearse
from lhs_widgets.store import Record
from lhs_widgets.workshop import Event, Kind, Stamp, Workshop, actions, replay
from lhs_widgets.workshop.contributions import check_contribution

from .conftest import OPENED, OTHER_DECK, Rehearsed


def happened(record: Record) -> list[dict[str, Any]]:
    """What the rehearsal added, without the places that the store gives."""
    return [event.model_dump(exclude={"seq"}) for event in record.events()[1:]]


def kinds(record: Record, kind: Kind) -> list[Event]:
    return [event for event in record.events() if event.kind == kind]


def test_the_same_seed_brings_the_same_events_back(rehearsed: Rehearsed) -> None:
    assert happened(rehearsed(8, seed=3)) == happened(rehearsed(8, seed=3))


def test_another_seed_brings_other_people_and_words(rehearsed: Rehearsed) -> None:
    one, other = rehearsed(8, seed=3).state(), rehearsed(8, seed=4).state()
    assert not one.participants.keys() & other.participants.keys()
    assert not one.answers.keys() & other.answers.keys()


def test_everything_says_that_it_is_a_rehearsal(rehearsed: Rehearsed) -> None:
    opened, *rest = rehearsed(5).events()
    assert opened.kind == Kind.OPENED
    assert {event.origin for event in rest} == {"rehearsal"}


def test_time_only_goes_on_from_the_opening(rehearsed: Rehearsed) -> None:
    times = [event.at for event in rehearsed(12).events()]
    assert times[0] == OPENED
    assert times == sorted(times)
    assert (times[-1] - times[0]).total_seconds() < 5 * 3600


def test_the_group_walks_every_step_in_order_and_sees_all_answers(rehearsed: Rehearsed) -> None:
    record = rehearsed(4)
    deck, state = record.deck, record.state()
    assert [event.step for event in kinds(record, Kind.MOVED)] == list(deck.steps)
    assert state.revealed == {step.id for _, step in deck.answered_steps()}
    assert state.current == list(deck.steps)[-1]
    assert not state.finished


def test_a_step_is_shown_after_its_last_answer(rehearsed: Rehearsed) -> None:
    record = rehearsed(10)
    shown = {event.step: event.at for event in kinds(record, Kind.REVEALED)}
    answers = record.state().answers.values()
    assert all(answer.changed < shown[answer.contribution.step] for answer in answers)


@pytest.mark.parametrize("deck", [deck_text("roadmap"), OTHER_DECK])
def test_every_saved_answer_obeys_the_deck(rehearsed: Rehearsed, deck: str) -> None:
    record = rehearsed(20, deck=deck)
    answered = {answer.contribution.step for answer in record.state().answers.values()}
    assert answered == {step.id for _, step in record.deck.answered_steps()}
    for answer in record.state().answers.values():
        check_contribution(answer.contribution, record.deck)


def test_no_answer_comes_before_its_step_or_its_author(rehearsed: Rehearsed) -> None:
    record = rehearsed(15)
    here: set[str | None] = set()
    current: str | None = None
    for event in record.events():
        if event.kind == Kind.JOINED:
            here.add(event.participant)
        elif event.kind == Kind.MOVED:
            current = event.step
        elif event.kind == Kind.CONTRIBUTED:
            assert event.participant in here
            assert event.step == current


def test_one_person_is_enough(rehearsed: Rehearsed) -> None:
    state = rehearsed(1).state()
    assert len(state.participants) == 1
    assert state.answers


@pytest.mark.parametrize("participants", [-1, 0, MOST_PEOPLE + 1])
def test_a_room_that_cannot_be_is_refused(opened: Callable[..., Record], participants: int) -> None:
    record = opened()
    with pytest.raises(BadInput, match="1 to 300"):
        rehearse(record, participants=participants)
    assert len(record.events()) == 1


def test_the_largest_room_fits(rehearsed: Rehearsed) -> None:
    assert len(rehearsed(MOST_PEOPLE, deck=OTHER_DECK).state().participants) == MOST_PEOPLE


def test_a_workshop_in_use_is_left_alone(rehearsed: Rehearsed) -> None:
    record = rehearsed(2)
    before = record.events()
    with pytest.raises(BadInput, match="already in use"):
        rehearse(record, participants=2, seed=1)
    assert record.events() == before


def test_a_finished_workshop_is_not_opened_again(opened: Callable[..., Record]) -> None:
    record = opened()
    record.append(actions.finish(record.state(), Stamp("facilitator")))
    with pytest.raises(BadInput, match="already in use"):
        rehearse(record, participants=2)
    assert record.state().finished


def test_a_pretend_person_can_be_forgotten(rehearsed: Rehearsed) -> None:
    record = rehearsed(3)
    person = next(iter(record.state().participants))
    assert record.forget(person)
    assert person not in record.state().participants


def test_saved_and_replayed_states_agree(rehearsed: Rehearsed) -> None:
    record = rehearsed(6)
    events = [event.placed(0) for event in record.events()]
    again = replay(events, Workshop(parse_deck(record.deck_yaml)))
    assert again.answers == record.state().answers
