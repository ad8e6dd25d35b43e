"""What a group sees of a step at its stage: ideas, themes, ballots, results, the outcome.

A board is a plain value, the same for a phone, the console and the wall; what a person may not know
is not in the state it is made from.
"""

from __future__ import annotations

from typing import Any

from ...deck import Language
from ...deck.stages import Group, Stage
from ...language import translate
from ...widgets.words import STAGE_HOW, STAGE_TITLES
from ...workshop import Workshop
from ..changes import Actor, may_agree, may_group
from .ideas import option_values

Board = dict[str, Any]


def board(workshop: Workshop, step: str, actor: Actor, language: Language) -> Board:
    """The board of a step; {} where there is nothing to work on together."""
    stage = workshop.stage(step)
    if stage is None:
        return {}
    return {
        "step": step,
        "stage": stage_words(stage, language),
        "table": actor.table,
        "shown": step in workshop.revealed,
        "options": option_values(workshop, step, actor.table, language),
        "can_group": may_group(workshop, actor, step) and isinstance(stage, Group),
        "can_agree": may_agree(workshop, actor, step),
        "locked": workshop.is_locked(step),
    }


def own_entries(workshop: Workshop, step: str, actor: Actor) -> list[dict[str, Any]]:
    """What this person has saved on the board, as the browser keeps it: their ballot."""
    stage = workshop.stage(step)
    if stage is None or not actor.participant:
        return []
    key = workshop.key(step, stage.id)
    mine = [c for c in workshop.ballots.get(key, ()) if c.participant == actor.participant]
    return [
        {
            "id": "-".join(map(str, key)),
            "kind": "ballot",
            "step": step,
            "ballot": cast.ballot.model_dump(mode="json"),
        }
        for cast in mine
    ]


def stage_words(stage: Stage, language: Language) -> dict[str, Any]:
    """A stage as it is named and explained."""
    return {
        "id": stage.id,
        "kind": stage.kind,
        "title": translate(language, STAGE_TITLES[stage.kind]),
        "how": translate(language, STAGE_HOW[stage.kind]),
    }
