"""Codes on cards: how they are typed, whose they are, which are free."""

from __future__ import annotations

from itertools import islice

import pytest

from lhs_widgets.paper import CardCode, free_codes, holder, read_code
from lhs_widgets.store import Record
from tests.paper.conftest import Add
from tests.support.workshops import join


@pytest.mark.parametrize("typed", ["A7-05", "a7-05", " a 7 - 0 5 ", "A705", "a7–5", "A7-O5"])
def test_a_code_may_be_typed_in_any_way(typed: str) -> None:
    assert read_code(typed) == CardCode("A7", 5)


def test_a_code_may_be_of_a_person_alone() -> None:
    assert read_code("a7") == CardCode("A7")
    assert str(CardCode("A7")) == "A7"
    assert str(CardCode("A7", 5)) == "A7-05"


@pytest.mark.parametrize(
    "typed", ["", "A", "7", "77-05", "A0", "I7", "AA-05", "A7-005", "É7", "A7x"]
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_every_code_that_is_given_out_is_read_back(record: Record) -> None:
    codes = list(free_codes(record.state()))
    assert len(set(codes)) == len(codes) > 200
    assert [str(read_code(code)) for code in codes] == codes


def test_a_code_is_given_to_one_person(record: Record, add: Add) -> None:
    person = add("A2")
    state = record.state()
    assert list(islice(free_codes(state), 2)) == ["A1", "A3"]
    found = holder(state, "A2")
    assert found
    assert found.id == person


def test_who_joined_by_phone_has_no_code(record: Record) -> None:
    join(record)
    assert holder(record.state(), "") is None


@pytest.mark.parametrize(
    ("number", "step"), [(1, None), (2, "roles"), (4, "challenges"), (5, None)]
)
def test_a_number_is_that_of_an_answered_step(
    record: Record, number: int, step: str | None
) -> None:
    found = CardCode("A7", number).step(record.state())
    assert (found and found.id) == step
