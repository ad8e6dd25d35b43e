"""The shared language: every line of the terms becomes a situation, every word can be chosen."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from lhs_widgets.deck import Deck, load_deck

#: Lines of the table of terms in each of its four families.
LINES = {"collaboration": 7, "involvement": 6, "partnership": 9, "leadership": 9}

#: Table 1 of Giacomantonio: additional search terms of each row.
HEARD = {"people": 15, "group": 4, "public": 2, "system": 6, "taking-part": 19}

#: Table 5: terms by type of contribution, and those that more than one source uses.
TERMS = {"knowledge": 17, "identifiable": 9, "awareness": 3, "relationship": 10}
USED_BY_SEVERAL = {
    "Patients": 33,
    "Family": 22,
    "Caregiver": 6,
    "Patient and/or Family Partner": 4,
    "Patient and/or Family Advisor": 4,
    "Parents": 2,
    "Patient Advocates": 2,
    "Communities": 12,
    "Community members": 4,
    "Community representative": 2,
    "Veterans": 2,
    "Public": 5,
    "Actors": 2,
    "Users": 2,
}


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("shared-language")


def test_each_line_of_the_table_of_terms_is_one_situation_to_sort(deck: Deck) -> None:
    sorts = [step.activity for step in deck.steps.values() if step.activity.kind == "sort"]
    items = [item.id for sort in sorts for item in deck.list_of[sort.items].items]
    wanted = {f"situation-{family}-{n}" for family, of in LINES.items() for n in range(1, of + 1)}
    assert len(items) == 31
    assert set(items) == wanted


def test_a_situation_does_not_give_its_family_away(deck: Deck) -> None:
    for name in ("situations-one", "situations-two"):
        items = deck.list_of[name].items
        assert {item.place.at for item in items} == {"Table of terms"}
        families = [item.id.split("-")[1] for item in items]
        assert all(one != other for one, other in pairwise(families))


def test_after_each_sort_the_published_families_are_shown(deck: Deck) -> None:
    for sort, key in (("lang-sort", "lang-key"), ("lang-sort-again", "lang-key-again")):
        _, *families = deck.steps[key].activity.body
        for item in deck.list_of[deck.steps[sort].activity.items].items:
            family = list(LINES).index(item.id.split("-")[1])
            title = item.name.en.replace("“", "").replace("”", "")
            assert f"“{title}”" in families[family].en


def test_every_word_of_the_published_search_can_be_chosen(deck: Deck) -> None:
    assert Counter(item.family for item in deck.list_of["words-heard"].items) == HEARD


def test_words_for_contributors_carry_the_published_counts(deck: Deck) -> None:
    items = deck.list_of["contributor-terms"].items
    assert Counter(item.family for item in items) == TERMS
    several = {item.name.en: item.count for item in items if item.count != 1}
    assert several == USED_BY_SEVERAL


def test_where_text_and_table_differ_the_tables_word_stands_with_a_note(deck: Deck) -> None:
    elders = deck.item["called-elders"]
    assert elders.name.en == "Elders and Knowledge Holders"
    assert "Knowledge Keepers" in elders.note.en
    assert "Knowledge Keepers" in elders.note.fr


def test_it_ends_with_a_glossary_checked_and_agreed(deck: Deck) -> None:
    last = list(deck.steps.values())[-1]
    assert last.activity.kind == "fill"
    assert last.activity.glossary
    assert [stage.kind for stage in last.stages][-2:] == ["sense-check", "agree"]
