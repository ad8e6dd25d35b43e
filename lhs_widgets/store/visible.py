"""What a participant's page may know: the conditions under which rows are read at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, or_, select

from ..deck import Deck
from ..workshop import Answer, Cast, Event, Kind, Profile, Workshop
from ..workshop.ballots import Key
from ..workshop.events import CONFIDENTIAL, PRIVATE
from .tables import events

PRIVATE_KINDS = [kind.value for kind in PRIVATE]
NOT_PUBLIC = [kind.value for kind in PRIVATE | CONFIDENTIAL]

_WHO = (Kind.JOINED.value, Kind.PROFILE_CHANGED.value)


class Rules:
    """What ``participant`` may know, given what is public and who sits where.

    ``participant`` is "" for the wall, which knows what everyone knows.
    """

    def __init__(
        self, deck: Deck, participant: str, public: Sequence[Event], seats: Sequence[Event]
    ) -> None:
        self._me = participant
        self._deck = deck
        self._reveals = _last_reveals(public)
        self._counted = _closed_votes(public)
        self._hidden = _moderated(public)
        self._mates = _table_mates(participant, public, seats)

    def private(self) -> ColumnElement[bool]:
        """The private rows that may be read."""
        shown = [self._shown(step, seq) for step, seq in self._reveals.items()]
        votes = [self._cast(key) for key in self._counted]
        return or_(events.c.participant == self._me, *shown, *votes, *self._who())

    def unsigned(self, state: Workshop) -> Workshop:
        """Without what the rows tell beyond the rules: who others are, why a card was hidden."""

        def sign(answer: Answer) -> Answer:
            if answer.participant == self._me:
                return answer
            return replace(answer, participant="", by=self._signature(state, answer))

        mine = {a.contribution.id for a in state.answers.values() if a.participant == self._me}
        return replace(
            state,
            participants={k: p for k, p in state.participants.items() if k == self._me},
            answers={key: sign(answer) for key, answer in state.answers.items()},
            shown={step: tuple(map(sign, said)) for step, said in state.shown.items()},
            ballots={key: tuple(map(self._sign_cast, cast)) for key, cast in state.ballots.items()},
            moderated={k: why if k in mine else "" for k, why in state.moderated.items()},
        )

    def _shown(self, step: str, seq: int) -> ColumnElement[bool]:
        """The answers to a step as they were at ``seq``, and those taken back at any time."""
        written = and_(events.c.kind == Kind.CONTRIBUTED.value, events.c.seq <= seq)
        if self._hidden:
            written = and_(written, events.c.body["id"].as_string().not_in(self._hidden))
        taken_back = events.c.kind == Kind.WITHDRAWN.value
        here = and_(events.c.step == step, or_(written, taken_back))
        return here if self._mates is None else and_(here, events.c.participant.in_(self._mates))

    def _cast(self, key: Key) -> ColumnElement[bool]:
        step, stage, turn = key
        ballot = events.c.body["ballot"]
        cast = and_(
            events.c.kind == Kind.BALLOT.value,
            events.c.step == step,
            ballot["stage"].as_string() == stage,
            ballot["round"].as_integer() == turn,
        )
        return cast if self._mates is None else and_(cast, events.c.participant.in_(self._mates))

    def _who(self) -> list[ColumnElement[bool]]:
        """Who wrote the shown answers of the steps where that is said."""
        signed = [step for step in self._reveals if self._names(step) != "anonymous"]
        if not signed:
            return []
        authors = select(events.c.participant).where(
            events.c.kind == Kind.CONTRIBUTED.value, events.c.step.in_(signed)
        )
        return [and_(events.c.kind.in_(_WHO), events.c.participant.in_(authors))]

    def _names(self, step: str) -> str:
        return self._deck.steps[step].names if step in self._deck.steps else "anonymous"

    def _signature(self, state: Workshop, answer: Answer) -> Profile | None:
        person = state.participants.get(answer.participant)
        match self._names(answer.contribution.step):
            case "named" if person:
                return person.profile
            case "group" if person:
                return person.profile.model_copy(update={"name": ""})
        return None

    def _sign_cast(self, cast: Cast) -> Cast:
        return cast if cast.participant == self._me else replace(cast, participant="")


def _last_reveals(public: Iterable[Event]) -> dict[str, int]:
    """The steps that are shown, with the place in the record at which they were."""
    last = {event.step: event for event in public if event.kind is Kind.REVEALED}
    return {step: event.seq for step, event in last.items() if step and event.body["revealed"]}


def _closed_votes(public: Iterable[Event]) -> list[Key]:
    """The votes whose results are shown."""
    last = {
        (event.step or "", event.body["stage"], event.body["round"]): event.body["counted"]
        for event in public
        if event.kind is Kind.COUNTED
    }
    return [key for key, counted in last.items() if counted]


def _moderated(public: Iterable[Event]) -> list[str]:
    """The answers that the facilitator hid from everyone."""
    last = {
        event.body["contribution"]: event.body["moderated"]
        for event in public
        if event.kind is Kind.MODERATED
    }
    return [answer for answer, hidden in last.items() if hidden]


def _table_mates(me: str, public: Iterable[Event], seats: Iterable[Event]) -> list[str] | None:
    """Who sits at the same table while the group is split; None when all are together."""
    splits = [event.body["tables"] for event in public if event.kind is Kind.SPLIT]
    if not splits or not splits[-1]:
        return None
    tables = {event.participant: event.body["table"] for event in seats if event.participant}
    mine = tables.get(me)
    return [person for person, table in tables.items() if mine and table == mine]
