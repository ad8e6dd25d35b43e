"""Before and after on the console: plan, title, languages, limits, purpose, and agreed actions.

The commands that change them, and what the pages show of them, as plain values.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..deck import Language, Limits
from ..deck.stages import Agree
from ..language import languages, own_name, progress, translate
from ..widgets.words import REHEARSAL, WIPED
from ..workshop import Event, Promise, Stamp, Workshop, actions
from ..workshop.plan import PlannedStep
from ..workshop.replanning import replan
from .boards import stage_words
from .messages import Command, Message, flag, number, text
from .said import full_title

Values = dict[str, Any]


# Commands


def _retitle(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.retitle(workshop, text(message, "title"), stamp)]


def _offer(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.offer(workshop, message.get("languages"), stamp)]


def _settle(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    """Change limits; those that the message does not name stay."""
    given = {name: number(message, name) for name in Limits.model_fields if name in message}
    return [actions.settle(workshop, workshop.limits.model_dump() | given, stamp)]


def _purpose(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.purpose(workshop, message.get("aim"), message.get("reb"), stamp)]


def _keep_until(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.keep_until(workshop, message.get("until"), stamp)]


def _support(_: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    on_wall = flag(message, "on_wall")
    return [actions.support(message.get("words"), stamp, on_wall=on_wall)]


def _replan(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    """Change one step or stage; applied to the plan as it is now, so that two consoles agree."""
    minutes = None if message.get("minutes") is None else number(message, "minutes")
    step, stage = text(message, "step"), text(message, "stage")
    plan = replan(workshop.plan, text(message, "change"), step, stage, minutes=minutes)
    return [actions.plan(workshop, plan.model_dump(mode="json"), stamp)]


def _unprepare(workshop: Workshop, _: Message, stamp: Stamp) -> list[Event]:
    """Undo the last change to the title, the languages, the purpose or the plan."""
    if not workshop.earlier:
        return []
    before = workshop.earlier[-1]
    if before.title != workshop.title:
        return [actions.retitle(workshop, before.title, stamp)]
    if before.languages != workshop.languages:
        return [actions.offer(workshop, before.languages, stamp)]
    if before.purpose != workshop.purpose:
        return [actions.purpose(workshop, before.purpose.aim, before.purpose.reb, stamp)]
    return [actions.plan(workshop, before.plan.model_dump(mode="json"), stamp)]


def _promise(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    """Agree on an action, or change what is given of one."""
    known = workshop.promises.get(text(message, "id"), Promise(text(message, "id"), ""))
    changed = replace(
        known,
        text=text(message, "text", known.text),
        who=text(message, "who", known.who),
        due=text(message, "due", known.due),
        done=flag(message, "done", default=known.done),
        kept=flag(message, "kept", default=known.kept),
    )
    return [actions.promise(changed, stamp)]


def _drop_promise(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.drop_promise(workshop, text(message, "id"), stamp)]


PREPARING: dict[str, Command] = {
    "drop-promise": _drop_promise,
    "keep-until": _keep_until,
    "offer": _offer,
    "promise": _promise,
    "purpose": _purpose,
    "replan": _replan,
    "retitle": _retitle,
    "settle": _settle,
    "support": _support,
    "unprepare": _unprepare,
}


# What the pages show


def rehearsal_words(workshop: Workshop, language: Language) -> str:
    """What tells a rehearsal on every page of it, also once it was wiped; "" for a workshop."""
    if workshop.opened is None:
        return translate(language, WIPED)
    return translate(language, REHEARSAL) if workshop.rehearses else ""


def prepared(workshop: Workshop, language: Language) -> Values:
    """What can be prepared, as it is now; ``undo`` is how many changes can be undone."""
    return {
        "begun": workshop.has_begun,
        "title": workshop.title,
        "languages": list(workshop.languages),
        "installed": _installed(),
        "aim": workshop.purpose.aim,
        "reb": workshop.purpose.reb,
        "joined": workshop.joined > 0,
        "keep_until": workshop.keep_until.isoformat() if workshop.keep_until else "",
        "support": workshop.support.model_dump(),
        "minutes": workshop.plan.minutes,
        "undo": len(workshop.earlier),
        "limits": _limits(workshop),
        "settled": not workshop.may_settle,
        "steps": [_planned(workshop, step, language) for step in workshop.plan.steps],
    }


def _installed() -> list[Values]:
    """Every language that can be offered, with how much of the pages' words it has."""
    return [
        {"code": each, "name": own_name(each), "percent": progress(each).percent}
        for each in languages()
    ]


def _limits(workshop: Workshop) -> dict[str, int]:
    """The limits that this deck has a use for: two of them are for scales from 1 to 9."""
    nine = any(scale.is_nine for scale in workshop.deck.scales)
    return workshop.limits.model_dump(exclude=None if nine else {"core", "against"})


def _planned(workshop: Workshop, step: PlannedStep, language: Language) -> Values:
    stages = workshop.deck.steps[step.id].stage
    return {
        "id": step.id,
        "title": full_title(workshop.deck, step.id, language),
        "hidden": step.hidden,
        "minutes": sum(stage.minutes or 0 for stage in step.visible),
        "stages": [
            {
                "id": stage.id,
                "title": stage_words(stages[stage.id], language)["title"],
                "minutes": stage.minutes,
                "hidden": stage.hidden,
            }
            for stage in step.stages
        ],
    }


def promises(workshop: Workshop) -> list[Values]:
    """The agreed actions: what is open first, and of that what earlier workshops left open."""
    found = sorted(workshop.promises.values(), key=lambda each: (each.done, not each.carried))
    return [_value(each) for each in found]


def promises_at(workshop: Workshop, step: str) -> Values:
    """What everyone sees of the agreed actions at a step; {} where they are not talked about.

    ``which`` is "last" at the first step, for what the last workshop left open, and "ours" where
    the group comes to an agreement and at the last step.
    """
    steps = [each.id for each in workshop.steps]
    if step == steps[-1] or isinstance(workshop.stage(step), Agree):
        return _listed("ours", promises(workshop))
    if step == steps[0]:
        return _listed("last", [each for each in promises(workshop) if each["carried"]])
    return {}


def _listed(which: str, found: list[Values]) -> Values:
    return {"which": which, "list": found} if found else {}


def _value(promise: Promise) -> Values:
    return {
        "id": promise.id,
        "text": promise.text,
        "who": promise.who,
        "due": promise.due,
        "done": promise.done,
        "carried": promise.carried,
        "kept": promise.kept,
    }
