"""A small workshop to export, made of events alone: no store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lhs_widgets.deck import parse_deck
from lhs_widgets.package import Source, write_package
from lhs_widgets.package.rows import rows_of
from lhs_widgets.workshop import Event, Kind

DECK_YAML = """\
format: 1
id: small
version: 1.0.0
title: {en: Small | deck, fr: Petit jeu}
summary: {en: For tests, fr: Pour les tests}
groups:
  - id: patient
    name: {en: Patient, fr: Patient}
  - id: manager
    name: {en: Manager, fr: Gestionnaire}
scales:
  - id: today
    question: {en: Today?, fr: Aujourd’hui ?}
    points:
      - {value: 0, label: {en: None, fr: Aucun}}
      - {value: 5, label: {en: Full, fr: Complet}}
  - id: wished
    question: {en: Wished?, fr: Voulu ?}
    points:
      - {value: 0, label: {en: None, fr: Aucun}}
      - {value: 5, label: {en: Full, fr: Complet}}
sources:
  - {id: book, citation: A book}
role_functions:
  - id: shape
    name: {en: Shapers, fr: Architectes}
    description: {en: They shape, fr: Ils façonnent}
    roles:
      - id: partner
        name: {en: Partner, fr: Partenaire}
        description: {en: Takes part, fr: Prend part}
        systems: 3
        place: {source: book, at: Table 1}
phases:
  - id: p2d
    title: {en: Practice to data, fr: De la pratique aux données}
    steps:
      - id: roles
        title: {en: Roles, fr: Rôles}
        question: {en: Who?, fr: Qui ?}
        activity: {kind: roles, today: today, wished: wished}
      - id: conditions
        title: {en: Conditions, fr: Conditions}
        question: {en: What helps?, fr: Qu’est-ce qui aide ?}
        activity: {kind: winning-conditions, scales: [today, wished]}
        stages:
          - {kind: think}
          - {kind: reveal}
          - {kind: group}
          - {kind: vote, dots: 4}
          - {kind: rate, scales: [today, wished]}
          - {kind: rank}
          - {kind: sense-check, minutes: 2}
          - {kind: agree}
      - id: challenges
        title: {en: Challenges, fr: Défis}
        question: {en: What is hard?, fr: Qu’est-ce qui est difficile ?}
        activity: {kind: challenges, scales: [today, wished], eased_by: conditions}
"""

#: The same deck, where everyone knows who wrote which challenge.
NAMED_CHALLENGES = DECK_YAML.replace(
    "        activity: {kind: challenges",
    "        names: named\n        activity: {kind: challenges",
)

OPENED = datetime(2026, 1, 15, 13, 0, 0, 123456, tzinfo=UTC)


class Script:
    """Writes down what happens in a pretend workshop, a minute apart."""

    def __init__(self, deck: str = DECK_YAML) -> None:
        self.deck = deck
        self.events: list[Event] = []
        self.happens(Kind.OPENED, {"title": "A test"}, origin="facilitator")

    def happens(self, kind: Kind, body: dict[str, Any], **fields: Any) -> None:
        place = len(self.events)
        self.events.append(
            Event(
                id=f"event-{place}",
                kind=kind,
                at=OPENED + timedelta(minutes=place),
                body=body,
                seq=place * 7 + 1,
                **{"origin": "participant", **fields},
            )
        )

    def joins(self, who: str, *, group: str | None = "patient", **profile: str) -> None:
        body = {"language": "en", "name": f"Name of {who}", "group": group, **profile}
        self.happens(Kind.JOINED, body, participant=who)

    def says(self, who: str, id_: str, text: str, step: str = "conditions", **more: Any) -> None:
        body = {"id": id_, "step": step, "language": "en", "text": text, **more}
        self.happens(Kind.CONTRIBUTED, body, participant=who, step=step)

    def decides(self, kind: Kind, step: str = "conditions", **body: Any) -> None:
        """What the facilitator does, or the group."""
        self.happens(kind, body, step=step, origin="facilitator")

    def casts(self, who: str, stage: str, group: str | None = "patient", **chosen: Any) -> None:
        ballot = {"stage": stage, "round": 1, **chosen}
        body = {"ballot": ballot, "group": group}
        self.happens(Kind.BALLOT, body, participant=who, step="conditions")

    def reveals(self, *steps: str) -> None:
        for step in steps:
            self.decides(Kind.REVEALED, step, revealed=True)

    def finishes(self) -> None:
        self.happens(Kind.FINISHED, {}, origin="facilitator")

    def forgets(self, who: str) -> None:
        """As the store does it: the person's events go, and one says that someone withdrew."""
        self.events = [event for event in self.events if event.participant != who]
        self.happens(Kind.FORGOTTEN, {}, origin="system")

    def source(self, code: str = "TST234") -> Source:
        return Source(code, parse_deck(self.deck), self.deck, tuple(self.events))

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table in its package."""
        return rows_of(self.source())[table]


@pytest.fixture
def script() -> Script:
    """Two people, a role, a condition and a challenge that the condition eases; it is finished."""
    made = Script()
    made.joins("p-zzz", group="manager", language="fr")
    made.joins("p-aaa")
    rated = {"ratings": {"today": 0, "wished": 5}}
    made.says("p-zzz", "role-1", "", "roles", role="partner", language="fr", **rated)
    made.says("p-aaa", "cond-1", "Time is paid", **rated)
    made.says("p-zzz", "chal-1", "Too few hours", "challenges", eased_by="cond-1")
    made.reveals("conditions")
    made.finishes()
    return made


@pytest.fixture
def export(tmp_path: Path) -> Callable[[Script], Path]:
    """Writes a script's package to a folder of its own."""

    def write(script: Script, name: str = "package") -> Path:
        return write_package(script.source(), tmp_path / name)

    return write
