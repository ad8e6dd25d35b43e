"""Ideas that may belong together: only a hint, with a reason that anyone can check."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.deck import Language
from lhs_widgets.workshop import Idea
from lhs_widgets.workshop.suggestions import suggestions


def idea(identifier: str, text: str, language: Language = "en") -> Idea:
    return Idea(identifier, None, text, language, ())


def found(*ideas: Idea) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.word, each.items) for each in suggestions(ideas)]


def test_ideas_that_use_the_same_word_are_offered_with_the_word() -> None:
    assert found(
        idea("a", "The forms are too long"),
        idea("b", "Someone explains the form"),
        idea("c", "A quiet room"),
        idea("d", "Parking is free"),
    ) == [("form", ("a", "b"))]


def test_accents_and_endings_do_not_keep_french_ideas_apart() -> None:
    assert found(
        idea("a", "Des réunions courtes", "fr"),
        idea("b", "Une réunion le soir", "fr"),
        idea("c", "Un café", "fr"),
        idea("d", "Le stationnement", "fr"),
    ) == [("réunion", ("a", "b"))]


def test_languages_are_told_apart() -> None:
    assert found(idea("a", "Support"), idea("b", "Support", "fr")) == []


def test_words_that_everyone_uses_group_nothing() -> None:
    assert found(*(idea(name, f"We need data {name * 5}") for name in "abcd")) == []


def test_roles_are_not_grouped_by_their_names() -> None:
    assert suggestions([Idea(each, each, "", "en", ()) for each in ("advisor", "partner")]) == []


@given(st.lists(st.text("abcdé ", max_size=30), max_size=15))
def test_no_idea_is_offered_twice_and_each_offer_holds_two_or_more(texts: list[str]) -> None:
    offers = suggestions([idea(f"i-{n}", text) for n, text in enumerate(texts)])
    items = [item for offer in offers for item in offer.items]
    assert len(items) == len(set(items))
    assert all(len(offer.items) >= 2 for offer in offers)
