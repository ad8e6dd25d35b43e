"""The words that widgets show around a deck's content, in the language of the page."""

from __future__ import annotations

from ...language import direction, translate, translations
from .bars import CONNECTION_WORDS, HEADER_WORDS, NAVIGATION_WORDS, WRITING_FOR_WORDS
from .console import CONSOLE_WORDS
from .holding import CLOCK_WORDS
from .preparing import PREPARING_WORDS, PROMISE_WORDS, REHEARSAL, WIPED
from .refusals import REFUSALS
from .stages import BOARD_WORDS, STAGE_HOW, STAGE_TITLES, TRANSLATING_WORDS
from .step import STEP_WORDS, WHO_SEES

__all__ = [
    "BOARD_WORDS",
    "CLOCK_WORDS",
    "CONNECTION_WORDS",
    "CONSOLE_WORDS",
    "HEADER_WORDS",
    "NAVIGATION_WORDS",
    "PREPARING_WORDS",
    "PROMISE_WORDS",
    "REFUSALS",
    "REHEARSAL",
    "STAGE_HOW",
    "STAGE_TITLES",
    "STEP_WORDS",
    "TRANSLATING_WORDS",
    "WHO_SEES",
    "WIPED",
    "WRITING_FOR_WORDS",
    "in_language",
    "refusal",
]


def in_language(words: dict[str, str], language: str) -> dict[str, str]:
    """A set of words in a language, with the direction that the language is written in."""
    translated = translations(language).gettext
    said = {key: translated(word) for key, word in words.items()}
    return said | {"dir": direction(language)}


def refusal(reason: str, language: str) -> str:
    """The calm sentence for a refused change."""
    return translate(language, REFUSALS.get(reason, REFUSALS["not-understood"]))
