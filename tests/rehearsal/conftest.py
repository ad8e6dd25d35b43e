"""Rehearsed workshops, in the built-in deck and in a small one of another shape."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from lhs_widgets.deck import deck_text
from lhs_widgets.rehearsal import rehearse
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import Stamp

OPENED = datetime(2026, 1, 15, 13, 0, tzinfo=UTC)

#: Unknown phases, groups and scales, scales of other lengths, and an answered step at once.
OTHER_DECK = """\
format: 1
id: other
version: 1.0.0
title: {en: Another deck, fr: Un autre jeu}
summary: {en: For tests, fr: Pour les tests}
groups:
  - {id: neighbours, name: {en: Neighbours, fr: Voisinage}}
sources:
  - {id: book, citation: A book}
scales:
  - id: say
    question: {en: How much say?, fr: Quelle voix ?}
    points:
      - {value: -1, label: {en: Less, fr: Moins}}
      - {value: 1, label: {en: More, fr: Plus}}
role_functions:
  - id: help
    name: {en: Help, fr: Aide}
    description: {en: They help, fr: Ces gens aident}
    roles:
      - id: helper
        name: {en: Helper, fr: Aide}
        description: {en: Helps, fr: Aide}
        systems: 0
        place: {source: book, at: Table 1}
phases:
  - id: first
    title: {en: First, fr: Premier}
    steps:
      - id: ideas
        title: {en: Ideas, fr: Idées}
        question: {en: What helps?, fr: Qu’est-ce qui aide ?}
        activity: {kind: winning-conditions, scales: [say]}
      - id: hurdles
        title: {en: Hurdles, fr: Obstacles}
        question: {en: What is hard?, fr: Qu’est-ce qui est difficile ?}
        activity: {kind: challenges, scales: [say], eased_by: ideas}
      - id: parts
        title: {en: Parts, fr: Rôles}
        question: {en: Who?, fr: Qui ?}
        activity: {kind: roles, today: say, wished: say}
"""

Rehearsed = Callable[..., Record]


@pytest.fixture
def opened(store: Store) -> Callable[..., Record]:
    """Opens a workshop, always at the same time."""

    def open_one(deck: str | None = None) -> Record:
        stamp = Stamp("facilitator", OPENED)
        return store.open_workshop(deck or deck_text("roadmap"), "Practice", "f" * 64, stamp)

    return open_one


@pytest.fixture
def rehearsed(opened: Callable[..., Record]) -> Rehearsed:
    """A workshop that some pretend people have walked through."""

    def walk(participants: int, *, seed: int = 0, deck: str | None = None) -> Record:
        record = opened(deck)
        rehearse(record, participants=participants, seed=seed)
        return record

    return walk
