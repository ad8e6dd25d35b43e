"""From the record to the state: what each kind of event changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from ..deck import Language, Limits
from ..language import installed
from .ballots import Ballot, Cast, Key
from .contributions import Contribution
from .events import THEME_ACTS, Event, Profile
from .plan import Plan
from .preparation import remember
from .privacy import Consent, Purpose
from .state import Answer, Outcome, Participant, Promise, Timer, Workshop
from .support import Support
from .translating import with_translation, without


def replay(events: Iterable[Event], start: Workshop) -> Workshop:
    """``start`` after ``events``; neither is changed."""
    draft = _Draft(start)
    for event in events:
        draft.apply(event)
    return draft.finish()


class _Draft:
    """A workshop being replayed: its tables are copied once, not once an event."""

    def __init__(self, start: Workshop) -> None:
        plan = start.plan if start.plan.steps else Plan.of(start.deck)
        first = plan.visible[0].id
        self.now = replace(
            start,
            plan=plan,
            current=start.current or first,
            reached=start.reached or frozenset({first}),
        )
        self.seq = start.seq
        self.participants = dict(start.participants)
        self.answers = dict(start.answers)
        self.shown = dict(start.shown)
        self.ballots: dict[Key, dict[str, Cast]] = {
            key: {cast.participant: cast for cast in casts} for key, casts in start.ballots.items()
        }
        self.theme_acts = {step: list(acts) for step, acts in start.theme_acts.items()}

    def apply(self, event: Event) -> None:
        if event.kind in THEME_ACTS:
            self.theme_acts.setdefault(event.step or "", []).append(event)
        else:
            getattr(self, f"_{event.kind.name.lower()}")(event)
        self.seq = max(self.seq, event.seq)

    def finish(self) -> Workshop:
        return replace(
            self.now,
            seq=self.seq,
            participants=self.participants,
            answers=self.answers,
            shown=self.shown,
            ballots={key: tuple(casts.values()) for key, casts in self.ballots.items()},
            theme_acts={step: tuple(acts) for step, acts in self.theme_acts.items()},
        )

    def _change(self, **values: Any) -> None:
        self.now = replace(self.now, **values)

    # The workshop itself

    def _opened(self, event: Event) -> None:
        title, rehearses = event.body["title"], event.body.get("rehearses", "")
        self._change(title=title, opened=event.at, rehearses=rehearses)
        limits = event.body.get("limits", self.now.deck.limits)
        self._change(limits=Limits.model_validate(limits), settled=event.at)
        if "languages" in event.body:
            self._change(languages=_installed(event.body["languages"]))
        if "purpose" in event.body:
            self._change(purpose=Purpose.model_validate(event.body["purpose"]))
        if "plan" in event.body:
            plan = Plan.model_validate(event.body["plan"])
            first = plan.visible[0].id
            self._change(plan=plan, current=first, reached=frozenset({first}))

    def _retitled(self, event: Event) -> None:
        self._prepare(title=event.body["title"])

    def _offered(self, event: Event) -> None:
        self._prepare(languages=_installed(event.body["languages"]))

    def _settled(self, event: Event) -> None:
        limits = Limits.model_validate(event.body)
        # An undo leaves the limits as they are: they can't change any more once people answer.
        earlier = (each.model_copy(update={"limits": limits}) for each in self.now.earlier)
        self._change(limits=limits, settled=event.at, earlier=tuple(earlier))

    def _purposed(self, event: Event) -> None:
        self._prepare(purpose=Purpose.model_validate(event.body))

    def _kept(self, event: Event) -> None:
        until = event.body["until"]
        self._change(keep_until=date.fromisoformat(until) if until else None)

    def _supported(self, event: Event) -> None:
        self._change(support=Support.model_validate(event.body))

    def _prepare(self, **values: Any) -> None:
        """Change what was prepared, and remember how it was."""
        before = self.now
        self._change(**values)
        known = remember(before.earlier, before.preparation, self.now.preparation)
        self._change(earlier=known)

    def _planned(self, event: Event) -> None:
        plan = Plan.model_validate(event.body)
        visible = [step.id for step in plan.visible]
        # Who stood at a step that is hidden now goes to the next one that is not.
        after = [step.id for step in plan.steps[plan.position(self.now.current) :]]
        current = next((step for step in after if step in visible), visible[-1])
        self._prepare(plan=plan)
        self._change(current=current, reached=self.now.reached | {current})

    def _finished(self, _: Event) -> None:
        self._change(finished=True, timer=None)

    def _imported(self, event: Event) -> None:
        """Ideas gathered elsewhere were brought in: said for the log; they follow as answers."""

    # People

    def _joined(self, event: Event) -> None:
        person = _author(event)
        self.participants[person] = Participant(
            person, Profile.model_validate(event.body), event.at, event.origin
        )

    def _profile_changed(self, event: Event) -> None:
        self._person(event, profile=Profile.model_validate(event.body))

    def _consented(self, event: Event) -> None:
        self._person(event, consent=Consent.model_validate(event.body))

    def _forgotten(self, _: Event) -> None:
        self._change(forgotten=self.now.forgotten + 1)

    def _done(self, event: Event) -> None:
        person = self.participants.get(_author(event))
        step = {event.step} if event.step else set()
        if person:
            done = person.done | step if event.body["done"] else person.done - step
            self._person(event, done=frozenset(done))

    def _hand(self, event: Event) -> None:
        self._person(event, hand=event.at if event.body["hand"] else None)

    def _seated(self, event: Event) -> None:
        self._person(event, table=event.body["table"])

    def _person(self, event: Event, **values: Any) -> None:
        person = self.participants.get(_author(event))
        if person:
            self.participants[person.id] = replace(person, **values)

    # Answers

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
            left = without(self.now.translations, answer.contribution.id)
            self._change(translations=left)

    def _hide(self, taken_back: Answer) -> None:
        step = taken_back.contribution.step
        if step in self.shown:
            kept = (a for a in self.shown[step] if a.contribution.id != taken_back.contribution.id)
            self.shown[step] = tuple(kept)

    def _ballot(self, event: Event) -> None:
        ballot = Ballot.model_validate(event.body["ballot"])
        key = (event.step or "", ballot.stage, ballot.round)
        casts = self.ballots.setdefault(key, {})
        casts[_author(event)] = Cast(_author(event), event.body["group"], ballot)

    # The walk

    def _moved(self, event: Event) -> None:
        step = event.step or self.now.current
        steps = [planned.id for planned in self.now.plan.steps]
        before = steps[: self.now.plan.position(step) + 1]
        self._change(
            current=step, reached=self.now.reached | set(before), finished=False, timer=None
        )

    def _staged(self, event: Event) -> None:
        step, stage, turn = event.step or "", event.body["stage"], event.body["round"]
        self._change(
            staged={**self.now.staged, step: stage},
            rounds={**self.now.rounds, (step, stage): turn},
            timer=None,
        )

    def _revealed(self, event: Event) -> None:
        step = event.step or ""
        if event.body["revealed"]:
            answers = (a for a in self.answers.values() if a.contribution.step == step)
            self.shown[step] = tuple(a for a in answers if not a.contribution.is_blank)
        else:
            self.shown.pop(step, None)

    def _counted(self, event: Event) -> None:
        key = (event.step or "", event.body["stage"], event.body["round"])
        closed = {key} if event.body["counted"] else set()
        self._change(counted=self.now.counted - {key} | closed)

    def _locked(self, event: Event) -> None:
        step = {event.step} if event.step else set()
        locked = self.now.locked | step if event.body["locked"] else self.now.locked - step
        self._change(locked=frozenset(locked))

    def _paced(self, event: Event) -> None:
        self._change(own_pace=event.body["paced"])

    def _paused(self, event: Event) -> None:
        self._change(paused=event.body["paused"])

    def _timed(self, event: Event) -> None:
        ends, seconds = event.body["ends"], event.body["seconds"]
        self._change(timer=Timer(datetime.fromisoformat(ends), seconds) if ends else None)

    def _split(self, event: Event) -> None:
        self._change(tables=event.body["tables"])

    # What the group makes of it

    def _agreed(self, event: Event) -> None:
        outcome = Outcome(event.body["text"], event.body["language"])
        at = (event.step or "", event.body["table"])
        self._change(outcomes={**self.now.outcomes, at: outcome})

    def _promised(self, event: Event) -> None:
        promise = Promise(**event.body)
        agreed = {**self.now.promises, promise.id: promise}
        if not promise.text:
            del agreed[promise.id]  # it was taken off the list
        self._change(promises=agreed)

    def _noted(self, event: Event) -> None:
        self._change(notes={**self.now.notes, event.step or "": event.body["text"]})

    def _translated(self, event: Event) -> None:
        self._change(translations=with_translation(self.now.translations, event))

    def _moderated(self, event: Event) -> None:
        hidden = dict(self.now.moderated)
        if event.body["moderated"]:
            hidden[event.body["contribution"]] = event.body["reason"]
        else:
            hidden.pop(event.body["contribution"], None)
        self._change(moderated=hidden)


def _author(event: Event) -> str:
    if event.participant is None:
        raise ValueError(f"event {event.id} of kind {event.kind} has no participant")
    return event.participant


def _installed(languages: Sequence[Language]) -> tuple[Language, ...]:
    """Of the languages that were offered, those there are: one may have been removed since."""
    return tuple(each for each in languages if installed(each)) or ("en",)
