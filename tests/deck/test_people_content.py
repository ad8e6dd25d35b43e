"""People: portraits of no real person, who and what supports someone, who meets whom."""

from __future__ import annotations

import pytest

from lhs_widgets.deck import Deck, load_deck


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("people")


def test_a_portrait_is_composite_consented_and_without_names(deck: Deck) -> None:
    assert [item.id for item in deck.list_of["ppl-consent"].items] == [
        "consent-several",
        "consent-agreed",
        "consent-hidden",
    ]
    *_, consent = deck.steps["ppl-personas"].activity.columns
    assert (consent.choices, consent.several) == ("ppl-consent", True)


def test_the_rules_are_told_before_anyone_writes(deck: Deck) -> None:
    first = next(iter(deck.steps.values()))
    told = " ".join(text.en for text in first.activity.body)
    assert all(words in told for words in ("No real names", "agrees to give", "take back"))


def test_no_step_shows_a_name(deck: Deck) -> None:
    assert {step.names for step in deck.steps.values()} == {"anonymous"}


@pytest.mark.parametrize(
    ("step", "nodes"), [("ppl-caremap", "ppl-support"), ("ppl-tabletop", "ppl-table")]
)
def test_supports_and_meetings_are_maps(deck: Deck, step: str, nodes: str) -> None:
    activity = deck.steps[step].activity
    assert (activity.kind, activity.nodes) == ("map", nodes)
    assert all(item.place and item.description for item in deck.list_of[nodes].items)


def test_it_fits_in_two_hours_and_ends_in_agreement(deck: Deck) -> None:
    stages = [stage for step in deck.steps.values() for stage in step.stages]
    assert sum(stage.minutes for stage in stages) <= 120
    assert stages[-1].kind == "agree"
