"""Co-production: the types, principles, characteristics and models of the review, all of them."""

from __future__ import annotations

import re

import pytest

from lhs_widgets.deck import Deck, load_deck

TYPES = ["Co-production", "Co-design", "Co-construction", "Co-innovation"]

#: Box 1: the characteristics of a continuously learning system, under their four heads.
CHARACTERISTICS = {
    "science": ["Real-time access to knowledge", "Digital capture of the care experience"],
    "partnerships": ["Engaged, empowered patients"],
    "incentives": ["Incentives aligned for value", "Full transparency"],
    "culture": ["Leadership-instilled culture of learning", "Supportive system competencies"],
}
TODAY_AND_WISHED = ("true-today", "true-wished")


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("coproduction")


def test_the_four_types_are_those_of_their_table(deck: Deck) -> None:
    places = [item.place.at for item in deck.list_of["cocreation-types"].items]
    assert places == [f"Table 1, {name}" for name in TYPES]


def test_the_nine_practices_of_table_2_and_the_four_under_them_are_sorted(deck: Deck) -> None:
    practices = deck.list_of["cocreation-practices"].items
    assert len(practices) == 9 + 4
    assert {item.place.at for item in practices} == {"Table 2"}
    assert deck.steps["copro-practices"].activity.bins == "cocreation-types"


def test_a_group_places_its_own_examples_in_the_types(deck: Deck) -> None:
    columns = {
        column.id: column.choices for column in deck.steps["copro-examples"].activity.columns
    }
    assert columns["type"] == "cocreation-types"


def test_the_seven_principles_are_rated_today_and_wished(deck: Deck) -> None:
    places = [item.place.at for item in deck.list_of["copro-principles"].items]
    numbers = [re.search(r"principle (\d)$", place).group(1) for place in places]
    assert numbers == list("1234567")
    assert deck.steps["copro-principles-rated"].activity.scales == TODAY_AND_WISHED


def test_each_principle_has_a_card_on_what_it_takes(deck: Deck) -> None:
    places = [card.place.at for card in deck.steps["copro-principles-rated"].cards]
    assert places == [f"Practical implications, principle {n}" for n in range(1, 8)]


def test_the_seven_characteristics_are_rated_under_their_four_heads(deck: Deck) -> None:
    items = deck.list_of["learning-characteristics"].items
    under = {
        family: [item.place.at for item in items if item.family == family]
        for family in CHARACTERISTICS
    }
    assert under == {
        family: [f"Box 1, {name}" for name in names] for family, names in CHARACTERISTICS.items()
    }
    assert deck.steps["copro-characteristics-rated"].activity.scales == TODAY_AND_WISHED


def test_the_three_models_are_set_beside_the_group_s_own(deck: Deck) -> None:
    assert deck.steps["copro-models"].activity.rows == "lhs-models"
    items = [item.id for item in deck.list_of["lhs-models"].items]
    assert items == ["model-cincinnati", "model-dartmouth", "model-michigan"]


def test_it_fits_in_two_hours_and_ends_in_agreement(deck: Deck) -> None:
    stages = [stage for step in deck.steps.values() for stage in step.stages]
    assert sum(stage.minutes for stage in stages) <= 120
    assert stages[-1].kind == "agree"
