"""What the facilitator does next: one thing at every moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..deck.stages import BALLOT_STAGES, Agree, SenseCheck, Stage
from ..workshop import Workshop

Does = Literal["stage", "count", "move", "finish", "return", "resume", "together", "none"]


@dataclass(frozen=True)
class NextAction:
    """One press of the main button. ``step`` and ``stage`` say where it leads."""

    does: Does
    step: str = ""
    stage: Stage | None = None


def next_action(workshop: Workshop) -> NextAction:
    """What comes next for the group, wherever the facilitator is looking."""
    here = workshop.current
    stage = workshop.stage(here)
    if workshop.finished:
        return NextAction("none")
    if workshop.paused:
        return NextAction("resume", here)
    if isinstance(stage, BALLOT_STAGES) and workshop.key(here, stage.id) not in workshop.counted:
        return NextAction("count", here, stage)
    following = _stage_after(workshop, here, stage)
    if workshop.tables and (following is None or isinstance(following, SenseCheck | Agree)):
        return NextAction("together", here)  # the whole room decides
    if following:
        return NextAction("stage", here, following)
    step = _step_after(workshop, here)
    return NextAction("move", step) if step else NextAction("finish")


def _stage_after(workshop: Workshop, step: str, stage: Stage | None) -> Stage | None:
    stages = workshop.stages(step)
    if stage is None:
        return None
    if stage not in stages:  # it was hidden while the group was there
        return stages[0]
    place = stages.index(stage) + 1
    return stages[place] if place < len(stages) else None


def _step_after(workshop: Workshop, step: str) -> str:
    steps = [each.id for each in workshop.steps]
    place = steps.index(step) + 1 if step in steps else 0
    return steps[place] if place < len(steps) else ""
