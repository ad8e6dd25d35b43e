"""Ballots and their results as plain values."""

from __future__ import annotations

from typing import Any

from ...deck import Deck, Language
from ...deck.stages import Rank, Rate, SenseCheck, Stage, Vote
from ...widgets.content import scale_content
from ...workshop import Workshop, options
from ...workshop.results import FEWEST, Result, are_too_few, reasons, results


def ballot_values(
    workshop: Workshop, step: str, stage: Stage, language: Language
) -> dict[str, Any]:
    """What a stage asks people to choose."""
    key = workshop.key(step, stage.id)
    asked: dict[str, Any] = {}
    match stage:
        case Vote(dots=dots, most=most):
            asked = {"dots": dots, "most": most}
        case Rate(scales=scales):
            asked = {"scales": _scales(workshop.deck, scales, language)}
        case Rank(places=places):
            asked = {"places": places}
    return {
        "id": "-".join(map(str, key)),
        "stage": stage.id,
        "round": key[2],
        "counted": key in workshop.counted,
        **asked,
    }


def votes_cast(workshop: Workshop, step: str, stage: Stage) -> int:
    """How many people have chosen something so far."""
    casts = workshop.ballots.get(workshop.key(step, stage.id), ())
    return sum(not cast.ballot.is_blank for cast in casts)


def result_values(
    workshop: Workshop, step: str, stage: Stage, table: int | None, language: Language
) -> dict[str, Any] | None:
    """The results of a vote that is closed; None before that, for the facilitator too.

    What too few people chose is told to nobody: it says only that they are too few.
    """
    key = workshop.key(step, stage.id)
    if key not in workshop.counted:
        return None
    casts = workshop.ballots.get(key, ())
    if are_too_few(casts):
        return {"kind": stage.kind, "too_few": FEWEST}
    choices = [option.id for option in options(workshop, step, table)]
    found = results(stage, casts, choices)
    told: dict[str, Any] = {
        "kind": stage.kind,
        "people": sum(not cast.ballot.is_blank for cast in casts),
        "rows": [_row(workshop.deck, result, language) for result in found],
    }
    if isinstance(stage, Rate):
        told["scales"] = _scales(workshop.deck, stage.scales, language)
    if isinstance(stage, SenseCheck):
        told["reasons"] = {
            position: reasons(casts, position) for position in ("object", "live-with", "agree")
        }
    return told


def _row(deck: Deck, result: Result, language: Language) -> dict[str, Any]:
    return {
        "option": result.option,
        "score": result.score,
        "people": result.people,
        "medians": dict(result.medians),
        "counts": {
            scale: [[value, count] for value, count in counts.items()]
            for scale, counts in result.counts.items()
        },
        "by_group": [
            [deck.group[group].name(language), score]
            for group, score in result.by_group.items()
            if group in deck.group
        ],
    }


def _scales(deck: Deck, scales: tuple[str, str], language: Language) -> list[dict[str, Any]]:
    return [scale_content(deck.scale[scale], language) for scale in scales]
