"""A language is a folder of two catalogues; what it lacks is said in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Message

from lhs_widgets.deck import Text
from lhs_widgets.language import (
    direction,
    installed,
    is_language,
    is_one,
    languages,
    long_date,
    number_marks,
    offered,
    own_name,
    progress,
    translate,
    translations,
)
from lhs_widgets.language.catalogues import CONTENT, INTERFACE
from lhs_widgets.language.flaws import flaw
from tests.support.languages import catalogue, whole_interface
from tests.support.workshops import NOON

HELLO = Text(en="Good day to all", fr="Bonjour à vous")


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of languages outside of the package."""
    monkeypatch.setenv("LHS_LOCALE", str(tmp_path))
    return tmp_path


def test_a_folder_outside_of_the_package_adds_a_language(outside: Path) -> None:
    assert not installed("pt")
    catalogue(outside, "pt", INTERFACE, {"Next": "Seguinte"})
    other = outside / "elsewhere"
    catalogue(other, "pt", INTERFACE, {"Next": "Avançar"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LHS_LOCALE", str(other))
        assert languages()[:2] == ("en", "fr")
        assert installed("pt")
        assert translate("pt", "Next") == "Avançar"


def test_a_language_may_have_a_region_or_be_unknown_to_cldr(outside: Path) -> None:
    for tag in ("pt-BR", "zh-Hant", "atj", "ar"):
        whole_interface(outside, tag, lambda words: f"[{words}]")
        assert translate(tag, "Next") == "[Next]"
        assert progress(tag).is_whole


def test_what_it_lacks_is_said_in_english(outside: Path) -> None:
    catalogue(outside, "it", INTERFACE, {"Next": "Avanti", "Back": ""})
    catalogue(outside, "it", CONTENT, {"Good day to all": "Buongiorno a tutti"})
    other = Text(en="Something else", fr="Autre chose")
    assert [translate("it", each) for each in ("Next", "Back", "Undo")] == [
        "Avanti",
        "Back",
        "Undo",
    ]
    assert (HELLO("it"), HELLO.spoken("it")) == ("Buongiorno a tutti", "it")
    assert (other("it"), other.spoken("it")) == ("Something else", "en")
    assert (HELLO("fr"), HELLO.spoken("fr")) == ("Bonjour à vous", "fr")


def test_a_decks_own_words_win_over_the_catalogue(outside: Path) -> None:
    catalogue(outside, "it", CONTENT, {"Good day to all": "Buongiorno a tutti"})
    assert Text(en="Good day to all", fr="Bonjour", it="Salve")("it") == "Salve"


def test_a_translation_that_can_not_be_filled_in_is_not_used(outside: Path) -> None:
    wrong = {
        "The group is now at: {step}": "È {passo}",
        "Remove: {card}": "Togli {card",
        "Save": "{n}",
    }
    catalogue(outside, "it", INTERFACE, wrong)
    catalogue(outside, "it", CONTENT, {"{n} people": "{m} persone"})
    catalogue(outside, "pt", INTERFACE, {"Start": "<b>Começar</b>"})
    assert all(translate("it", english) == english for english in wrong)
    assert translate("pt", "Start") == "Start"
    assert Text(en="{n} people", fr="{n} personnes")("it") == "{n} people"


@pytest.mark.parametrize(
    ("forms", "good"),
    [
        (("Una persona", "{n} persone"), True),
        (("{n} persona", "Molte persone"), False),
        (("{m} persona", "{n} persone"), False),
    ],
)
def test_one_may_be_said_in_words(forms: tuple[str, str], good: bool) -> None:
    message = Message(("{n} person", "{n} people"), forms)
    assert (flaw(message) == "") is good


@pytest.mark.parametrize("broken", [b'msgid "a\n', b"\xff\xfe", b'"Plural-Forms: x"\nnonsense'])
def test_a_catalogue_that_is_none_leaves_the_language_in_english(
    outside: Path, broken: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file = catalogue(outside, "it", INTERFACE, {"Next": "Avanti"})
    file.write_bytes(broken)
    assert translate("it", "Next") == "Next"
    assert progress("it").said == 0
    assert str(file) in caplog.text


def test_it_is_offered_by_itself_once_its_interface_is_whole(outside: Path) -> None:
    catalogue(outside, "it", INTERFACE, {"Next": "Avanti"})
    whole_interface(outside, "pt", lambda words: f"[{words}]")
    assert offered() == ("en", "fr", "pt")
    assert progress("pt").percent == 100
    assert (progress("it").said, progress("it").percent) == (1, 0)
    said = translations("pt").ngettext("{n} person joined", "{n} people joined", 2)
    assert said == "[{n} people joined]"


def test_it_is_called_as_its_catalogue_says_or_as_cldr_does(outside: Path) -> None:
    catalogue(outside, "moe", INTERFACE, {"English": "Innu-aimun"})
    catalogue(outside, "it", INTERFACE, {"Next": "Avanti"})
    assert [own_name(each) for each in ("moe", "it", "fr")] == [
        "Innu-aimun",
        "Italiano",
        "Français",
    ]


def test_a_folder_that_is_no_language_is_none(outside: Path) -> None:
    for name in ("readme", "Italian", "xx1", "it"):  # the last has no catalogues in it
        (outside / name).mkdir()
    assert languages() == ("en", "fr", "es")


@pytest.mark.parametrize(
    ("tag", "good"),
    [
        *[(each, True) for each in ("es", "pt-BR", "zh-Hant", "moe", "atj", "iu", "qaa-Hebr")],
        *[(each, False) for each in ("", "e", "ES", "titel", "es_MX", "xx", "../fr", "es-")],
    ],
)
def test_a_language_is_known_by_its_tag(tag: str, good: bool) -> None:
    assert is_language(tag) is good


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("en", "ltr"),
        ("he", "rtl"),
        ("ar", "rtl"),
        ("moe", "ltr"),
        ("qaa-Arab", "rtl"),
        ("pa-Guru", "ltr"),
    ],
)
def test_each_language_has_its_direction(language: str, way: str) -> None:
    assert direction(language) == way


def test_numbers_counts_and_days_go_by_the_rules_of_the_language() -> None:
    assert number_marks("en") == (".", ",")
    assert number_marks("fr") == (",", "\N{NO-BREAK SPACE}")
    assert number_marks("es") == (",", ".")
    assert [is_one(n, "fr") for n in (0, 1.5, 2)] == [True, True, False]
    assert [is_one(n, "en") for n in (0, 1, 1.5)] == [False, True, False]
    days = [long_date(NOON.date(), each) for each in ("en", "fr", "es", "moe")]
    assert days == [
        "November 22, 2026",
        "22 novembre 2026",
        "22 de noviembre de 2026",
        "November 22, 2026",
    ]
