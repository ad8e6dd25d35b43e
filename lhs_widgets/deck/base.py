"""What every part of a deck is made of: strict frozen models, and words in every language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from ..language import SOURCES as LANGUAGES
from ..language import content, is_language

__all__ = ["LANGUAGES", "DeckModel", "Identifier", "Language", "Text", "Words", "texts"]

#: A language by its tag. One in a record may be of a language that is not installed any more.
Language = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?$")
]

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,47}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


class DeckModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class UnknownLanguage(ValueError):
    """A text of a deck stands under what is no language's tag."""

    mend = "Write the tag of a language, such as es or pt-BR, or remove the line."

    def __init__(self, tag: str) -> None:
        self.tag = tag
        super().__init__(f"“{tag}” is not a language")


def _in_schema(schema: dict[str, Any]) -> None:
    """Further languages, as editors learn of them."""
    further = schema.pop("additionalProperties")
    schema["patternProperties"] = {"^[a-z]{2,3}(-[A-Za-z0-9]+)*$": further}
    schema["additionalProperties"] = False


class Text(DeckModel):
    """The same words in English, in French and, where a deck's author wrote them, in others.

    A call gives them in a language: the deck's own words, else those of the language's catalogue,
    else the English ones.
    """

    model_config = ConfigDict(extra="allow", json_schema_extra=_in_schema)

    __pydantic_extra__: dict[str, Words] = Field(init=False)

    en: Words
    fr: Words

    @model_validator(mode="after")
    def _further_are_languages(self) -> Text:
        for tag in self.model_extra or ():
            if not is_language(tag):
                raise UnknownLanguage(tag)
        return self

    def __call__(self, language: Language) -> str:
        return self._found(language)[0]

    def spoken(self, language: Language) -> Language:
        """The language in which the words are, when they are asked for in one."""
        return self._found(language)[1]

    def _found(self, language: Language) -> tuple[str, Language]:
        if language in LANGUAGES:
            return (self.fr if language == "fr" else self.en), language
        own = (self.model_extra or {}).get(language) or content(language).get(self.en)
        return (own, language) if own else (self.en, "en")


def texts(part: Any, place: str = "") -> Iterator[tuple[str, Text]]:
    """The texts of a part of a deck, each with the way to it."""
    if isinstance(part, Text):
        yield place, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name), f"{place}/{name}".strip("/"))
    elif isinstance(part, tuple):
        for number, each in enumerate(part, 1):
            named = getattr(each, "id", None)
            yield from texts(each, str(named) if named else f"{place}/{number}")
