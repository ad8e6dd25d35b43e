"""Changing a plan bit by bit, and undoing it: nothing of the deck is ever lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.deck import parse_deck
from lhs_widgets.errors import Refused
from lhs_widgets.session.commands import carry_out
from lhs_widgets.workshop import Plan, Stamp, Workshop, actions, replay
from lhs_widgets.workshop.preparation import MOST_UNDONE
from lhs_widgets.workshop.replanning import replan
from tests.support.workshops import SMALL_DECK

DECK = parse_deck(SMALL_DECK)
PLAN = Plan.of(DECK)
PARTS = [(step.id, stage) for step in PLAN.steps for stage in ("", *(s.id for s in step.stages))]

changes = st.tuples(st.sampled_from(["earlier", "later", "hide", "show"]), st.sampled_from(PARTS))
times = st.tuples(st.sampled_from([p for p in PARTS if p[1]]), st.none() | st.integers(1, 240))
titles = st.text("abc é", min_size=1, max_size=9).filter(str.strip)
languages = st.sampled_from([["en"], ["fr"], ["en", "fr"]])


def part_changed(change: str, part: tuple[str, str], minutes: int | None = None) -> dict[str, Any]:
    """The message of a button beside a step or a stage."""
    step, stage = part
    return {
        "does": "replan",
        "change": change,
        "step": step,
        "stage": stage,
        "minutes": minutes,
    }


messages = st.one_of(
    changes.map(lambda drawn: part_changed(*drawn)),
    times.map(lambda drawn: part_changed("time", *drawn)),
    titles.map(lambda title: {"does": "retitle", "title": title}),
    languages.map(lambda offered: {"does": "offer", "languages": offered}),
)


def opened() -> Workshop:
    return replay([actions.open_workshop("A workshop", Stamp("facilitator"))], Workshop(DECK))


def told(workshop: Workshop, message: dict[str, Any]) -> Workshop:
    """The workshop after a command, or as it was if nothing would be left to see."""
    try:
        return replay(carry_out(workshop, message, Stamp("facilitator")), workshop)
    except Refused as refused:
        if refused.reason != "empty-plan":
            raise
        return workshop


@given(st.lists(messages, max_size=12))
def test_any_changes_keep_every_step_and_stage_and_can_all_be_undone(
    said: list[dict[str, Any]],
) -> None:
    start = now = opened()
    for message in said:
        now = told(now, message)
        assert sorted(step.id for step in now.plan.steps) == sorted(DECK.steps)
        assert now.plan.step(now.current).visible or not DECK.steps[now.current].stages
        assert now.current in {step.id for step in now.steps}
    for _ in now.earlier:
        now = told(now, {"does": "unprepare"})
    assert now.preparation == start.preparation
    assert now.earlier == ()


@given(st.sampled_from(PARTS))
def test_moving_up_and_down_again_changes_nothing(part: tuple[str, str]) -> None:
    step, stage = part
    later = replan(PLAN, "later", step, stage)
    if later != PLAN:
        assert replan(later, "earlier", step, stage) == PLAN


def test_what_is_at_an_end_stays_there() -> None:
    assert replan(PLAN, "earlier", "welcome") == PLAN
    assert replan(PLAN, "later", "challenges") == PLAN


def test_the_time_planned_leaves_out_what_is_hidden() -> None:
    longer = replan(PLAN, "time", "conditions", "think", minutes=30)
    assert longer.minutes > PLAN.minutes
    assert replan(longer, "hide", "conditions", "think").minutes < longer.minutes
    assert replan(longer, "time", "conditions", "think", minutes=None).minutes < longer.minutes


def test_the_last_step_that_is_seen_can_not_be_hidden() -> None:
    now = opened()
    *hidden, last = DECK.steps
    for step in hidden:
        now = told(now, {"does": "replan", "change": "hide", "step": step})
    with pytest.raises(Refused) as refused:
        carry_out(now, {"does": "replan", "change": "hide", "step": last}, Stamp("facilitator"))
    assert refused.value.reason == "empty-plan"


def test_an_undo_is_never_undone_by_the_next_one() -> None:
    now = opened()
    for title in ("One", "Two"):
        now = told(now, {"does": "retitle", "title": title})
    assert told(now, {"does": "unprepare"}).title == "One"
    assert told(told(now, {"does": "unprepare"}), {"does": "unprepare"}).title == "A workshop"


def test_what_can_be_undone_has_an_end() -> None:
    now = opened()
    for number in range(MOST_UNDONE + 5):
        now = told(now, {"does": "retitle", "title": f"Number {number}"})
    assert len(now.earlier) == MOST_UNDONE


def test_a_workshop_opens_as_it_was_prepared_and_with_nothing_to_undo() -> None:
    plan = replan(PLAN, "hide", "welcome")
    stamp = Stamp("facilitator")
    event = actions.open_workshop("A workshop", stamp, plan=plan, languages=["fr"])
    now = replay([event], Workshop(DECK))
    assert (now.plan, now.languages, now.current) == (plan, ("fr",), "roles")
    assert (now.earlier, now.has_begun) == ((), False)
