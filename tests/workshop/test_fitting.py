"""Which answers fit which kind of activity."""

from __future__ import annotations

from typing import Any

import pytest

from lhs_widgets.deck import Deck, parse_deck
from lhs_widgets.errors import Refused
from lhs_widgets.workshop import read_contribution
from tests.support.kinds import GOOD, KINDS_DECK

BASE = {"id": "answer-1", "language": "en"}

#: What no step takes, by step: each makes a good answer bad.
BAD: list[tuple[str, dict[str, Any]]] = [
    ("k-sort", {"item": "nothing"}),
    ("k-sort", {"item": None}),
    ("k-sort", {"bin": "nowhere"}),
    ("k-sort", {"rank": 1}),
    ("k-place", {"ratings": {"there": 9}}),
    ("k-place", {"ratings": {"elsewhere": 1}}),
    ("k-place", {"item": "boxes"}),
    ("k-choose", {"rank": 3}),
    ("k-choose", {"rank": 0}),
    ("k-choose", {"item": "together"}),
    ("k-write", {"item": "worst"}),
    ("k-write", {"item": None}),
    ("k-write", {"text": "long " * 500}),
    ("k-fill", {"cells": {"where": "Here"}}),
    ("k-fill", {"cells": {"what": ["patient"]}}),
    ("k-fill", {"cells": {"who": "patient"}}),
    ("k-fill", {"cells": {"who": ["nobody"]}}),
    ("k-fill", {"cells": {"box": ["alone", "together"]}}),
    ("k-fill", {"cells": {"what": "w" * 501}}),
    ("k-fill", {"item": "visit"}),
    ("k-rows", {"item": None}),
    ("k-rows", {"item": "together"}),
    ("k-map", {"bin": "star"}),
    ("k-map", {"ends": ["node-1", "node-2"]}),
    ("k-map", {"bin": None, "ends": ["node-1", "node-1"]}),
    ("k-map", {"item": "visit"}),
]


@pytest.fixture(scope="module")
def deck() -> Deck:
    return parse_deck(KINDS_DECK)


@pytest.mark.parametrize("step", GOOD)
def test_each_kind_takes_its_answers(deck: Deck, step: str) -> None:
    said = read_contribution({**BASE, "step": step, **GOOD[step]}, deck)
    assert not said.is_blank


@pytest.mark.parametrize(("step", "change"), BAD)
def test_what_does_not_fit_is_refused(deck: Deck, step: str, change: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        read_contribution({**BASE, "step": step, **GOOD[step], **change}, deck)


def test_a_link_joins_two_things(deck: Deck) -> None:
    link = {"ends": ["node-1", "centre"], "text": "calls each week"}
    assert not read_contribution({**BASE, "step": "k-map", **link}, deck).is_blank


@pytest.mark.parametrize("step", GOOD)
def test_an_answer_that_says_nothing_is_blank(deck: Deck, step: str) -> None:
    item = {key: value for key, value in GOOD[step].items() if key == "item"}
    assert read_contribution({**BASE, "step": step, **item}, deck).is_blank


def test_an_id_that_is_reused_across_kinds_is_checked_by_its_step(deck: Deck) -> None:
    with pytest.raises(Refused):
        read_contribution({**BASE, "step": "k-write", **GOOD["k-sort"]}, deck)
