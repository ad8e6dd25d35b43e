"""What ideas that are shown say in another language, as the facilitator or a scribe wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ..deck import Language
from .contributions import Contribution, subject

if TYPE_CHECKING:
    from .events import Event, Origin


@dataclass(frozen=True)
class Translation:
    """The words of an idea in another language, and in which role someone wrote them.

    ``of`` is the fingerprint of the words that were translated: when their author has changed them
    and they are shown anew, the translation is not theirs any more.
    """

    text: str
    of: str
    origin: Origin


#: By the answer's id and the language.
Translations = Mapping[tuple[str, str], Translation]


def fingerprint(words: str) -> str:
    """What tells one text from another."""
    return sha256(words.encode()).hexdigest()[:16]


def is_translatable(said: Contribution) -> bool:
    """Whether it is a person's own words; those of the deck are in every language already."""
    return subject(said) is None and bool(said.words)


def translation_of(
    translations: Translations, said: Contribution, language: Language
) -> Translation | None:
    """How these words read in a language; None where nobody has said."""
    found = translations.get((said.id, language))
    return found if found and found.of == fingerprint(said.words) else None


def with_translation(
    translations: Translations, event: Event
) -> dict[tuple[str, str], Translation]:
    """The translations after one was written, changed or (with no words) taken away."""
    body: Mapping[str, Any] = event.body
    key = (body["contribution"], body["language"])
    rest = {each: known for each, known in translations.items() if each != key}
    if not body["text"]:
        return rest
    return {**rest, key: Translation(body["text"], body["of"], event.origin)}


def without(translations: Translations, answer: str) -> dict[tuple[str, str], Translation]:
    """The translations that are left when an answer was taken back."""
    return {key: known for key, known in translations.items() if key[0] != answer}
