"""Printed cards: what stands on them, in which language, for whom."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from lhs_widgets.deck import load_deck
from lhs_widgets.errors import BadInput
from lhs_widgets.paper import Pack, packs, print_cards
from lhs_widgets.store import Record
from lhs_widgets.workshop import Workshop
from tests.paper.conftest import Add

HOSTILE = '#panic("ran") $x^2$ *bold* <b> \\ @ref "quoted" // [] {n} 日本'


def printed(workshop: Workshop, *wanted: Pack, language: Any = "en") -> PdfReader:
    return PdfReader(io.BytesIO(print_cards(workshop, "KDM7RT", wanted, language)))


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_a_card_has_its_code_its_question_and_its_scales(record: Record) -> None:
    said = words(printed(record.state(), Pack("A7", ("en",))))
    assert [f"A7-{n}" in said for n in ("01", "02", "03", "04", "05")] == [
        False,
        *3 * [True],
        False,
    ]
    assert "What makes it work?" in said
    assert "How important? 1 2 Low High" in said
    assert "Advisor" in said
    assert "Which condition would ease it?" in said


def test_the_cards_speak_the_language_of_their_pack(record: Record) -> None:
    said = words(printed(record.state(), Pack("A7", ("fr",)), language="fr"))
    assert "Quelles conditions ?" in said
    assert "étape 3 sur 4" in said
    assert "What makes it work?" not in said


def test_the_file_is_accessible(record: Record) -> None:
    pdf = printed(record.state(), Pack("A7", ("fr",)), language="fr")
    assert pdf.metadata
    assert pdf.metadata.title == "Cartes à remplir\N{NO-BREAK SPACE}: A workshop"
    assert pdf.root_object["/Lang"] == "fr"
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1<" in pdf.root_object["/Metadata"].get_data()
    assert "A7-03 · Conditions" in [entry["/Title"] for entry in pdf.outline if "/Title" in entry]


def test_the_same_cards_are_the_same_bytes(record: Record) -> None:
    state, wanted = record.state(), [Pack("A7", ("en",))]
    assert print_cards(state, "K", wanted, "en") == print_cards(state, "K", wanted, "en")


def test_words_of_a_deck_and_a_title_are_never_markup(record: Record) -> None:
    text = record.deck.steps["conditions"].question.model_copy(update={"en": HOSTILE})
    phases = [
        phase.model_copy(
            update={"steps": tuple(s.model_copy(update={"question": text}) for s in phase.steps)}
        )
        for phase in record.deck.phases
    ]
    deck = record.deck.model_copy(update={"phases": tuple(phases)})
    pdf = printed(Workshop(deck, title=HOSTILE), Pack("A7", ("en",)))
    assert pdf.metadata
    assert pdf.metadata.title == f"Cards to write on: {HOSTILE}"
    assert words(pdf).count('#panic("ran") $x^2$ *bold* <b> \\ @ref "quoted" // [] {n}') >= 6


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_card_of_the_built_in_deck_is_one_sheet(language: Any) -> None:
    deck = load_deck("roadmap")
    pdf = printed(Workshop(deck, title="Better discharge"), Pack("A7", (language,)))
    fronts = pdf.pages[::2]  # a short card has nothing on its back
    assert len(fronts) == len(list(deck.answered_steps()))
    assert all(page.extract_text() for page in fronts)


def test_who_was_added_gets_cards_in_their_language_and_new_codes_in_both(
    record: Record, add: Add
) -> None:
    add("A2", "fr")
    state = record.state()
    assert packs(state) == [Pack("A2", ("fr",))]
    assert packs(state, people=3) == [
        Pack("A2", ("fr",)),
        Pack("A1", ("en", "fr")),
        Pack("A3", ("en", "fr")),
    ]
    assert packs(state, people=1, language="both") == [Pack("A2", ("en", "fr"))]
    assert packs(state, people=1, language="en") == [Pack("A2", ("en",))]


def test_there_are_cards_before_anybody_was_added(record: Record) -> None:
    assert [pack.person for pack in packs(record.state())][:2] == ["A1", "A2"]


@pytest.mark.parametrize("number", [0, -1, 41])
def test_cards_are_printed_for_a_room_of_people(record: Record, number: int) -> None:
    with pytest.raises(BadInput, match=str(number)):
        packs(record.state(), people=number)
