"""The engagement plan: all kinds of activities, with the figures as published."""

from __future__ import annotations

import re

import pytest

from lhs_widgets.deck import Deck, load_deck

#: Table 7 of Giacomantonio: the activities of each function, with the articles that describe them.
ACTIVITIES = {
    "group-work": [20, 9, 12, 10],
    "individual-roles": [14, 4],
    "training": [12, 3],
    "contributions": [13, 4, 7, 9, 5],
    "communications": [9, 5, 4, 5],
    "co-production": [9, 2, 1, 1, 1, 1, 1, 1],
    "support": [8, 7, 1, 1],
}
#: Where section 3.2.4 gives another count than Table 7: what the text says, what the table says.
DISAGREEMENTS = {
    "act-working-groups": ["13", "12"],
    "act-role-informal": ["15", "14"],
    "act-training": ["13", "12"],
    "act-surveys": ["16", "13"],
}
#: Figure 2: patients, families, communities, publics.
TAKING_PART = [34, 29, 12, 5]
#: Figure 4: inform, consult, involve, collaborate, empower.
LEVELS = [11, 24, 49, 41, 14]
UNCLEAR, ALL = 53, 192


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("engagement-plan")


def test_the_twenty_nine_activities_carry_the_counts_of_their_table(deck: Deck) -> None:
    activities = deck.list_of["engagement-activities"]
    counts = {
        family.id: [item.count for item in activities.items if item.family == family.id]
        for family in activities.families
    }
    assert counts == ACTIVITIES
    assert len(activities.items) == 29
    assert sum(item.count for item in activities.items) == 179  # as a card says
    assert all(item.place.at.startswith("Table 7, ") for item in activities.items)


def test_where_text_and_table_disagree_a_note_says_so_in_both_languages(deck: Deck) -> None:
    items = deck.list_of["engagement-activities"].items
    noted = {item.id: item.note for item in items if item.note}
    for words in ("en", "fr"):
        found = {name: re.findall(r"\d+", getattr(note, words)) for name, note in noted.items()}
        assert found == DISAGREEMENTS
    assert all(str(deck.item[name].count) == table for name, (_, table) in DISAGREEMENTS.items())


def test_groups_of_people_carry_the_number_of_articles(deck: Deck) -> None:
    assert [item.count for item in deck.list_of["contributor-groups"].items] == TAKING_PART


def test_levels_promised_carry_the_published_counts(deck: Deck) -> None:
    counts = [item.count for item in deck.list_of["plan-promises"].items]
    assert counts == LEVELS
    assert sum(counts) + UNCLEAR == ALL


def test_a_row_of_the_plan_says_who_when_in_which_role_with_what_pay_and_say(deck: Deck) -> None:
    columns = deck.steps["plan-table"].activity.columns
    assert {column.id: column.choices for column in columns} == {
        "what": None,
        "activity": "engagement-activities",
        "who": "groups",
        "when": "plan-timing",
        "roles": "roles",
        "pay": "plan-pay",
        "promise": "plan-promises",
        "support": None,
    }


@pytest.mark.parametrize(
    ("card", "figures"),
    [
        ("plan-compare-levels", [ALL, 139, *LEVELS, UNCLEAR]),
        ("plan-compare-groups", [36, *TAKING_PART]),
        ("plan-compare-shapers", [30, 15, 13, 6, 3]),
        ("plan-compare-builders", [30, 10, 11, 8]),
        ("plan-compare-doers", [30, 8, 20, 18]),
        ("plan-activities-sum", [29, 179, 192]),
        ("plan-compare-authors", [9, 36]),
    ],
)
def test_cards_carry_the_published_figures(deck: Deck, card: str, figures: list[int]) -> None:
    texts = {each.id: each.text for step in deck.steps.values() for each in step.cards}
    for words in (texts[card].en, texts[card].fr):
        assert [int(figure) for figure in re.findall(r"\d+", words)] == figures


def test_the_plan_fits_in_two_hours_and_ends_in_agreement(deck: Deck) -> None:
    stages = [stage for step in deck.steps.values() for stage in step.stages]
    assert sum(stage.minutes for stage in stages) <= 120
    assert stages[-1].kind == "agree"
