"""Value: four dimensions, an indicator each, trade-offs, and the three propositions."""

from __future__ import annotations

import pytest

from lhs_widgets.deck import Deck, load_deck


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("value")


def test_value_has_the_four_dimensions_of_its_source(deck: Deck) -> None:
    items = deck.list_of["value-dimensions"].items
    ids = ["dim-patients", "dim-providers", "dim-population", "dim-costs"]
    assert [item.id for item in items] == ids
    assert {item.place.at for item in items} == {"LHS outcomes"}


def test_each_dimension_gets_progress_and_one_indicator(deck: Deck) -> None:
    table = deck.steps["value-progress"].activity
    assert table.rows == "value-dimensions"
    assert [column.id for column in table.columns][:2] == ["progress", "indicator"]


def test_a_path_of_care_comes_first_and_names_the_dimensions_it_touches(deck: Deck) -> None:
    _, path = next(deck.answered_steps())
    assert path.id == "value-path"
    assert path.activity.columns[-1].choices == "value-dimensions"


def test_trade_offs_are_examples_of_ours(deck: Deck) -> None:
    assert all(item.place is None for item in deck.list_of["trade-offs"].items)
    assert "made-up" in deck.steps["value-trade-offs"].help.en
    assert "inventés" in deck.steps["value-trade-offs"].help.fr


def test_it_ends_with_the_three_propositions_made_into_promises(deck: Deck) -> None:
    places = [item.place.at for item in deck.list_of["value-propositions"].items]
    assert places == [f"LHS outcomes, {n} proposition" for n in ("first", "second", "third")]
    last = list(deck.steps.values())[-1]
    assert last.activity.rows == "value-propositions"
    assert last.stages[-1].kind == "agree"
