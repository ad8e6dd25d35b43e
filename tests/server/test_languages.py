"""``lhs languages``: a third language is one folder and one command."""

from __future__ import annotations

from pathlib import Path

import pytest

from lhs_widgets.language.catalogues import CONTENT, INTERFACE, read
from lhs_widgets.language.progress import forget
from tests.support.commands import LHS, refused
from tests.support.languages import catalogue


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LHS_LOCALE", str(tmp_path / "languages"))
    return tmp_path / "languages"


def translated(outside: Path, name: str, english: str, words: str) -> None:
    """Translate one message, as a person does in an editor."""
    file = outside / "it" / "LC_MESSAGES" / name
    text, empty = file.read_text("utf-8"), f'msgid "{english}"\nmsgstr ""'
    assert empty in text
    file.write_text(text.replace(empty, f'{empty[:-1]}{words}"'), "utf-8")
    forget()


def test_adding_makes_a_folder_and_again_keeps_every_translation(lhs: LHS, outside: Path) -> None:
    made = lhs("languages", "add", "it").out
    assert str(outside / "it" / "LC_MESSAGES" / INTERFACE) in made
    translated(outside, INTERFACE, "Next", "Avanti")
    translated(outside, CONTENT, "Why are we here?", "Perché siamo qui?")
    before = sorted((file, file.read_bytes()) for file in outside.rglob("*.po"))
    lhs("languages", "add", "it")
    assert sorted((file, file.read_bytes()) for file in outside.rglob("*.po")) == before
    shown = {each["language"]: each for each in lhs("languages", "--json").json}
    assert shown["it"]["name"] == "Italiano"
    assert (shown["it"]["parts"]["interface"]["said"], shown["it"]["offered"]) == (1, False)
    assert shown["it"]["parts"]["roadmap"]["said"] == 1
    assert all(part["said"] == part["all"] for part in shown["fr"]["parts"].values())


def test_what_is_missing_wrong_or_said_no_more_is_printed_with_its_place(
    lhs: LHS, outside: Path
) -> None:
    words = {"Remove: {card}": "Togli", "Said long ago": "Detto tempo fa", "Next": "Avanti"}
    catalogue(outside, "it", INTERFACE, words)
    lhs("languages", "add", "it")  # the old one stays, marked as obsolete
    found = lhs("languages", "missing", "it", "--part", "interface").out.splitlines()
    assert "interface: has to hold {card}, as the English does: Remove: {card}" in found
    assert "interface: said no more: Said long ago" in found
    assert "interface: missing: Back" in found
    assert not [line for line in found if line.endswith(" Next")]
    roadmap = lhs("languages", "missing", "it", "--json", "--part", "roadmap").json
    assert {"part": "roadmap", "place": "welcome/question", "why": "missing"}.items() <= next(
        each for each in roadmap if each["words"] == "Why are we here?"
    ).items()


def test_a_language_of_the_package_goes_on_in_ones_own_folder(lhs: LHS, outside: Path) -> None:
    lhs("languages", "add", "es")
    own = read(outside / "es" / "LC_MESSAGES" / INTERFACE, "es")
    next_ = own.get("Next")
    assert next_
    assert next_.string == "Siguiente"


@pytest.mark.parametrize("tag", ["en", "fr", "Italian", "../it", "xx"])
def test_what_is_no_further_language_is_refused(lhs: LHS, outside: Path, tag: str) -> None:
    assert "es or pt-BR" in refused(lhs("languages", "add", tag))
    assert not outside.exists()


def test_a_language_that_is_not_there_or_broken_is_told(lhs: LHS, outside: Path) -> None:
    assert "no such folder" in lhs("languages").error
    assert "lhs languages add it" in refused(lhs("languages", "missing", "it"))
    catalogue(outside, "it", INTERFACE, {"Next": "Avanti"}).write_text('msgid "a\n')
    forget()
    assert INTERFACE in refused(lhs("languages", "missing", "it"))
    assert INTERFACE in refused(lhs("languages", "add", "it"))
