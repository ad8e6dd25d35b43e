"""Every word of the interface is there in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from lhs_widgets.widgets import words

ROOT = Path(__file__).parents[2]
FRENCH = ROOT / "lhs_widgets" / "locale" / "fr" / "LC_MESSAGES" / "lhs_widgets.po"


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with FRENCH.open("rb") as file:
        return read_po(file, locale="fr")


@pytest.fixture(scope="module")
def in_the_code() -> set[str | tuple[str, ...]]:
    """Every message that the code and the pages mark, as ``make messages`` finds them."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(ROOT, methods, options)
    return {message for _, _, message, *_ in found}


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def test_the_french_catalogue_has_what_the_code_says_and_nothing_else(
    catalogue: Catalog, in_the_code: set[str | tuple[str, ...]]
) -> None:
    translated = {
        message.id if isinstance(message.id, str) else tuple(message.id)
        for message in messages(catalogue)
    }
    assert in_the_code - translated == set(), "these have no French"
    assert translated - in_the_code == set(), "nobody says these any more"
    assert list(catalogue.obsolete) == []


def test_no_translation_is_empty_or_unsure(catalogue: Catalog) -> None:
    unsure = [m.id for m in messages(catalogue) if m.fuzzy or not all(forms(m.string))]
    assert unsure == []


def test_translations_keep_the_places_to_fill(catalogue: Catalog) -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"\{\w+\}", text))

    for message in messages(catalogue):
        wanted = places(forms(message.id)[-1])
        for form in forms(message.string):
            assert places(form) == wanted, message.id


def test_french_punctuation_has_its_spaces(catalogue: Catalog) -> None:
    bare = re.compile(r"[^\s\d/][:;?!»](\s|$)|«\S")
    wrong = [f for m in messages(catalogue) for f in forms(m.string) if bare.search(f)]
    assert wrong == []


@pytest.mark.parametrize(
    "name",
    [
        "STEP_WORDS",
        "HEADER_WORDS",
        "NAVIGATION_WORDS",
        "WRITING_FOR_WORDS",
        "CONSOLE_WORDS",
        "REFUSALS",
    ],
)
def test_a_set_of_words_is_whole_in_both_languages(name: str) -> None:
    english = getattr(words, name)
    french = words.in_language(english, "fr")
    assert french.keys() - english.keys() == {"dir"}, "with the direction of the page"
    same = {english[key] for key in english if english[key] == french[key]}
    assert same <= {"Code", "Condition {n}", "Minutes"}
