"""What a group sees of a step at its stage: ideas, themes, ballots, results, the outcome.

A board is a plain value, the same for a phone, the console and the wall; what a person may not know
is not in the state it is made from.
"""

from __future__ import annotations

from typing import Any

from ...deck import Language
from ...deck.stages import BALLOT_STAGES, Group, Stage
from ...language import translate
from ...widgets.words import STAGE_HOW, STAGE_TITLES
from ...workshop import Workshop, last_act, options
from ...workshop.results import FEWEST
from ...workshop.suggestions import suggestions
from ..changes import Actor, may_agree, may_group, may_translate
from .ballots import ballot_values, result_values, votes_cast
from .ideas import option_values
from .languages import Reader
from .tallies import tally

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
        "table_waits": FEWEST if _table_waits(workshop, step, actor) else 0,
        "options": option_values(workshop, step, actor.table, Reader.of(workshop, actor, language)),
        "tally": tally(workshop, workshop.deck.steps[step], actor.table, language)
        if step in workshop.revealed
        else None,
        "can_group": may_group(workshop, actor, step) and isinstance(stage, Group),
        "translates": list(workshop.languages) if may_translate(actor) else [],
        "can_agree": may_agree(workshop, actor, step),
        "locked": workshop.is_locked(step),
        "outcome": _outcome(workshop, step, actor.table),
        "of_tables": _of_tables(workshop, step) if actor.table is None else [],
        "undo": _undo(workshop, step, actor.table),
        "suggestions": _suggestions(workshop, step, actor, stage),
        **_vote(workshop, step, stage, actor, language),
    }


def _vote(
    workshop: Workshop, step: str, stage: Stage, actor: Actor, language: Language
) -> dict[str, Any]:
    """The vote of a stage; at a stage without one, the results that the group has seen last."""
    if isinstance(stage, BALLOT_STAGES):
        chooses = actor.participant in workshop.participants
        return {
            "ballot": ballot_values(workshop, step, stage, language),
            "results": result_values(workshop, step, stage, actor.table, language),
            "votes": chooses and not workshop.is_locked(step),
            # Those who choose know of their own choice only, and are not drawn a new board for it.
            **({} if chooses else {"cast": votes_cast(workshop, step, stage)}),
        }
    stages = workshop.stages(step)
    before = stages[: stages.index(stage)] if stage in stages else []
    counted = [
        each
        for each in before
        if isinstance(each, BALLOT_STAGES) and workshop.key(step, each.id) in workshop.counted
    ]
    if not counted:
        return {}
    return {"results": result_values(workshop, step, counted[-1], actor.table, language)}


def _outcome(workshop: Workshop, step: str, table: int | None) -> dict[str, Any]:
    """What was agreed here; a table reads the room's words until it has its own."""
    at_table = workshop.outcomes.get((step, table))
    found = at_table or workshop.outcomes.get((step, None))
    return {"text": found.text, "language": found.language} if found else {"text": ""}


def _table_waits(workshop: Workshop, step: str, actor: Actor) -> bool:
    """Whether a table reads nothing of others, as it may be that too few there have answered."""
    return (
        actor.table is not None
        and step in workshop.revealed
        and workshop.deck.steps[step].names != "named"
        and all(answer.participant == actor.participant for answer in workshop.shown_at(step))
    )


def _of_tables(workshop: Workshop, step: str) -> list[dict[str, Any]]:
    """What each table wrote, for all to talk about once they are together again."""
    found = sorted(
        (table, outcome)
        for (at, table), outcome in workshop.outcomes.items()
        if at == step and table is not None and outcome.text
    )
    return [{"table": table, "text": o.text, "language": o.language} for table, o in found]


def _undo(workshop: Workshop, step: str, table: int | None) -> str:
    """The act on the themes that an undo would take back, "" for none."""
    act = last_act(workshop.theme_acts.get(step, ()), table)
    return act.id if act else ""


def _suggestions(workshop: Workshop, step: str, actor: Actor, stage: Stage) -> list[dict[str, Any]]:
    """Ideas in no theme that may belong together, for who can group them."""
    if not isinstance(stage, Group) or not may_group(workshop, actor, step):
        return []
    loose = [o.ideas[0] for o in options(workshop, step, actor.table) if not o.is_theme]
    return [{"word": each.word, "items": list(each.items)} for each in suggestions(loose)]


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
