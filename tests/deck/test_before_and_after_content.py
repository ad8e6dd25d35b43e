"""Before and after: a survey that sets the agenda, and a look back that can be reported."""

from __future__ import annotations

import re

import pytest

from lhs_widgets.deck import Deck, load_deck
from lhs_widgets.deck.parts import Scale

#: Figure 4 and Section 3.2.4 of Giacomantonio: inform to empower, then unclear, of all.
INFLUENCE = ["11", "24", "49", "41", "14", "53", "192"]


@pytest.fixture(scope="module")
def before() -> Deck:
    return load_deck("before")


@pytest.fixture(scope="module")
def after() -> Deck:
    return load_deck("after")


def labels(scale: Scale) -> list[tuple[int, str, str]]:
    return [(point.value, point.label.en, point.label.fr) for point in scale.points]


def test_the_survey_ends_with_an_agenda_that_people_vote_for(before: Deck) -> None:
    last = list(before.steps.values())[-1]
    kinds = [stage.kind for stage in last.stages]
    assert (last.id, last.activity.kind) == ("before-agenda", "write")
    assert kinds == ["think", "reveal", "group", "vote", "discuss", "sense-check", "agree"]


def test_everything_that_helps_people_take_part_can_be_chosen_at_once(before: Deck) -> None:
    choose = before.steps["before-supports"].activity
    assert choose.most >= len(before.list_of[choose.items].items)
    assert not choose.ranked


def test_levels_of_influence_carry_the_published_counts(before: Deck) -> None:
    cards = {card.id: card.text for card in before.steps["before-say"].cards}
    text = cards["before-say-counts"]
    assert re.findall(r"\d+", text.en) == re.findall(r"\d+", text.fr) == INFLUENCE


def test_say_expected_promised_and_felt_are_about_the_same_moments_and_levels(
    before: Deck, after: Deck
) -> None:
    expected, looked_back = before.steps["before-say"].activity, after.steps["after-say"].activity
    assert expected.items == looked_back.items
    walk = labels(load_deck("roadmap").scale["influence-today"])
    scales = [before.scale[name] for name in expected.scales]
    scales += [after.scale[name] for name in looked_back.scales]
    assert [labels(scale) for scale in scales] == [walk] * 3


def test_each_use_of_a_testimonial_needs_its_own_consent(after: Deck) -> None:
    step = after.steps["after-testimonials"]
    uses = next(column for column in step.activity.columns if column.id == "uses")
    assert (uses.choices, uses.several) == ("testimonial-uses", True)
    assert step.names == "anonymous"
    for word in ("composite", "free"):
        assert word in step.help.en


def test_the_five_items_of_the_checklist_are_prompts(after: Deck) -> None:
    assert after.steps["after-report"].activity.rows == "gripp-prompts"
    places = [item.place.at for item in after.list_of["gripp-prompts"].items]
    assert places == [f"Short form (GRIPP2-SF), item {n}" for n in range(1, 6)]


def test_the_seven_messages_of_the_review_can_be_put_in_order(after: Deck) -> None:
    places = [item.place.at for item in after.list_of["key-messages"].items]
    assert places == [f"Table 9, message {n}" for n in range(1, 8)]
    assert after.steps["after-lessons"].activity.ranked


def test_it_ends_with_promises_that_are_agreed(after: Deck) -> None:
    last = list(after.steps.values())[-1]
    assert [stage.kind for stage in last.stages][-2:] == ["sense-check", "agree"]
