"""What a pretend group makes of its ideas: words from ``together.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from ..deck import Language, Text
from ..deck.base import DeckModel
from ..deck.marks import quoted

#: What a step is about.
About = Literal["roles", "conditions", "challenges"]


class ThemeWords(DeckModel):
    """A theme's title, and the pieces of words by which an idea is found to belong to it."""

    title: Text
    words: dict[Language, tuple[str, ...]]

    def takes(self, text: str, language: Language) -> bool:
        return any(word in text.casefold() for word in self.words[language])


class ActionWords(DeckModel):
    """What the group will do, and which part of the group does it."""

    text: Text
    who: Text


class Together(DeckModel):
    """The whole file."""

    themes: tuple[ThemeWords, ...]
    same_again: Text
    moderation: Text
    reasons: dict[Literal["live-with", "object"], tuple[Text, ...]]
    outcomes: dict[About, tuple[Text, ...]]
    doubt: Text
    actions: tuple[ActionWords, ...]


@cache
def load_together() -> Together:
    """The words that come with the package."""
    from ruamel.yaml import YAML  # only a rehearsal needs it

    text = (files("lhs_widgets.rehearsal") / "together.yaml").read_text("utf-8")
    return Together.model_validate(YAML(typ="safe").load(text))


def outcome(template: Text, first: Sequence[str], language: Language) -> str:
    """A template with the titles of what came first; with one title, it stands twice nowhere."""
    said = [quoted(title, language) for title in first[:2]]
    return template(language).format(first=said[0], second=said[-1])
