"""Terms that need explaining: the entries that stand beside a step in which they occur."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from ruamel.yaml import YAML

from .base import DeckModel, Identifier, Language, Text, Words


class Forms(DeckModel):
    """How a term may be written in each language; an asterisk stands for any ending."""

    en: tuple[Words, ...]
    fr: tuple[Words, ...]

    def __call__(self, language: Language) -> tuple[str, ...]:
        return self.fr if language == "fr" else self.en


class Term(DeckModel):
    """What a term is called and means, and where that comes from."""

    id: Identifier
    name: Text
    forms: Forms
    meaning: Text
    source: Words


@cache
def terms() -> tuple[Term, ...]:
    """Every term, in the order of the file."""
    text = files("lhs_widgets").joinpath("terms.yaml").read_text("utf-8")
    return tuple(Term.model_validate(each) for each in YAML(typ="safe", pure=True).load(text))


def terms_in(texts: Iterable[str], language: Language) -> list[Term]:
    """The terms that occur in texts of a language, in the order of the alphabet."""
    said = "\n".join(texts).casefold()
    found = [term for term in terms() if _occurs(term, language, said)]
    return sorted(found, key=lambda term: term.name(language).casefold())


def _occurs(term: Term, language: Language, said: str) -> bool:
    """Looks for the beginnings of its forms first, which is quick, and seldom finds any."""
    if not any(beginning in said for beginning in _beginnings(term, language)):
        return False
    return _pattern(term, language).search(said) is not None


@cache
def _beginnings(term: Term, language: Language) -> tuple[str, ...]:
    return tuple(form.casefold().partition("*")[0] for form in term.forms(language))


@cache
def _pattern(term: Term, language: Language) -> re.Pattern[str]:
    forms = (re.escape(form.casefold()).replace(r"\*", r"\w*") for form in term.forms(language))
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")
