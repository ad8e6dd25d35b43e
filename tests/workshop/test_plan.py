"""The plan of a workshop: what can be changed in it, and what is never lost by it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.deck import Deck, parse_deck
from lhs_widgets.errors import Refused
from lhs_widgets.workshop import Plan, Workshop, actions, replay
from tests.support.workshops import SMALL_DECK, stamp

DECK = parse_deck(SMALL_DECK)


def as_sent(plan: Plan) -> dict[str, Any]:
    sent: dict[str, Any] = plan.model_dump(mode="json")
    return sent


@pytest.fixture
def workshop(small_deck: Deck) -> Workshop:
    start = Workshop(small_deck)
    opened = actions.open_workshop("A workshop", stamp())
    return replay([opened, actions.move(start, "roles", stamp())], start)


def planned(workshop: Workshop, plan: dict[str, Any]) -> Workshop:
    return replay([actions.plan(workshop, plan, stamp())], workshop)


def test_a_plan_starts_as_the_deck_says() -> None:
    plan = Plan.of(DECK)
    assert [step.id for step in plan.visible] == list(DECK.steps)
    assert plan.minutes == 13


def test_steps_can_stand_in_another_order(workshop: Workshop) -> None:
    plan = as_sent(workshop.plan)
    plan["steps"].reverse()
    now = planned(workshop, plan)
    assert [step.id for step in now.steps] == ["challenges", "conditions", "roles", "welcome"]


def test_what_was_reached_stays_open_in_another_order(workshop: Workshop) -> None:
    plan = as_sent(workshop.plan)
    plan["steps"].reverse()
    now = planned(workshop, plan)
    assert now.is_open("roles")
    assert now.is_open("welcome")
    assert not now.is_open("conditions")


def test_who_stands_at_a_step_that_is_hidden_goes_on(workshop: Workshop) -> None:
    plan = as_sent(workshop.plan)
    plan["steps"][1]["hidden"] = True
    assert planned(workshop, plan).current == "conditions"


def test_a_hidden_stage_is_passed_over(workshop: Workshop) -> None:
    plan = as_sent(workshop.plan)
    plan["steps"][2]["stages"][0]["hidden"] = True
    now = planned(workshop, plan)
    assert [stage.id for stage in now.stages("conditions")][:2] == ["reveal", "group"]
    stage = now.stage("conditions")
    assert stage is not None
    assert stage.id == "reveal"


def without_a_step(plan: dict[str, Any]) -> None:
    del plan["steps"][0]


def with_a_step_twice(plan: dict[str, Any]) -> None:
    plan["steps"].append(plan["steps"][0])


def without_a_stage(plan: dict[str, Any]) -> None:
    del plan["steps"][2]["stages"][0]


def with_nothing_visible(plan: dict[str, Any]) -> None:
    for step in plan["steps"]:
        step["hidden"] = True


def with_a_step_without_stages_to_see(plan: dict[str, Any]) -> None:
    for stage in plan["steps"][2]["stages"]:
        stage["hidden"] = True


def with_no_time_at_all(plan: dict[str, Any]) -> None:
    plan["steps"][2]["stages"][0]["minutes"] = 0


def with_something_unknown(plan: dict[str, Any]) -> None:
    plan["steps"][2]["colour"] = "red"


@pytest.mark.parametrize(
    "spoil",
    [
        without_a_step,
        with_a_step_twice,
        without_a_stage,
        with_nothing_visible,
        with_a_step_without_stages_to_see,
        with_no_time_at_all,
        with_something_unknown,
    ],
)
def test_a_plan_that_loses_something_is_refused(workshop: Workshop, spoil: Any) -> None:
    plan = as_sent(workshop.plan)
    spoil(plan)
    with pytest.raises(Refused):
        actions.plan(workshop, plan, stamp())


@given(st.permutations(list(DECK.steps)), st.sets(st.sampled_from(list(DECK.steps)), max_size=3))
def test_any_order_and_any_hiding_keeps_every_step(order: list[str], hidden: set[str]) -> None:
    start = replay([actions.open_workshop("A workshop", stamp())], Workshop(DECK))
    steps = [start.plan.step(each).model_copy(update={"hidden": each in hidden}) for each in order]
    now = planned(start, as_sent(Plan(steps=tuple(steps))))
    assert {step.id for step in now.plan.steps} == set(DECK.steps)
    assert now.current not in hidden
    back = planned(now, as_sent(Plan.of(DECK)))
    assert back.plan == Plan.of(DECK)
