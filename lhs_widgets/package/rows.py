"""The rows of every table, derived from the record of a workshop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from .. import __version__
from ..deck import Deck
from ..errors import BadInput
from ..workshop import Answer, Event, Kind, Workshop, replay
from .schema import TABLES, Table

Row = dict[str, Any]

#: Activities that are answered, and what one answer to them is.
_KINDS = {"roles": "role", "winning-conditions": "condition", "challenges": "challenge"}

#: Events that set something or take it back.
_SWITCHES = (Kind.DONE, Kind.REVEALED)


@dataclass(frozen=True)
class Source:
    """All a package is made from: a workshop's code, its deck as used and its record in order."""

    code: str
    deck: Deck
    deck_yaml: str
    events: Sequence[Event]


def rows_of(source: Source) -> dict[str, list[Row]]:
    """Every table's rows, sorted by the table's key. Names are left out here, and nowhere else."""
    state = replay(source.events, Workshop(source.deck))
    if state.opened is None:
        raise BadInput(f"The workshop {source.code!r} has no opening in its record.")
    answers = {
        answer.contribution.id: answer
        for answer in state.answers.values()
        if not answer.contribution.is_blank and answer.participant in state.participants
    }
    made: dict[str, Iterator[Row]] = {
        "workshop": _workshop(source, state, len(answers)),
        "participants": _participants(source.code, state),
        "steps": _steps(source.deck),
        "contributions": _contributions(source.code, state, answers),
        "ratings": _ratings(source.deck, answers),
        "events": _events(source, state),
    }
    return {table.name: _sorted(table, made.get(table.name, iter(()))) for table in TABLES}


def _sorted(table: Table, rows: Iterator[Row]) -> list[Row]:
    tidy = [{column: _tidy(row[column]) for column in table.columns} for row in rows]
    return sorted(tidy, key=lambda row: tuple(row[column] for column in table.key))


def _tidy(value: Any) -> Any:
    """No empty text (a CSV can't tell it from nothing), no half characters, times to the second."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(microsecond=0)
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= ch <= "\udfff" else ch for ch in value) or None
    return value


def _workshop(source: Source, state: Workshop, answers: int) -> Iterator[Row]:
    yield {
        "code": source.code,
        "title": state.title,
        "deck": source.deck.id,
        "deck_version": source.deck.version,
        "opened": state.opened,
        "current_step": state.current,
        "finished": state.finished,
        "software_version": __version__,
        "participants": len(state.participants),
        "contributions": answers,
        "withdrew": state.forgotten,
    }


def _participants(code: str, state: Workshop) -> Iterator[Row]:
    for person in state.participants.values():
        yield {
            "participant": person.id,
            "workshop": code,
            "language": person.profile.language,
            "group": person.profile.group,
            "origin": person.origin,
            "joined": person.joined,
        }


def _steps(deck: Deck) -> Iterator[Row]:
    for position, (id_, step) in enumerate(deck.steps.items(), start=1):
        phase = deck.phase_of(id_)
        yield {
            "step": id_,
            "position": position,
            "phase": phase.id,
            "kind": step.activity.kind,
            "names": step.names,
            "title_en": step.title.en,
            "title_fr": step.title.fr,
            "phase_en": phase.title.en,
            "phase_fr": phase.title.fr,
        }


def _contributions(code: str, state: Workshop, answers: Mapping[str, Answer]) -> Iterator[Row]:
    for answer in answers.values():
        said = answer.contribution
        step = state.deck.steps[said.step]
        words = state.deck.roles[said.role].name(said.language) if said.role else said.text
        yield {
            "contribution": said.id,
            "workshop": code,
            "participant": answer.participant,
            "step": said.step,
            "phase": state.deck.phase_of(said.step).id,
            "kind": _KINDS[step.activity.kind],
            "scope": said.scope,
            "role": said.role,
            "text": words,
            "language": said.language,
            "eased_by": said.eased_by if said.eased_by in answers else None,
            "origin": answer.origin,
            "created": answer.created,
            "changed": answer.changed,
            "revealed": said.step in state.revealed,
        }


def _ratings(deck: Deck, answers: Mapping[str, Answer]) -> Iterator[Row]:
    for answer in answers.values():
        for name, value in answer.contribution.ratings.items():
            scale = deck.scale[name]
            point = next(point for point in scale.points if point.value == value)
            yield {
                "contribution": answer.contribution.id,
                "scale": name,
                "value": value,
                "label_en": point.label.en,
                "label_fr": point.label.fr,
                "lowest": scale.values[0],
                "highest": scale.values[-1],
            }


def _events(source: Source, state: Workshop) -> Iterator[Row]:
    for seq, event in enumerate(source.events, start=1):
        yield {
            "workshop": source.code,
            "seq": seq,
            "kind": event.kind.value,
            "at": event.at,
            "participant": event.participant if event.participant in state.participants else None,
            "step": event.step if event.step in source.deck.steps else None,
            "value": event.body[event.kind.value] if event.kind in _SWITCHES else None,
            "origin": event.origin,
        }
