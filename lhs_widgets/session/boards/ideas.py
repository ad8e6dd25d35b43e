"""Ideas and themes as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ...deck import Deck, Language
from ...deck.activities import Fill, Write
from ...widgets.content import cell_words, name_of
from ...workshop import Idea, Option, Profile, Workshop, options
from ...workshop.contributions import Cell
from .languages import Reader, in_other_words


def option_values(
    workshop: Workshop, step: str, table: int | None, reader: Reader
) -> list[dict[str, Any]]:
    """What can be grouped, chosen and talked about at a step."""
    return [option_value(workshop, option, reader) for option in options(workshop, step, table)]


def option_value(workshop: Workshop, option: Option, reader: Reader) -> dict[str, Any]:
    """A theme with its ideas, or an idea alone."""
    inside = [idea_value(workshop, idea, reader) for idea in option.ideas]
    return {
        "id": option.id,
        "title": option.title if option.is_theme else inside[0]["text"],
        "is_theme": option.is_theme,
        "table": option.table,
        "ideas": inside,
    }


def idea_value(workshop: Workshop, idea: Idea, reader: Reader) -> dict[str, Any]:
    """An idea: its words and their language, how many said it, and by whom where that is shown."""
    deck, language = workshop.deck, reader.language
    return {
        "id": idea.id,
        "text": name_of(deck, idea.role, idea.text, language),
        "language": language if idea.role else idea.language,
        "times": len(idea.answers),
        "by": signatures(deck, idea, language),
        **_in_its_place(deck, idea, language),
        **in_other_words(workshop, idea.answers[0].contribution, reader),
    }


def _in_its_place(deck: Deck, idea: Idea, language: Language) -> dict[str, Any]:
    """What a person's own words are about: the prompt, or the row with its cells."""
    said = idea.answers[0].contribution
    if idea.role or (said.item is None and not said.cells):
        return {}
    match deck.steps[said.step].activity:
        case Write(prompts=prompts) if len(prompts) > 1:
            return {"about": next(p.label(language) for p in prompts if p.id == said.item)}
        case Fill() as activity:
            about = name_of(deck, said.item, "", language)
            cells = _cells(deck, activity, said.cells, language)
            return {"about": about, "cells": cells if len(cells) > 1 else []}
    return {}


def _cells(
    deck: Deck, activity: Fill, cells: Mapping[str, Cell], language: Language
) -> list[tuple[str, str]]:
    written = ((column, cells.get(column.id)) for column in activity.columns)
    return [
        (column.label(language), cell_words(deck, column, cell, language))
        for column, cell in written
        if cell
    ]


def signatures(deck: Deck, idea: Idea, language: Language) -> str:
    """Who said it, as far as the step shows it: names with groups, groups, or nothing."""
    said = Counter(
        signature(deck, answer.by, language) for answer in idea.answers if answer.by is not None
    )
    return ", ".join(
        f"{who} ({times})" if times > 1 else who for who, times in sorted(said.items()) if who
    )


def signature(deck: Deck, by: Profile, language: Language) -> str:
    """A name and a group, or whichever of them is given."""
    group = deck.group[by.group].name(language) if by.group in deck.group else ""
    return f"{by.name} ({group})" if by.name and group else by.name or group
