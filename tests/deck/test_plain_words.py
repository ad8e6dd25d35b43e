"""Decks are in plain words of their own: grade 6 to 8, and never a sentence of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from lhs_widgets.deck import Deck, Text, built_in_decks, load_deck
from tests.support.reading import english_grade, french_ease, words
from tests.support.shingles import known, rows_of_words, shingle

#: Shorter texts are names and questions: a formula says nothing of them.
SHORTEST = 20
HIGHEST_GRADE = 9.0
LOWEST_EASE = 50.0

#: Names and terms that have no other words.
FIXED_TERMS: tuple[str, ...] = ()

#: Texts that may be harder, by a piece of their English, and why.
EXCEPTIONS: dict[str, str] = {}


def texts(part: object) -> Iterator[Text]:
    """Every text of a part of a deck, in both languages."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name))
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)


def is_excepted(text: Text) -> bool:
    return any(piece in text.en for piece in EXCEPTIONS)


@pytest.fixture(params=built_in_decks())
def deck(request: pytest.FixtureRequest) -> Deck:
    return load_deck(request.param)


def test_english_is_for_grade_nine_at_most(deck: Deck) -> None:
    hard = {
        text.en: round(english_grade(text.en), 1)
        for text in texts(deck)
        if len(words(text.en)) >= SHORTEST
        and english_grade(text.en) > HIGHEST_GRADE
        and not is_excepted(text)
    }
    assert hard == {}


def test_french_is_easy_to_read(deck: Deck) -> None:
    hard = {
        text.fr: round(french_ease(text.fr))
        for text in texts(deck)
        if len(words(text.fr)) >= SHORTEST
        and french_ease(text.fr) < LOWEST_EASE
        and not is_excepted(text)
    }
    assert hard == {}


def test_french_punctuation_has_its_spaces(deck: Deck) -> None:
    loose = re.compile(r"[^\u00a0\u202f\s][:;?!»](\s|$)|«[^\u00a0\u202f]| [:;?!»]|'")
    assert [text.fr for text in texts(deck) if loose.search(text.fr)] == []


def test_no_eight_words_in_a_row_are_those_of_a_source(deck: Deck) -> None:
    sources = known()
    copied = [
        row
        for text in texts(deck)
        for row in rows_of_words(text.en)
        if shingle(row) in sources and not any(term in row for term in FIXED_TERMS)
    ]
    assert copied == []


def test_a_sentence_of_a_source_would_be_found() -> None:
    copied = "scientific social technological policy legal and ethical dimensions"
    assert shingle(next(rows_of_words(copied))) in known()


def test_the_same_id_is_the_same_thing_in_every_deck() -> None:
    """So that a workshop can be composed from the steps of several decks."""
    known: dict[tuple[str, str], tuple[str, object]] = {}
    different = []
    for name in built_in_decks():
        deck = load_deck(name)
        for family in ("sources", "groups", "scales", "role_functions", "lists"):
            for part in getattr(deck, family):
                first, before = known.setdefault((family, part.id), (name, part))
                if before != part:
                    different.append(f"{family} {part.id}: {first} and {name}")
    assert different == []


def test_a_step_belongs_to_one_deck() -> None:
    steps = [step for name in built_in_decks() for step in load_deck(name).steps]
    assert len(steps) == len(set(steps))
