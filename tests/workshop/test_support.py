"""To whom people can turn: what may be written, and what a page says."""

from __future__ import annotations

import pytest

from lhs_widgets.deck import Deck
from lhs_widgets.errors import Refused
from lhs_widgets.workshop import Workshop, actions, replay
from lhs_widgets.workshop.support import LONGEST_SUPPORT
from tests.support.workshops import stamp


def supported(deck: Deck, words: object, *, on_wall: bool = False) -> Workshop:
    opened = actions.open_workshop("A workshop", stamp())
    return replay([opened, actions.support(words, stamp(), on_wall=on_wall)], Workshop(deck))


def test_each_language_has_its_words(small_deck: Deck) -> None:
    support = supported(small_deck, {"en": " Mo,  at the door ", "fr": "Mo, à la porte"}).support
    assert support.spoken("en") == {"text": "Mo, at the door", "language": "en"}
    assert support.spoken("fr") == {"text": "Mo, à la porte", "language": "fr"}


def test_a_page_without_words_of_its_own_shows_the_others(small_deck: Deck) -> None:
    support = supported(small_deck, {"en": "", "fr": "Mo, à la porte"}).support
    assert support.spoken("en") == {"text": "Mo, à la porte", "language": "fr"}


def test_nobody_is_named_until_the_facilitator_does(small_deck: Deck) -> None:
    assert Workshop(small_deck).support.spoken("en") == {}
    assert supported(small_deck, {"en": " "}).support.spoken("en") == {}


@pytest.mark.parametrize(
    "words", [None, "Mo", {"xx": "Mo"}, {"en": 3}, {"en": "x" * (LONGEST_SUPPORT + 1)}]
)
def test_what_is_no_contact_is_refused(small_deck: Deck, words: object) -> None:
    with pytest.raises(Refused):
        supported(small_deck, words)


def test_it_is_not_kept_for_the_next_workshop(small_deck: Deck) -> None:
    before = supported(small_deck, {})
    assert supported(small_deck, {"en": "Mo"}).preparation == before.preparation
