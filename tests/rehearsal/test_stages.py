"""A pretend group goes through the stages of each step, as a real one would."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from lhs_widgets.deck import deck_text
from lhs_widgets.deck.stages import BALLOT_STAGES
from lhs_widgets.rehearsal import rehearse
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import Event, Kind, Plan, Stamp, Workshop, actions

from .conftest import OPENED, OTHER_DECK, Rehearsed


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Thirty people in the built-in deck; read only."""
    with Store(tmp_path_factory.mktemp("room")) as store:
        stamp = Stamp("facilitator", OPENED)
        record = store.open_workshop(deck_text("roadmap"), "Practice", "f" * 64, stamp)
        rehearse(record, participants=30, seed=1)
        yield record


@pytest.fixture(scope="module")
def state(room: Record) -> Workshop:
    return room.state()


def of_kind(record: Record, kind: Kind) -> list[Event]:
    return [event for event in record.events() if event.kind is kind]


def staged(record: Record) -> dict[str, list[str]]:
    found = defaultdict(list)
    for event in of_kind(record, Kind.STAGED):
        found[event.step or ""].append(event.body["stage"])
    return found


def test_the_facilitator_goes_through_every_stage_in_order(room: Record) -> None:
    assert staged(room) == {
        step.id: [stage.id for stage in step.stages] for _, step in room.deck.answered_steps()
    }


def test_what_the_plan_hides_is_left_out(opened: Callable[..., Record]) -> None:
    record = opened()
    plan = Plan.of(record.deck).model_dump(mode="json")
    plan["steps"][4]["stages"][2]["hidden"] = True
    plan["steps"][5]["hidden"] = True
    record.append(actions.plan(record.state(), plan, Stamp("facilitator", OPENED)))
    rehearse(record, participants=3)
    assert "group" not in staged(record)["p2d-conditions"]
    assert "p2d-challenges" not in staged(record)


def test_some_ideas_are_put_into_themes_named_in_both_languages(state: Workshop) -> None:
    titles = {theme.title for step in state.theme_acts for theme in state.themes(step)}
    assert {"Plain words", "Des mots simples"} <= titles
    for step in state.theme_acts:
        assert all(theme.title for theme in state.themes(step))


def test_now_and_then_themes_are_merged_and_an_act_is_undone(room: Record) -> None:
    assert of_kind(room, Kind.MERGED)
    assert of_kind(room, Kind.UNDONE)


def test_what_people_do_together_does_not_say_who(room: Record) -> None:
    for kind in (Kind.GROUPED, Kind.MERGED, Kind.UNDONE, Kind.AGREED, Kind.PROMISED):
        assert {event.participant for event in of_kind(room, kind)} == {None}


def test_most_people_choose_and_every_vote_is_closed(room: Record, state: Workshop) -> None:
    chosen = {
        (step.id, stage.id, 1)
        for _, step in room.deck.answered_steps()
        for stage in step.stages
        if isinstance(stage, BALLOT_STAGES)
    }
    assert set(state.ballots) == state.counted == chosen
    assert all(20 <= len(casts) <= 30 for casts in state.ballots.values())


def test_some_object_and_say_why_in_their_language(state: Workshop) -> None:
    positions = Counter(
        (cast.ballot.position, bool(cast.ballot.reason))
        for casts in state.ballots.values()
        for cast in casts
        if cast.ballot.position
    )
    assert positions["agree", False] > positions["object", True] > 0
    assert positions["live-with", True] > 0
    assert not positions["agree", True]


def test_every_step_ends_with_an_outcome(room: Record, state: Workshop) -> None:
    steps = [step.id for _, step in room.deck.answered_steps()]
    assert [step for step in steps if (step, None) not in state.outcomes] == []
    assert all(60 > len(o.text.split()) > 5 for o in state.outcomes.values())


def test_two_tables_work_apart_at_one_step_and_come_back(room: Record, state: Workshop) -> None:
    assert [event.body["tables"] for event in of_kind(room, Kind.SPLIT)] == [2, 0]
    seats = Counter(person.table for person in state.participants.values() if person.table)
    assert set(seats) == {1, 2}
    assert abs(seats[1] - seats[2]) <= 1
    apart = {step for step, table in state.outcomes if table}
    assert len(apart) == 1
    assert {theme.table for theme in state.themes(apart.pop())} == {1, 2}


def test_one_person_has_a_scribe_and_one_card_is_hidden(room: Record, state: Workshop) -> None:
    cards = [person.profile.card for person in state.participants.values() if person.profile.card]
    assert cards == ["A1"]
    assert len(state.moderated) == len(of_kind(room, Kind.MODERATED)) == 1


def test_hands_go_up_and_down(room: Record, state: Workshop) -> None:
    assert [e.body["hand"] for e in of_kind(room, Kind.HAND)][:2] == [True, False]
    assert not any(person.hand for person in state.participants.values())


def test_actions_say_who_and_by_when(state: Workshop) -> None:
    assert state.promises
    for action in state.promises.values():
        assert action.who
        assert date.fromisoformat(action.due) > OPENED.date()


STAGES = """\
        stages:
          - {kind: vote, dots: 2}
          - {kind: think}
          - {kind: reveal}
          - {kind: rank, places: 2}
          - {kind: agree}
          - {kind: group}
"""


def test_stages_in_any_order_are_gone_through(rehearsed: Rehearsed) -> None:
    head, activity, rest = OTHER_DECK.partition("        activity: {kind: winning-conditions")
    record = rehearsed(9, deck=head + STAGES + activity + rest)
    state = record.state()
    assert staged(record)["ideas"] == ["vote", "think", "reveal", "rank", "agree", "group"]
    assert ("ideas", "vote", 1) not in state.ballots  # nothing was shown yet
    assert all(len(cast.ballot.ranking) == 2 for cast in state.ballots["ideas", "rank", 1])
    assert all(theme.items for theme in state.themes("ideas"))
