"""No jargon without its entry: hard terms are explained beside every step that holds them."""

from __future__ import annotations

import re

import pytest

from lhs_widgets.deck import LANGUAGES, Deck, Language, built_in_decks, load_deck
from lhs_widgets.deck.terms import terms, terms_in
from lhs_widgets.widgets.content import _said, step_content
from tests.support.reading import english_grade, french_ease

#: Terms of the field that a newcomer can't be expected to know.
HARD: dict[Language, str] = {
    "en": r"learning health systems?|LHS|learning cycles?|P2D|D2K|K2P|IAP2|winning conditions?"
    r"|patient partners?|co-?design\w*|co-?produc\w*|communit(?:y|ies) of interest|pillars?"
    r"|accelerators?|core values?|governance|registr(?:y|ies)|indicators?|stakeholders?|equity"
    r"|advocates?|scribes?|IRB|metadata|interoperab\w*|cohorts?|algorithms?|taxonom\w*"
    r"|stewardship|knowledge translation|REB",
    "fr": r"systèmes? de santé apprenants?|SSA|cycles? d’apprentissage|P2D|D2K|K2P|IAP2"
    r"|conditions? gagnantes?|codesign|coproduc\w*|communautés? d’intérêt|piliers?|accélérateurs?"
    r"|valeurs? fondamentales?|gouvernance|registres?|indicateurs?|parties? prenantes?|équité"
    r"|porte-voix|métadonn\w*|interopérab\w*|cohortes?|algorithmes?|taxonom\w*|CÉR",
}

#: Hard terms that need no entry, and why.
EXPLAINED: dict[str, str] = {}


@pytest.fixture(params=built_in_decks())
def deck(request: pytest.FixtureRequest) -> Deck:
    return load_deck(request.param)


def forms(language: Language) -> list[str]:
    return [form for term in terms() for form in term.forms(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hard_term_of_a_step_is_explained_beside_it(deck: Deck, language: Language) -> None:
    unexplained = set()
    for step in deck.steps.values():
        content = step_content(deck, step, language)
        beside = {name for name, _meaning in content["terms"]}
        texts = _said({key: part for key, part in content.items() if key != "terms"})
        for word in re.findall(rf"\b(?:{HARD[language]})\b", "\n".join(texts), re.IGNORECASE):
            entries = {term.name(language) for term in terms_in([word], language)}
            if not entries & beside and word.casefold() not in EXPLAINED:
                unexplained.add((step.id, word))
    assert unexplained == set()


def test_a_step_without_hard_terms_has_no_list() -> None:
    deck = load_deck("roadmap")
    lists = {step.id: step_content(deck, step, "en")["terms"] for step in deck.steps.values()}
    assert lists["who-sees-what"] == []
    assert "P2D" not in str(lists), "an id is not read by anyone"
    assert "Winning condition" in {name for name, _ in lists["p2d-conditions"]}


def test_forms_are_whole_words_in_any_case() -> None:
    assert [term.id for term in terms_in(["The PILLARS."], "en")] == ["pillar"]
    assert terms_in(["caterpillars"], "en") == []
    assert [term.id for term in terms_in(["des piliers"], "fr")] == ["pillar"]


def test_entries_have_ids_and_forms_of_their_own() -> None:
    assert len({term.id for term in terms()}) == len(terms())
    for language in LANGUAGES:
        found = forms(language)
        assert len(found) == len(set(found))
        for term in terms():
            assert term in terms_in([f.rstrip("*") for f in term.forms(language)], language)


def test_entries_are_in_plain_words() -> None:
    hard = {t.id: english_grade(t.meaning.en) for t in terms() if english_grade(t.meaning.en) > 9}
    dur = {t.id: french_ease(t.meaning.fr) for t in terms() if french_ease(t.meaning.fr) < 50}
    assert (hard, dur) == ({}, {})
