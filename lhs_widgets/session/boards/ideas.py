"""Ideas and themes as plain values."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...deck import Deck, Language
from ...widgets.content import role_name
from ...workshop import Idea, Option, Profile, Workshop, options


def option_values(
    workshop: Workshop, step: str, table: int | None, language: Language
) -> list[dict[str, Any]]:
    """What can be grouped, chosen and talked about at a step."""
    return [
        option_value(workshop.deck, option, language) for option in options(workshop, step, table)
    ]


def option_value(deck: Deck, option: Option, language: Language) -> dict[str, Any]:
    """A theme with its ideas, or an idea alone."""
    inside = [idea_value(deck, idea, language) for idea in option.ideas]
    return {
        "id": option.id,
        "title": option.title if option.is_theme else inside[0]["text"],
        "is_theme": option.is_theme,
        "table": option.table,
        "ideas": inside,
    }


def idea_value(deck: Deck, idea: Idea, language: Language) -> dict[str, Any]:
    """An idea: its words and their language, how many said it, and by whom where that is shown."""
    return {
        "id": idea.id,
        "text": role_name(deck, idea.role, idea.text, language),
        "language": language if idea.role else idea.language,
        "times": len(idea.answers),
        "by": signatures(deck, idea, language),
    }


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
