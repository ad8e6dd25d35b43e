"""The state of a workshop, derived from its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView
from dataclasses import dataclass, field, replace
from datetime import datetime

from ..deck.models import Deck
from .contributions import Contribution
from .events import Event, Origin, Profile


@dataclass(frozen=True)
class Participant:
    """Someone who joined. ``done`` holds the steps they marked as finished."""

    id: str
    profile: Profile
    joined: datetime
    origin: Origin
    done: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answer:
    """A contribution with its author and its times."""

    contribution: Contribution
    participant: str
    origin: Origin
    created: datetime
    changed: datetime


@dataclass(frozen=True)
class Counts:
    """How many people joined, and how many of them marked the current step as finished."""

    joined: int
    done: int


@dataclass(frozen=True)
class Workshop:
    """Everything known of a workshop at one place of its record."""

    deck: Deck
    title: str = ""
    opened: datetime | None = None
    current: str = ""
    furthest: str = ""
    finished: bool = False
    #: The answers shown to everyone, by step, as they were when they were shown.
    shown: dict[str, tuple[Answer, ...]] = field(default_factory=dict)
    participants: dict[str, Participant] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    forgotten: int = 0
    seq: int = 0

    def answers_to(self, step: str, *, participant: str | None = None) -> Iterator[Answer]:
        """The answers to a step that say something, oldest first; of one person if named."""
        for answer in self.answers.values():
            mine = participant is None or answer.participant == participant
            if answer.contribution.step == step and mine and not answer.contribution.is_blank:
                yield answer

    @property
    def revealed(self) -> KeysView[str]:
        """The steps whose answers everyone sees."""
        return self.shown.keys()

    def not_yet_shown(self, step: str) -> int:
        """How many answers to a revealed step were written or changed since it was shown."""
        shown = [answer.contribution for answer in self.shown.get(step, ())]
        return sum(answer.contribution not in shown for answer in self.answers_to(step))

    def done_with(self, step: str) -> int:
        """How many people marked the step as finished."""
        return sum(step in person.done for person in self.participants.values())

    def is_open(self, step: str) -> bool:
        """Whether the group has reached this step."""
        return self.deck.position(step) <= self.deck.position(self.furthest)


def replay(events: Iterable[Event], start: Workshop) -> Workshop:
    """``start`` after ``events``; neither is changed."""
    draft = _Draft(start)
    for event in events:
        draft.apply(event)
    return draft.finish()


class _Draft:
    """A workshop being replayed: its tables are copied once, not once an event."""

    def __init__(self, start: Workshop) -> None:
        first = next(iter(start.deck.steps))
        self.now = replace(start, current=start.current or first, furthest=start.furthest or first)
        self.participants = dict(start.participants)
        self.answers = dict(start.answers)
        self.shown = dict(start.shown)

    def apply(self, event: Event) -> None:
        getattr(self, f"_{event.kind.name.lower()}")(event)
        self.now = replace(self.now, seq=max(self.now.seq, event.seq))

    def finish(self) -> Workshop:
        return replace(
            self.now, participants=self.participants, answers=self.answers, shown=self.shown
        )

    def _opened(self, event: Event) -> None:
        self.now = replace(self.now, title=event.body["title"], opened=event.at)

    def _joined(self, event: Event) -> None:
        person = _author(event)
        self.participants[person] = Participant(
            person, Profile.model_validate(event.body), event.at, event.origin
        )

    def _profile_changed(self, event: Event) -> None:
        person = self.participants.get(_author(event))
        if person:
            profile = Profile.model_validate(event.body)
            self.participants[person.id] = replace(person, profile=profile)

    def _contributed(self, event: Event) -> None:
        contribution = Contribution.model_validate(event.body)
        before = self.answers.get(contribution.id)
        if before and before.participant != event.participant:
            return  # an id belongs to whoever used it first; the record may hold a forged one
        created = before.created if before else event.at
        self.answers[contribution.id] = Answer(
            contribution, _author(event), event.origin, created, event.at
        )

    def _withdrawn(self, event: Event) -> None:
        answer = self.answers.get(event.body["contribution"])
        if answer and answer.participant == event.participant:
            del self.answers[answer.contribution.id]
            self._hide(answer)

    def _hide(self, taken_back: Answer) -> None:
        step = taken_back.contribution.step
        if step in self.shown:
            kept = (a for a in self.shown[step] if a.contribution.id != taken_back.contribution.id)
            self.shown[step] = tuple(kept)

    def _done(self, event: Event) -> None:
        person = self.participants.get(_author(event))
        if person is None:
            return
        step = {event.step} if event.step else set()
        done = person.done | step if event.body["done"] else person.done - step
        self.participants[person.id] = replace(person, done=frozenset(done))

    def _moved(self, event: Event) -> None:
        step = event.step or self.now.current
        deck = self.now.deck
        furthest = max(self.now.furthest, step, key=deck.position)
        self.now = replace(self.now, current=step, furthest=furthest, finished=False)

    def _revealed(self, event: Event) -> None:
        step = event.step or ""
        if event.body["revealed"]:
            answers = (a for a in self.answers.values() if a.contribution.step == step)
            self.shown[step] = tuple(a for a in answers if not a.contribution.is_blank)
        else:
            self.shown.pop(step, None)

    def _finished(self, _: Event) -> None:
        self.now = replace(self.now, finished=True)

    def _forgotten(self, _: Event) -> None:
        self.now = replace(self.now, forgotten=self.now.forgotten + 1)


def _author(event: Event) -> str:
    if event.participant is None:
        raise ValueError(f"event {event.id} of kind {event.kind} has no participant")
    return event.participant
