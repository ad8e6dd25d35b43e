"""The foundations: every element and accelerator of the six pillars, and five core processes."""

from __future__ import annotations

from collections import Counter

import pytest

from lhs_widgets.deck import Deck, load_deck

#: Table 2 of Menear et al.: elements and examples of accelerators in each pillar.
ELEMENTS = {"scientific": 4, "social": 3, "technological": 8, "policy": 4, "legal": 3, "ethical": 3}
ACCELERATORS = {"Scientific": 5, "Social": 6, "Technological": 9, "Policy": 6, "Legal": 2}
ACCELERATORS["Ethical"] = 4
LOOKED_AT = ("elements-people", "elements-tools", "elements-rules")


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("foundations")


def test_every_element_of_the_six_pillars_is_there(deck: Deck) -> None:
    items = [item for name in LOOKED_AT for item in deck.list_of[name].items]
    assert Counter(item.family for item in items) == ELEMENTS
    assert all(item.place.at == f"Table 2, {item.family.title()}: elements" for item in items)


def test_each_element_is_asked_if_it_is_there_and_if_it_is_connected(deck: Deck) -> None:
    asked = [
        step.activity.items
        for step in deck.steps.values()
        if step.activity.kind == "place" and step.activity.scales == ("present", "connected")
    ]
    assert tuple(asked) == LOOKED_AT


def test_every_accelerator_of_the_table_is_an_example_on_a_card(deck: Deck) -> None:
    places = [card.place.at for step in deck.steps.values() for card in step.cards]
    table = [at for at in places if at.endswith(": accelerators")]
    assert Counter(at.removeprefix("Table 2, ").split(":")[0] for at in table) == ACCELERATORS


def test_examples_stand_beside_the_elements_of_their_own_pillar(deck: Deck) -> None:
    for name in ("fnd-people", "fnd-tools", "fnd-rules"):
        step = deck.steps[name]
        families = {item.family for item in deck.list_of[step.activity.items].items}
        cards = [card.place.at for card in step.cards if card.place.at.startswith("Table 2")]
        assert {at.split()[2].strip(":").lower() for at in cards} == families


def test_six_pillars_make_the_picture_of_readiness(deck: Deck) -> None:
    pillars = deck.list_of["pillars"].items
    assert [item.id.removeprefix("pillar-") for item in pillars] == list(ELEMENTS)
    assert deck.steps["fnd-readiness"].activity.scales == ("readiness", "importance")


def test_it_ends_with_a_row_for_each_of_the_five_core_processes(deck: Deck) -> None:
    assert len(deck.list_of["core-processes"].items) == 5
    last = list(deck.steps.values())[-1]
    assert last.activity.rows == "core-processes"
    assert last.stages[-1].kind == "agree"
