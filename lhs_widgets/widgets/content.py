"""A deck's content as the widgets receive it: plain values in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..deck import LANGUAGES, Deck, Language, Phase, Step, texts
from ..deck.activities import (
    Choose,
    ChooseRoles,
    Column,
    Fill,
    Map,
    PlaceOnScales,
    Read,
    ShowRoadmap,
    Sort,
    Write,
    WriteChallenges,
    WriteConditions,
)
from ..deck.parts import Card, Choice, Item, Place, Role, RoleFunction, Scale
from ..deck.terms import terms, terms_in
from ..language import mark as _
from ..language import translate
from .words import WHO_SEES

#: Ids, and where something comes from.
_UNREAD = frozenset({"id", "kind", "family", "source"})

#: The length of the longest name, in letters.
_NAME = 60

_REPORTED = _("Reported by {n} of {all} systems.")


def step_content(deck: Deck, step: Step, language: Language) -> dict[str, Any]:
    """Everything a widget shows of a step."""
    phase = deck.phase_of(step.id)
    content = {
        "id": step.id,
        "title": step.title(language),
        "phase": _phase(deck, phase, language),
        "opens_phase": phase.steps[0].id == step.id,
        "kind": step.activity.kind,
        "question": step.question(language),
        "help": step.help and step.help(language),
        "example": step.example and step.example(language),
        "who_sees": translate(language, WHO_SEES[step.names]),
        "evidence": _evidence(deck, step, language),
        "activity": _activity(deck, step, language),
    }
    explained = terms_in(_said(content), language)
    content["terms"] = [[t.name(language), t.meaning(language)] for t in explained]
    return {**content, "spoken": _fallen_back(deck, content, language)}


def _evidence(deck: Deck, step: Step, language: Language) -> list[dict[str, Any]]:
    """What others have found, text by text, so that each is named once."""
    by_source: dict[str, list[Card]] = {}
    for card in step.cards:
        by_source.setdefault(card.place.source, []).append(card)
    return [
        {
            "source": deck.source[source].citation,
            "cards": [
                {
                    "text": card.text(language),
                    "language": card.text.spoken(language),
                    "source": f"{card.place.at}.",
                }
                for card in cards
            ],
        }
        for source, cards in by_source.items()
    ]


def _said(part: object) -> Iterator[str]:
    """All that a person can read of a step, but where it comes from."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        read = (each for key, each in part.items() if key not in _UNREAD)
        yield from (said for each in read for said in _said(each))
    elif isinstance(part, list):
        yield from (said for each in part for said in _said(each))


def _fallen_back(deck: Deck, content: object, language: Language) -> dict[str, Language]:
    """Words that are in another language than the page, and in which; for screen readers.

    Those of this step, and the short ones, which are names and may stand beside any.
    """
    if language in LANGUAGES:
        return {}
    said = set(_said(content))
    spoken = {text(language): text.spoken(language) for _, text in texts((deck, *terms()))}
    return {
        words: tongue
        for words, tongue in spoken.items()
        if tongue != language and (words in said or len(words) <= _NAME)
    }


def citation(deck: Deck, place: Place) -> str:
    """A source and the place in it, on one line."""
    return f"{deck.source[place.source].citation} {place.at}."


def name_of(deck: Deck, about: str | None, own: str, language: Language) -> str:
    """The name of a role or an item of the deck, or the person's own words."""
    return deck.subject(about).name(language) if about else own


def _phase(deck: Deck, phase: Phase, language: Language) -> dict[str, Any]:
    challenge = phase.central_challenge
    return {
        "id": phase.id,
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
        case Sort() | PlaceOnScales() | Choose():
            return _about_items(deck, step.activity, language)
        case Write(prompts=prompts):
            return {
                "prompts": [
                    {
                        "id": prompt.id,
                        "label": prompt.label(language),
                        "example": prompt.example and prompt.example(language),
                        "several": prompt.several,
                    }
                    for prompt in prompts
                ]
            }
        case Fill(columns=columns, rows=rows):
            return {
                "columns": [column_content(deck, column, language) for column in columns],
                "rows": items_content(deck, rows, language) if rows else None,
                "source": one_source(deck, rows) if rows else None,
            }
        case Map(nodes=nodes, centre=centre):
            return {"nodes": items_content(deck, nodes, language), "centre": centre(language)}


def _about_items(
    deck: Deck, activity: Sort | PlaceOnScales | Choose, language: Language
) -> dict[str, Any]:
    families = deck.list_of[activity.items].families
    shared = {
        "source": one_source(deck, activity.items),
        "items": items_content(deck, activity.items, language),
        "families": [{"id": each.id, "name": each.name(language)} for each in families],
    }
    match activity:
        case Sort(bins=bins):
            return {**shared, "bins": items_content(deck, bins, language)}
        case PlaceOnScales(scales=scales):
            return {**shared, "scales": [scale_content(deck.scale[s], language) for s in scales]}
        case Choose(most=most, ranked=ranked):
            return {**shared, "most": most, "ranked": ranked}


def one_source(deck: Deck, name: str) -> str | None:
    """What is said once above a list: the source of all its items, with the place if they share it.

    None for a list from several sources, or from none.
    """
    items = deck.list_of[name].items
    places = {item.place for item in items if item.place}
    if len({place.source for place in places}) != 1 or not all(item.place for item in items):
        return None
    place = places.pop()
    return deck.source[place.source].citation if places else citation(deck, place)


def _from(deck: Deck, item: Item, name: str) -> str | None:
    """Where an item comes from, as far as its list does not say it for all."""
    if item.place is None:
        return None
    shared = one_source(deck, name)
    if shared is None:
        return citation(deck, item.place)
    return None if shared == citation(deck, item.place) else f"{item.place.at}."


def items_content(deck: Deck, name: str, language: Language) -> list[dict[str, Any]]:
    """The items of a list; the figures of their source are told after the reveal."""
    return [
        {
            "id": item.id,
            "name": item.name(language),
            "description": item.description and item.description(language),
            "family": item.family,
            "note": item.note and item.note(language),
            "source": _from(deck, item, name),
        }
        for item in deck.list_of[name].items
    ]


def column_content(deck: Deck, column: Column, language: Language) -> dict[str, Any]:
    """A column of a table, with what can be chosen in it."""
    return {
        "id": column.id,
        "label": column.label(language),
        "help": column.help and column.help(language),
        "several": column.several,
        "choices": column.choices and _choices(deck, column.choices, language),
    }


def cell_words(deck: Deck, column: Column, cell: str | tuple[str, ...], language: Language) -> str:
    """What stands in a cell, in words."""
    if isinstance(cell, str):
        return cell.strip()
    names = {each["id"]: each["name"] for each in _choices(deck, column.choices or "", language)}
    return ", ".join(names[each] for each in cell)


def _choices(deck: Deck, name: str, language: Language) -> list[dict[str, str]]:
    named: Mapping[str, Choice | Role | Item]
    match name:
        case "groups":
            named = deck.group
        case "roles":
            named = deck.roles
        case _:
            named = {item.id: item for item in deck.list_of[name].items}
    return [{"id": id_, "name": each.name(language)} for id_, each in named.items()]


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
