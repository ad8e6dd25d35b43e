"""What pretend people say: both languages, everyone's voice, and rarely the same words."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import get_args

import pytest

from lhs_widgets.deck import LANGUAGES
from lhs_widgets.rehearsal.people import Voice
from lhs_widgets.rehearsal.phrases import ANY_PHASE, Phrase, Phrases, Topic, load_phrases, shorter

from .conftest import Rehearsed

TOPICS: tuple[Topic, ...] = get_args(Topic)
VOICES: tuple[Voice, ...] = get_args(Voice)


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return load_phrases()


def everything(phrases: Phrases) -> list[Phrase]:
    ideas = [
        idea for topics in phrases.ideas.values() for list_ in topics.values() for idea in list_
    ]
    joints = [p for j in phrases.combine.values() for p in (*j.openings, *j.endings)]
    return ideas + joints


def test_every_phase_of_the_cycle_has_ideas_on_everything(phrases: Phrases) -> None:
    assert set(phrases.ideas) == {"p2d", "d2k", "k2p", ANY_PHASE}
    assert set(phrases.combine) == set(TOPICS)
    for by_topic in phrases.ideas.values():
        assert set(by_topic) == set(TOPICS)
        assert all(len(ideas) >= 10 for ideas in by_topic.values())


@pytest.mark.parametrize("voice", VOICES)
def test_each_voice_has_enough_to_say(phrases: Phrases, voice: Voice) -> None:
    for by_topic in phrases.ideas.values():
        for ideas in by_topic.values():
            assert len([idea for idea in ideas if idea.suits(voice)]) >= 8


def test_every_piece_is_translated_and_said_once(phrases: Phrases) -> None:
    pieces = everything(phrases)
    assert all(piece.en != piece.fr for piece in pieces)
    for language in LANGUAGES:
        assert max(Counter(piece(language) for piece in pieces).values()) == 1


def test_french_and_english_pieces_join_alike(phrases: Phrases) -> None:
    for joints in phrases.combine.values():
        for piece in (*joints.openings, *joints.endings):
            assert piece.en.startswith(",") == piece.fr.startswith(",")
            assert piece.en.endswith((":", ",", ".")) == piece.fr.endswith((":", ",", "."))


def test_french_uses_its_own_apostrophe(phrases: Phrases) -> None:
    assert not [piece.fr for piece in everything(phrases) if "'" in piece.fr]


def test_thirty_people_rarely_say_the_same(rehearsed: Rehearsed) -> None:
    said = [a.contribution.text for a in rehearsed(30).state().answers.values()]
    texts = [text.casefold().rstrip(".") for text in said if text]
    assert len(texts) > 200
    assert len(set(texts)) >= 0.9 * len(texts)


def test_texts_are_short_sentences(rehearsed: Rehearsed) -> None:
    for answer in rehearsed(30, seed=7).state().answers.values():
        text = answer.contribution.text
        assert len(text.split()) <= 30
        assert text == " ".join(text.split())


def test_a_first_go_is_the_beginning_of_the_text() -> None:
    rng = Random(1)
    for words in range(1, 12):
        text = " ".join(rng.choices(["we", "ask", "once"], k=words))
        assert text.startswith(shorter(text))
        assert shorter(text)
