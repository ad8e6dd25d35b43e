"""Ideas: a mind map around the aim, themes, a ranking by each and a vote by all."""

from __future__ import annotations

import pytest

from lhs_widgets.deck import Deck, load_deck


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("ideas")


def test_ideas_come_around_the_aim_before_they_are_chosen(deck: Deck) -> None:
    kinds = [step.activity.kind for step in deck.steps.values()]
    assert kinds == ["read", "map", "write", "fill", "fill"]


def test_ideas_are_put_into_themes_then_ranked_by_each_and_voted_on(deck: Deck) -> None:
    kinds = [stage.kind for stage in deck.steps["idea-list"].stages]
    assert kinds == ["think", "reveal", "group", "rank", "vote", "discuss", "agree"]


def test_each_theme_says_what_is_agreed_and_where_views_differ(deck: Deck) -> None:
    columns = [column.id for column in deck.steps["idea-findings"].activity.columns]
    assert columns == ["theme", "agree", "differ", "missing"]


def test_it_fits_in_two_hours_and_ends_in_agreement(deck: Deck) -> None:
    stages = [stage for step in deck.steps.values() for stage in step.stages]
    assert sum(stage.minutes for stage in stages) <= 120
    assert stages[-1].kind == "agree"
