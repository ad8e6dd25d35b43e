"""The facilitator finds one thing to do next at every moment, and it leads through everything."""

from __future__ import annotations

from lhs_widgets.session.commands import carry_out
from lhs_widgets.session.next_action import next_action
from lhs_widgets.store import Record
from lhs_widgets.workshop import Stamp, Workshop
from tests.support.workshops import move


def do(record: Record, **message: object) -> Workshop:
    record.append(*carry_out(record.state(), message, Stamp("facilitator")))
    return record.state()


def press(record: Record) -> Workshop:
    """Press the main button."""
    action = next_action(record.state())
    message: dict[str, object] = {"does": action.does, "step": action.step}
    if action.stage:
        message["stage"] = action.stage.id
    return do(record, **message, counted=True)


def test_pressing_it_again_and_again_leads_through_the_whole_workshop(record: Record) -> None:
    move(record, "welcome")
    state, seen = record.state(), []
    for _ in range(60):
        if next_action(state).does == "finish":
            break
        state = press(record)
        stage = state.stage(state.current)
        seen.append((state.current, stage.id if stage else ""))
    for step in state.steps:
        for stage in state.stages(step.id):
            assert (step.id, stage.id) in seen
    assert state.revealed == {"roles", "conditions", "challenges"}
    assert len(state.counted) == 4


def test_a_vote_is_counted_before_the_group_goes_on(record: Record) -> None:
    move(record, "conditions")
    do(record, does="stage", step="conditions", stage="vote")
    assert next_action(record.state()).does == "count"
    assert next_action(press(record)).stage == record.deck.steps["conditions"].stage["rate"]


def test_a_break_ends_before_anything_else(record: Record) -> None:
    assert next_action(do(record, does="pause", paused=True)).does == "resume"


def test_a_finished_workshop_has_nothing_next(record: Record) -> None:
    assert next_action(do(record, does="finish")).does == "none"


def test_the_last_step_ends_in_finishing(record: Record) -> None:
    move(record, "challenges")
    do(record, does="stage", step="challenges", stage="discuss")
    assert next_action(record.state()).does == "finish"


def test_a_stage_that_was_hidden_under_the_group_is_left_for_the_first(record: Record) -> None:
    move(record, "conditions")
    do(record, does="stage", step="conditions", stage="rank")
    do(record, does="count", step="conditions", stage="rank", counted=True)
    do(record, does="replan", change="hide", step="conditions", stage="rank")
    state = do(record, does="replan", change="hide", step="conditions", stage="think")
    following = next_action(state).stage
    assert following is not None
    assert following.id == "reveal"


def test_tables_come_together_before_the_room_decides_or_goes_on(record: Record) -> None:
    move(record, "conditions")
    do(record, does="split", tables=2, how="random")
    state = do(record, does="stage", step="conditions", stage="discuss")
    assert next_action(state).does == "together"
    assert next_action(do(record, does="split", tables=0)).does != "together"
