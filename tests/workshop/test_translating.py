"""An idea in another language: who may say it, and when it no longer holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lhs_widgets.deck import Deck
from lhs_widgets.errors import Refused
from lhs_widgets.workshop import Event, Profile, Stamp, Workshop, actions, replay
from tests.support.workshops import condition, stamp

WORDS, FRENCH = "Time to meet", "Du temps pour se voir"

Tell = Callable[..., Workshop]


def and_then(workshop: Workshop, *happened: Event) -> Workshop:
    return replay(happened, workshop)


@pytest.fixture
def workshop(small_deck: Deck) -> Workshop:
    """Ada wrote an idea in English, which is shown."""
    state = replay([actions.open_workshop("A workshop", stamp())], Workshop(small_deck))
    state = and_then(state, actions.move(state, "challenges", stamp()))
    state = and_then(state, actions.join(state, "p-ada", Profile(language="en"), stamp()))
    state = and_then(state, actions.contribute(state, "p-ada", condition("c-01", WORDS), stamp()))
    return and_then(state, actions.reveal(state, "conditions", stamp(), revealed=True))


def translated(workshop: Workshop, text: str = FRENCH, **more: Any) -> Workshop:
    said = {"of": WORDS, "language": "fr", "idea": "c-01", **more}
    idea, language = said.pop("idea"), said.pop("language")
    event = actions.translate_idea(workshop, idea, text, language, Stamp("scribe"), **said)
    assert event.participant is None
    return and_then(workshop, event)


def of(workshop: Workshop) -> str:
    found = workshop.translation(workshop.answers["c-01"].contribution, "fr")
    return found.text if found else ""


def test_it_stands_beside_the_words_and_says_in_which_role_it_was_written(
    workshop: Workshop,
) -> None:
    after = translated(workshop)
    assert of(after) == FRENCH
    assert after.translations["c-01", "fr"].origin == "scribe"
    assert after.answers["c-01"] == workshop.answers["c-01"]


def test_it_can_be_changed_and_taken_away(workshop: Workshop) -> None:
    assert of(translated(translated(workshop), "Du temps")) == "Du temps"
    assert of(translated(translated(workshop), " ")) == ""


def test_it_does_not_hold_for_other_words(workshop: Workshop) -> None:
    after = translated(workshop)
    changed = actions.contribute(after, "p-ada", condition("c-01", "Tea"), stamp())
    assert of(and_then(after, changed)) == ""


def test_it_goes_with_an_answer_that_is_taken_back(workshop: Workshop) -> None:
    after = translated(workshop)
    gone = and_then(after, actions.withdraw(after, "p-ada", "c-01", stamp()))
    assert gone.translations == {}


def test_a_closed_step_and_a_finished_workshop_can_be_translated(workshop: Workshop) -> None:
    locked = and_then(workshop, actions.lock(workshop, "conditions", stamp(), locked=True))
    assert of(translated(and_then(locked, actions.finish(locked, stamp())))) == FRENCH


@pytest.mark.parametrize(
    "wrong",
    [
        {"idea": "c-99"},
        {"of": "Other words"},
        {"language": "en"},
        {"language": "xx"},
        {"text": "x" * 2001},
    ],
    ids=str,
)
def test_what_is_no_translation_of_what_is_shown_is_refused(
    workshop: Workshop, wrong: dict[str, str]
) -> None:
    with pytest.raises(Refused):
        translated(workshop, **wrong)


def test_what_is_not_shown_is_not_translated(workshop: Workshop) -> None:
    hidden = and_then(workshop, actions.reveal(workshop, "conditions", stamp(), revealed=False))
    with pytest.raises(Refused):
        translated(hidden)
    moderated = and_then(
        workshop, actions.moderate(workshop, "c-01", "why", stamp(), moderated=True)
    )
    with pytest.raises(Refused):
        translated(moderated)
