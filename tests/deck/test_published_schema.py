"""The published JSON Schema says what the models say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from lhs_widgets.deck import built_in_decks, deck_text, load_deck, loading
from lhs_widgets.deck.schema import PUBLISHED, as_text, json_schema

ROOT = Path(__file__).parents[2]


def read(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def test_the_published_file_is_the_schema_of_the_models() -> None:
    assert (ROOT / PUBLISHED).read_text("utf-8") == as_text()


def test_it_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["title"] == "Deck"


@pytest.mark.parametrize("name", built_in_decks())
def test_built_in_decks_are_valid(name: str) -> None:
    assert Draft202012Validator(json_schema()).is_valid(read(deck_text(name)))


@pytest.mark.parametrize("name", built_in_decks())
def test_built_in_decks_are_read_as_any_other_file(name: str) -> None:
    assert loading._parsed(deck_text(name), name) == load_deck(name)


def test_a_deck_without_french_is_not_valid(small_deck_yaml: str) -> None:
    text = small_deck_yaml.replace(", fr: Un petit jeu", "")
    assert not Draft202012Validator(json_schema()).is_valid(read(text))


def test_a_further_language_is_valid_and_a_misspelled_field_is_not(small_deck_yaml: str) -> None:
    check = Draft202012Validator(json_schema())
    for field, good in (("pt-BR", True), ("titel", False)):
        text = small_deck_yaml.replace(", fr: Un petit jeu", f", fr: Un petit jeu, {field}: Jogo")
        assert check.is_valid(read(text)) is good
