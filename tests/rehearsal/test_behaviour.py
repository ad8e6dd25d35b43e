"""Thirty pretend people behave like a mixed room."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from statistics import mean

import pytest

from lhs_widgets.deck import deck_text
from lhs_widgets.rehearsal import rehearse
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import Answer, Contribution, Event, Kind, Stamp

from .conftest import OPENED


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Thirty people in the built-in deck; read only."""
    with Store(tmp_path_factory.mktemp("room")) as store:
        stamp = Stamp("facilitator", OPENED)
        record = store.open_workshop(deck_text("roadmap"), "Practice", "f" * 64, stamp)
        rehearse(record, participants=30, seed=1)
        yield record


def joined(room: Record) -> list[Event]:
    return [event for event in room.events() if event.kind == Kind.JOINED]


def drafts(room: Record) -> dict[str, list[Contribution]]:
    """Every saved go of each answer, oldest first."""
    goes = defaultdict(list)
    for event in room.events():
        if event.kind == Kind.CONTRIBUTED:
            answer = Contribution.model_validate(event.body)
            goes[answer.id].append(answer)
    return goes


def answers(room: Record, kind: str) -> list[Answer]:
    steps = {step.id for _, step in room.deck.answered_steps() if step.activity.kind == kind}
    return [a for a in room.state().answers.values() if a.contribution.step in steps]


def test_half_speak_french_and_answer_in_french(room: Record) -> None:
    people = room.state().participants
    assert Counter(p.profile.language for p in people.values()) == {"en": 15, "fr": 15}
    for answer in room.state().answers.values():
        assert answer.contribution.language == people[answer.participant].profile.language


def test_groups_mix_and_names_are_only_numbers(room: Record) -> None:
    profiles = [person.profile for person in room.state().participants.values()]
    assert len({profile.group for profile in profiles}) >= 5
    names = {profile.name.split(" ")[0] for profile in profiles}
    assert names == {"", "Participant", "Personne"}


def test_one_person_comes_late(room: Record) -> None:
    late = [event for event in joined(room) if event.at > OPENED + timedelta(minutes=5)]
    assert len(late) == 1
    last_move = [e for e in room.events() if e.kind == Kind.MOVED and e.at < late[0].at][-1]
    assert room.deck.position(last_move.step or "") > 0


def test_one_person_leaves_early(room: Record) -> None:
    at_steps = [event for event in room.events() if event.participant and event.step]
    last = {event.participant: event.step for event in at_steps}
    final = [step.id for _, step in room.deck.answered_steps()][-3:]
    assert len([step for step in last.values() if step not in final]) == 1


def test_people_pick_one_to_four_roles_and_some_name_their_own(room: Record) -> None:
    chosen = answers(room, "roles")
    each = Counter(
        (a.participant, a.contribution.step) for a in chosen if a.contribution.role is not None
    )
    assert set(each.values()) <= {1, 2, 3, 4}
    assert any(a.contribution.role is None and a.contribution.text for a in chosen)
    assert {a.contribution.scope for a in chosen} == {"self", "group"}


def test_more_influence_is_wished_for_and_patients_see_less_today(room: Record) -> None:
    people = room.state().participants
    today = defaultdict(list)
    gains = []
    for answer in answers(room, "roles"):
        ratings = answer.contribution.ratings
        today[people[answer.participant].profile.group].append(ratings["influence-today"])
        gains.append(ratings["influence-wished"] - ratings["influence-today"])
    assert mean(gains) > 0.5
    assert min(gains) < 0 < max(gains)
    assert mean(today["patient"]) < mean(today["clinician"])


def test_most_challenges_link_to_a_condition_of_ones_own(room: Record) -> None:
    state = room.state()
    challenges = answers(room, "challenges")
    linked = [a for a in challenges if a.contribution.eased_by]
    assert len(challenges) / 2 < len(linked) < len(challenges)
    for answer in linked:
        condition = state.answers[answer.contribution.eased_by or ""]
        assert condition.participant == answer.participant


def test_some_texts_come_in_several_goes(room: Record) -> None:
    longer = [
        (before.text, after.text)
        for goes in drafts(room).values()
        for before, after in pairwise(goes)
        if before.text != after.text
    ]
    assert len(longer) > 20
    assert all(after.startswith(before) for before, after in longer)


def test_some_change_a_rating_and_some_take_an_answer_back(room: Record) -> None:
    changed = [
        goes
        for goes in drafts(room).values()
        if any(
            a.ratings.keys() == b.ratings.keys() and a.ratings != b.ratings
            for a, b in pairwise(goes)
        )
    ]
    withdrawn = [event for event in room.events() if event.kind == Kind.WITHDRAWN]
    assert changed
    assert withdrawn
    assert all(event.step for event in withdrawn)


def test_most_say_they_are_done_and_some_skip_a_step(room: Record) -> None:
    state = room.state()
    steps = [step.id for _, step in room.deck.answered_steps()]
    assert all(15 < state.done_with(step) < 30 for step in steps)
    wrote = {(a.participant, a.contribution.step) for a in state.answers.values()}
    assert len(wrote) < len(steps) * 30
