"""Small changes to a plan: one step or one stage at a time, as buttons make them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar, cast, get_args

from ..errors import Refused
from .plan import MOST_MINUTES, Plan, PlannedStage, PlannedStep

#: What can be done to a step or a stage; ``time`` only to a stage.
PlanChange = Literal["earlier", "later", "hide", "show", "time"]

Part = TypeVar("Part", bound=PlannedStep | PlannedStage)


def replan(
    plan: Plan, change: str, step: str, stage: str = "", *, minutes: int | None = None
) -> Plan:
    """The plan after a change to a step, or to a stage of it if one is named.

    What is first stays first when it is moved earlier. Whether the plan can be used at all is for
    :func:`~.plan.read_plan` to say.

    Raises
    ------
    Refused
        There is no such step, stage or change.
    """
    if change not in get_args(PlanChange) or (change == "time" and not stage):
        raise Refused("not-understood", f"{change!r} is not a change to a plan.")
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        raise Refused("bad-minutes", f"A stage takes 1 to {MOST_MINUTES} minutes.")
    if not stage:
        return plan.model_copy(update={"steps": _changed(plan.steps, change, step, minutes)})
    place = _place(plan.steps, step)
    stages = _changed(plan.steps[place].stages, change, stage, minutes)
    return plan.model_copy(update={"steps": _with(plan.steps, place, stages=stages)})


def _changed(
    parts: Sequence[Part], change: str, name: str, minutes: int | None
) -> tuple[Part, ...]:
    place = _place(parts, name)
    match change:
        case "earlier" | "later":
            return _moved(parts, place, -1 if change == "earlier" else 1)
        case "time":
            return _with(parts, place, minutes=minutes)
    return _with(parts, place, hidden=change == "hide")


def _place(parts: Sequence[Part], name: str) -> int:
    for place, part in enumerate(parts):
        if part.id == name:
            return place
    raise Refused("no-such-step", f"{name!r} is not in this plan.")


def _with(parts: Sequence[Part], place: int, **values: object) -> tuple[Part, ...]:
    changed = cast(Part, parts[place].model_copy(update=values))
    return (*parts[:place], changed, *parts[place + 1 :])


def _moved(parts: Sequence[Part], place: int, by: int) -> tuple[Part, ...]:
    rest = [*parts[:place], *parts[place + 1 :]]
    rest.insert(max(0, place + by), parts[place])
    return tuple(rest)
