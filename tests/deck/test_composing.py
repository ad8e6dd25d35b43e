"""A deck made of steps of several decks."""

from __future__ import annotations

import pytest

from lhs_widgets.deck import Text, load_deck, parse_deck
from lhs_widgets.deck.composing import compose
from lhs_widgets.errors import BadInput, DeckError

#: Some that share scales and lists; reading all of them as one file takes a quarter of a minute.
DECKS = ("before", "card-sort", "futures")
TITLE = Text(en="Ours", fr="Le nôtre")


def test_the_steps_come_in_the_order_asked_for_with_all_they_need() -> None:
    deck = parse_deck(compose("ours", TITLE, ["k2p-conditions", "p2d-roles", "welcome"]))
    assert list(deck.steps) == ["k2p-conditions", "p2d-roles", "welcome"]
    assert deck.title == TITLE
    roadmap = load_deck("roadmap")
    assert deck.steps["p2d-roles"] == roadmap.steps["p2d-roles"]
    assert deck.roles == roadmap.roles


def test_steps_of_one_phase_that_follow_each_other_stay_together() -> None:
    deck = parse_deck(compose("ours", TITLE, ["p2d-roles", "p2d-conditions", "d2k-roles"]))
    assert [[step.id for step in phase.steps] for phase in deck.phases] == [
        ["p2d-roles", "p2d-conditions"],
        ["d2k-roles"],
    ]


def test_steps_of_several_decks_fit_in_one_workshop() -> None:
    steps = [step for name in DECKS for step in load_deck(name).steps]
    assert list(parse_deck(compose("all", TITLE, steps)).steps) == steps


@pytest.mark.parametrize("steps", [[], ["nowhere"], ["p2d-roles", "p2d-roles"]])
def test_steps_that_are_not_there_or_twice_are_refused(steps: list[str]) -> None:
    with pytest.raises(BadInput):
        compose("ours", TITLE, steps)


def test_challenges_without_their_conditions_are_refused_with_what_to_do() -> None:
    with pytest.raises(DeckError, match="not an earlier step with winning conditions"):
        compose("ours", TITLE, ["p2d-challenges"])
