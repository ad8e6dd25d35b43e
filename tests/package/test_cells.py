"""Whatever people type, a CSV cell is text and comes back as it was."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.package.arrow import from_parquet, to_parquet
from lhs_widgets.package.cells import clean, guarded, plain, written
from lhs_widgets.package.reading import _from_csv
from lhs_widgets.package.tables import DECISIONS
from lhs_widgets.package.writing import to_csv

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1", '"=1"', "\u200b=1", "\n=1"]
HOSTILE = st.text(alphabet=st.sampled_from("=+-@'\";,\t\n\r \x00\x1b\x85＝a🎉\u2028"), max_size=12)
TEXTS = HOSTILE | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def decision(text: str) -> dict[str, Any]:
    blank = dict.fromkeys(DECISIONS.columns)
    return {**blank, "decision": "d", "text": text}


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_starts_with_an_apostrophe(formula: str) -> None:
    assert written(formula).startswith("'")


@pytest.mark.parametrize("formula", ["x;=1", 'x;"=1', "x\n=1", "x\t =1"])
def test_a_formula_behind_a_foreign_separator_does_too(formula: str) -> None:
    assert "'" in written(formula)


@pytest.mark.parametrize("text", ["plain", "a = b", "l'été", "'quoted'", "5-6", "a, b", "x; y"])
def test_plain_words_are_left_alone(text: str) -> None:
    assert written(text) == text


@given(HOSTILE)
def test_no_piece_of_a_cell_can_be_a_formula(text: str) -> None:
    cell = written(text)
    pieces = cell.replace("\n", ";").replace("\t", ";").split(";")
    assert not any(piece.lstrip(' "').startswith(("=", "+", "-", "@", "＝")) for piece in pieces)


@given(TEXTS)
def test_the_apostrophes_can_be_taken_away_exactly(text: str) -> None:
    assert plain(guarded(text)) == text


@given(TEXTS.filter(bool))
def test_a_text_survives_csv_but_for_control_characters(text: str) -> None:
    frame = _from_csv(DECISIONS, to_csv(DECISIONS, [decision(text)]))
    assert frame["text"].tolist() == [clean(text)]


@given(TEXTS.filter(bool))
def test_a_text_survives_parquet_exactly(text: str) -> None:
    full = {
        "decision": "d",
        "workshop": "w",
        "step": "s",
        "text": text,
        "language": "en",
        "at": 0,
    }
    frame = from_parquet(DECISIONS, to_parquet(DECISIONS, [full]))
    assert frame["text"].tolist() == [text]


@given(st.lists(TEXTS.filter(bool), max_size=4))
def test_a_csv_has_one_row_for_each_row(texts: list[str]) -> None:
    content = to_csv(DECISIONS, [decision(text) for text in texts]).decode()
    assert len(list(csv.reader(StringIO(content, newline="")))) == len(texts) + 1
