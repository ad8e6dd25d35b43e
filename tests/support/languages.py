"""Made-up languages for the tests, in a folder that ``LHS_LOCALE`` names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from lhs_widgets.deck import Deck, Text
from lhs_widgets.language import keeping
from lhs_widgets.language.catalogues import CONTENT, INTERFACE, messages
from lhs_widgets.language.flaws import forms

_HEBREW = str.maketrans({chr(ord("a") + n): chr(ord("א") + n % 22) for n in range(26)})


def catalogue(folder: Path, language: str, name: str, words: Mapping[str, str]) -> Path:
    """Write a catalogue with these translations, and no other message."""
    made = keeping.empty(language)
    for english, translation in words.items():
        made.add(english, translation)
    file = folder / language / "LC_MESSAGES" / name
    keeping.write(file, language, made, "made up")
    return file


def whole_interface(folder: Path, language: str, say: Callable[[str], str]) -> None:
    """Write a catalogue that has every message of the interface, made by ``say``."""
    made = keeping.empty(language)
    for message in messages(keeping.interface()):
        spoken = [say(form) for form in forms(message.id)]
        plurals = (*spoken[:1], *spoken[1:] * 5)[-made.num_plurals :]
        made.add(message.id, spoken[0] if isinstance(message.id, str) else plurals)
    keeping.write(folder / language / "LC_MESSAGES" / INTERFACE, language, made, "made up")


def in_content(folder: Path, language: str, texts: Mapping[Text, str]) -> Path:
    """Write the catalogue of what decks say with these texts."""
    return catalogue(folder, language, CONTENT, {text.en: said for text, said in texts.items()})


def in_hebrew_letters(words: str) -> str:
    """Words as long as the English ones, right to left; what stands in braces stays."""
    parts = re.split(r"(\{\w+\})", words)
    return "".join(part if "{" in part else part.lower().translate(_HEBREW) for part in parts)


def questions(deck: Deck) -> dict[Text, str]:
    """The titles and questions of a deck in Hebrew letters."""
    texts = [text for step in deck.steps.values() for text in (step.title, step.question)]
    texts += [phase.title for phase in deck.phases]
    return {text: in_hebrew_letters(text.en) for text in texts}
