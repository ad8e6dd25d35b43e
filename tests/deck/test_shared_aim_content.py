"""The shared aim: every value, principle and level of the sources, and a sentence to agree on."""

from __future__ import annotations

import re

import pytest

from lhs_widgets.deck import Deck, load_deck

#: Table 1 of Menear et al.
VALUES = [
    "Adaptability",
    "Cooperative and participatory leadership",
    "Equity",
    "Inclusiveness",
    "Open innovation",
    "Person focused",
    "Privacy",
    "Scientific integrity",
    "Shared accountability",
    "Solidarity",
    "Transparency",
]


#: Figure 2 of Giacomantonio: sources with patients, families, communities, publics.
COUNTS = ["34", "29", "12", "5"]


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("shared-aim")


def test_the_eleven_core_values_stand_in_the_order_of_their_table(deck: Deck) -> None:
    places = [item.place.at for item in deck.list_of["core-values"].items]
    assert places == [f"Table 1, {value}" for value in VALUES]


def test_each_of_the_seven_principles_is_a_question_to_the_aim(deck: Deck) -> None:
    principles = deck.list_of["aim-principles"].items
    places = [item.place.at for item in principles]
    assert places == [f"Practical implications, principle {n}" for n in range(1, 8)]
    assert all("?" in item.description.en and "?" in item.description.fr for item in principles)


def test_an_aim_has_one_of_three_levels_and_one_of_four_reaches(deck: Deck) -> None:
    families = [item.family for item in deck.list_of["aim-levels"].items]
    assert families == ["level"] * 3 + ["reach"] * 4
    assert deck.steps["aim-level"].activity.most == 2


def test_who_took_part_is_told_with_the_published_counts(deck: Deck) -> None:
    cards = {card.id: card.text for card in deck.steps["aim-missing"].cards}
    text = cards["aim-missing-counts"]
    assert re.findall(r"\d+", text.en) == re.findall(r"\d+", text.fr) == ["36", *COUNTS]


def test_values_are_weighed_then_put_in_order(deck: Deck) -> None:
    weigh, choose = (deck.steps[step].activity for step in ("aim-weigh", "aim-choose"))
    assert (weigh.kind, weigh.items) == ("place", "core-values")
    assert (choose.kind, choose.items, choose.ranked) == ("choose", "core-values", True)


def test_it_ends_with_one_sentence_checked_and_agreed(deck: Deck) -> None:
    last = deck.steps["aim-sentence"]
    assert last is list(deck.steps.values())[-1]
    assert not last.activity.prompts[0].several
    assert [stage.kind for stage in last.stages][-2:] == ["sense-check", "agree"]
