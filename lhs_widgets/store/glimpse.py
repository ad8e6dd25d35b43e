"""What was read of others, put into what a participant's page knows of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from ..workshop import Answer, Ballot, Cast, Contribution, Event, Profile, Workshop
from ..workshop.ballots import Key
from ..workshop.results import are_too_few, groups_to_show

#: What is known of another person's answer; what else its row held is dropped.
_TOLD = (
    *("id", "step", "language", "text", "role"),
    *("item", "bin", "rank", "cells", "ends", "ratings"),
)


def read_answers(reveals: Mapping[str, Event], rows: Iterable[Sequence[Any]]) -> dict[str, Answer]:
    """Others' answers by id, from the rows of :meth:`.visible.Rules.answers`."""
    told = [_answer(body, by, reveals[step].at) for step, body, by in rows]
    return {answer.contribution.id: answer for answer in told if not answer.contribution.is_blank}


def read_ballots(rows: Iterable[Sequence[Any]]) -> dict[Key, list[Cast]]:
    """Others' ballots by the vote, from the rows of :meth:`.visible.Rules.ballots`."""
    casts: dict[Key, list[Cast]] = {}
    for step, body in rows:
        ballot = Ballot.model_validate(body["ballot"])
        if not ballot.is_blank:
            key = (step, ballot.stage, ballot.round)
            casts.setdefault(key, []).append(Cast("", body["group"], ballot))
    return casts


def with_others(
    state: Workshop, said: Mapping[str, Answer], casts: Mapping[Key, Sequence[Cast]]
) -> Workshop:
    """A person's own ``state`` with what was shown of others.

    What others said stands in the order in which it was read, which is that of its ids; ballots in
    that of what they hold. The place in the record is left out: it counts what everybody saved.
    """
    shown = {step: {a.contribution.id: a for a in own} for step, own in state.shown.items()}
    for answer in said.values():
        shown[answer.contribution.step][answer.contribution.id] = answer
    return replace(
        state,
        seq=0,
        answers={**state.answers, **said},
        shown={step: tuple(answers.values()) for step, answers in shown.items()},
        ballots={**state.ballots, **_closed(state, casts)},
    )


def _answer(body: Mapping[str, Any], by: Mapping[str, Any] | None, shown: datetime) -> Answer:
    """An answer without author, device and time: all are of the moment they were shown."""
    said = Contribution.model_validate({name: body[name] for name in _TOLD if name in body})
    signed = Profile(language=said.language, **by) if by is not None else None
    return Answer(said, "", "system", shown, shown, signed)


def _closed(state: Workshop, others: Mapping[Key, Sequence[Cast]]) -> dict[Key, tuple[Cast, ...]]:
    """All ballots of the votes that are closed, unless too few people chose."""
    all_ = {key: [*state.ballots.get(key, ()), *casts] for key, casts in others.items()}
    return {key: _unsigned(casts) for key, casts in all_.items() if not are_too_few(casts)}


def _unsigned(casts: Sequence[Cast]) -> tuple[Cast, ...]:
    """Ballots in no order of time; a group is told only where its results are shown."""
    large = groups_to_show([cast for cast in casts if not cast.ballot.is_blank])
    told = [
        cast if cast.participant or cast.group in large else replace(cast, group=None)
        for cast in casts
    ]
    return tuple(sorted(told, key=lambda cast: (cast.group or "", cast.ballot.model_dump_json())))
