"""Printed cards: what stands on them, in which language, for whom."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pytest
from pypdf import PdfReader

from lhs_widgets.deck import load_deck, parse_deck
from lhs_widgets.errors import BadInput
from lhs_widgets.paper import Pack, packs, print_cards
from lhs_widgets.store import Record
from lhs_widgets.workshop import Workshop
from tests.paper.conftest import Add
from tests.support.kinds import KINDS_DECK

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


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("01", "Tick one box beside each line. A Done together · B Done for people"),
        ("01", "At home A call the day after A B"),
        ("02", "A first visit Is it there? 1 2 3"),
        ("03", "Choose at most 2."),
        ("04", "The best that could happen"),
        ("05", "Row 2 What Who Patient Manager How Done together"),
        ("06", "A call the day after What it means to us"),
        ("07", "What can stand on the map A person · A place"),
    ],
)
def test_a_card_of_each_kind_has_what_one_needs_to_answer(step: str, said: str) -> None:
    pages = printed(Workshop(parse_deck(KINDS_DECK), title="Kinds"), Pack("A7", ("en",))).pages
    text = " ".join(page.extract_text() for page in pages if f"A7-{step}" in page.extract_text())
    assert said in " ".join(text.split())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_card_of_the_built_in_deck_is_one_sheet_and_of_a_long_list_two(language: Any) -> None:
    deck = load_deck("roadmap")
    pdf = printed(Workshop(deck, title="Better discharge"), Pack("A7", (language,)))
    said = [page.extract_text() for page in pdf.pages]
    sides = Counter(
        step.id
        for text in said
        for _, step in deck.answered_steps()
        if f"A7-{deck.position(step.id) + 1:02}" in text
    )
    lists = {"cycle-processes", "cycle-features"}
    assert sides.keys() == {step.id for _, step in deck.answered_steps()}
    assert [step for step, pages in sides.items() if pages > (4 if step in lists else 2)] == []


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
