"""The workshop, the people in it, and the walk as the group took it."""

from __future__ import annotations

from collections.abc import Iterator

from ... import __version__
from ...deck.stages import BALLOT_STAGES
from .exported import Exported
from .row import Row
from .telling import languages_told


def workshop(export: Exported) -> Iterator[Row]:
    state = export.state
    yield {
        "code": export.code,
        "title": state.title,
        "deck": export.deck.id,
        "deck_version": export.deck.version,
        "opened": state.opened,
        "current_step": state.current,
        "finished": state.finished,
        "software_version": __version__,
        "rehearses": state.rehearses,
        "participants": len(export.people),
        "contributions": len(export.answers),
        "held_back": export.held_back,
        "withdrew": state.forgotten,
        **state.limits.model_dump(),
        "settled": state.settled,
        "settled_first": export.settled_first,
        "purpose": state.purpose.aim,
        "reb": state.purpose.reb,
        "left_out": export.left_out,
    }


def participants(export: Exported) -> Iterator[Row]:
    language_told = languages_told(p.profile.language for p in export.people.values())
    for person in export.people.values():
        yield {
            "participant": person.id,
            "workshop": export.code,
            "language": person.profile.language if language_told else None,
            "group": person.profile.group,
            "table": person.table,
            "origin": person.origin,
            "joined": person.joined,
        }


def steps(export: Exported) -> Iterator[Row]:
    plan = export.state.plan
    for position, (id_, step) in enumerate(export.deck.steps.items(), start=1):
        phase = export.deck.phase_of(id_)
        yield {
            "step": id_,
            "position": position,
            "planned": plan.position(id_) + 1,
            "hidden": plan.step(id_).hidden,
            "phase": phase.id,
            "kind": step.activity.kind,
            "names": step.names,
            "title_en": step.title.en,
            "title_fr": step.title.fr,
            "phase_en": phase.title.en,
            "phase_fr": phase.title.fr,
        }


def stages(export: Exported) -> Iterator[Row]:
    for step in export.state.plan.steps:
        for place, planned in enumerate(step.stages, start=1):
            stage = export.deck.steps[step.id].stage[planned.id]
            chosen = isinstance(stage, BALLOT_STAGES)
            yield {
                "step": step.id,
                "stage": planned.id,
                "planned": place,
                "hidden": planned.hidden,
                "kind": stage.kind,
                "minutes": planned.minutes,
                "rounds": export.state.rounds.get((step.id, planned.id), 0) if chosen else None,
            }
