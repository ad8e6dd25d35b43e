"""A deck's content as the widgets receive it: plain values in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..deck import Deck, Language, Phase, Step
from ..deck.activities import ChooseRoles, Read, ShowRoadmap, WriteChallenges, WriteConditions
from ..deck.parts import Place, Role, RoleFunction, Scale
from ..language import mark as _
from ..language import translate
from .words import WHO_SEES

_REPORTED = _("Reported by {n} of {all} systems.")


def step_content(deck: Deck, step: Step, language: Language) -> dict[str, Any]:
    """Everything a widget shows of a step."""
    phase = deck.phase_of(step.id)
    return {
        "id": step.id,
        "title": step.title(language),
        "phase": _phase(deck, phase, language),
        "opens_phase": phase.steps[0].id == step.id,
        "question": step.question(language),
        "help": step.help and step.help(language),
        "example": step.example and step.example(language),
        "who_sees": translate(language, WHO_SEES[step.names]),
        "cards": [
            {"text": card.text(language), "source": citation(deck, card.place)}
            for card in step.cards
        ],
        "activity": _activity(deck, step, language),
    }


def citation(deck: Deck, place: Place) -> str:
    """A source and the place in it, on one line."""
    return f"{deck.source[place.source].citation} {place.at}."


def role_name(deck: Deck, role: str | None, own: str, language: Language) -> str:
    """A role's name: the deck's, or the person's own words."""
    return deck.roles[role].name(language) if role else own


def _phase(deck: Deck, phase: Phase, language: Language) -> dict[str, Any]:
    challenge = phase.central_challenge
    return {
        "title": phase.title(language),
        "introduction": phase.introduction and phase.introduction(language),
        "challenge": challenge
        and {"text": challenge.text(language), "source": citation(deck, challenge.place)},
    }


def _activity(deck: Deck, step: Step, language: Language) -> Mapping[str, Any]:
    match step.activity:
        case Read(body=body) | ShowRoadmap(body=body):
            return {"body": [words(language) for words in body]}
        case ChooseRoles(today=today, wished=wished):
            return {
                "today": scale_content(deck.scale[today], language),
                "wished": scale_content(deck.scale[wished], language),
                "functions": [_function(deck, each, language) for each in deck.role_functions],
            }
        case WriteConditions(scales=scales) | WriteChallenges(scales=scales):
            return {"scales": [scale_content(deck.scale[name], language) for name in scales]}


def scale_content(scale: Scale, language: Language) -> dict[str, Any]:
    return {
        "id": scale.id,
        "question": scale.question(language),
        "points": [
            {
                "value": point.value,
                "label": point.label(language),
                "description": point.description and point.description(language),
            }
            for point in scale.points
        ],
    }


def _function(deck: Deck, function: RoleFunction, language: Language) -> dict[str, Any]:
    return {
        "name": function.name(language),
        "description": function.description(language),
        "roles": [
            {
                "id": role.id,
                "name": role.name(language),
                "description": role.description(language),
                "reported": _reported(deck, role, language),
            }
            for role in function.roles
        ],
    }


def _reported(deck: Deck, role: Role, language: Language) -> str:
    """How many of the systems that were reviewed reported the role, where the deck says so."""
    if deck.systems_reviewed is None or role.systems is None:
        return ""
    words = translate(language, _REPORTED)
    return words.format(n=role.systems, all=deck.systems_reviewed)
