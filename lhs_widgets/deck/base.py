"""What every part of a deck is made of: strict frozen models, and words in both languages."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,47}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


class DeckModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class Text(DeckModel):
    """The same words in every language of the workbook."""

    en: Words
    fr: Words

    def __call__(self, language: Language) -> str:
        return self.fr if language == "fr" else self.en
