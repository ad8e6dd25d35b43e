"""Which language an idea was written in, and what it says in the reader's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...deck import Language
from ...language import mark as _
from ...language import translate
from ...workshop import Contribution, Workshop
from ...workshop.translating import is_translatable
from ..changes import Actor

_TRANSLATED = {
    "facilitator": _("Translated by the facilitator:"),
    "scribe": _("Translated by a scribe:"),
}


@dataclass(frozen=True)
class Reader:
    """Who reads a page: its language, and those in which it shows what ideas say."""

    language: Language
    also: Sequence[Language]

    @classmethod
    def of(cls, workshop: Workshop, actor: Actor, language: Language) -> Reader:
        """A person reads one language; the wall and the console are read in all of them."""
        alone = actor.participant in workshop.participants
        return cls(language, [language] if alone else workshop.languages)


def in_other_words(workshop: Workshop, said: Contribution, reader: Reader) -> dict[str, Any]:
    """Of a person's own words: ``mark`` tells their language where it is not the page's, and
    ``translations`` hold for each language its words and who wrote them; {} for words of the deck.
    """
    if not is_translatable(said):
        return {}
    found = {each: workshop.translation(said, each) for each in reader.also}
    value: dict[str, Any] = {
        "translations": [
            [each, known.text, translate(reader.language, _TRANSLATED[known.origin])]
            for each, known in found.items()
            if known and known.origin in _TRANSLATED
        ]
    }
    if said.language != reader.language:
        value["mark"] = said.language.upper()
    return value
