"""Pretend participants in a workshop that a real facilitator leads: they do what comes up.

What they do next follows from the workshop as it stands; so they can be sent away and called back
at any moment, and a facilitator may go in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from ..deck.activities import WriteChallenges
from ..deck.stages import BALLOT_STAGES, Discuss, Group, Stage, Think
from ..workshop import Event, Stamp, Workshop, actions, options
from .behaviour import Behaviour, new_id
from .choosing import Choosing
from .opinions import Opinions
from .people import Person
from .room import Room
from .together import load_together

#: Themes that pretend people make at a step; the rest is for the facilitator to try.
_MOST_THEMES = 3


class Company:
    """``number`` pretend people; the same ``code`` of a workshop brings the same people."""

    def __init__(self, workshop: Workshop, number: int, code: str) -> None:
        self._rng = Random(code)
        self._room = Room(workshop, number, self._rng)
        self._behaviour = Behaviour(workshop.deck, self._rng)
        self._opinions = Opinions(workshop.deck, self._rng)
        self._themes: Counter[str] = Counter()
        self._raised: set[str] = set()

    @property
    def people(self) -> Sequence[Person]:
        return self._room.people

    @classmethod
    def of(cls, workshop: Workshop, code: str) -> Company:
        """The people who are in a workshop already, called back."""
        known = sum(p.origin == "rehearsal" for p in workshop.participants.values())
        return cls(workshop, max(1, known + workshop.forgotten), code)

    def joining(self, workshop: Workshop) -> list[Event]:
        """Everyone joins, at once."""
        return [actions.join(workshop, p.id, p.profile, self._stamp()) for p in self.people]

    def turn(self, workshop: Workshop) -> list[Event]:
        """What one of them does now; nothing when they all wait for the facilitator."""
        step = workshop.current
        stage = workshop.stage(step)
        if stage is None or workshop.paused or workshop.is_locked(step):
            return []
        here = [person for person in self.people if person.id in workshop.participants]
        match stage:
            case Think():
                return self._think(workshop, step, here)
            case Group(by="everyone") if not workshop.tables:
                return self._group(workshop, step)
            case Discuss():
                return self._ask_to_be_heard(workshop, step, here)
            case _ if isinstance(stage, BALLOT_STAGES):
                return self._vote(workshop, step, stage, here)
        return []

    def _think(self, workshop: Workshop, step: str, here: Sequence[Person]) -> list[Event]:
        """Someone who has not answered yet does, and has finished."""
        wrote = {answer.participant for answer in workshop.answers_to(step)}
        waiting = [
            person
            for person in here
            if person.id not in wrote and step not in workshop.participants[person.id].done
        ]
        if not waiting:
            return []
        person = self._rng.choice(waiting)
        activity = workshop.deck.steps[step].activity
        before = activity.eased_by if isinstance(activity, WriteChallenges) else ""
        mine = [a.contribution.id for a in workshop.answers_to(before, participant=person.id)]
        goes = self._behaviour.answers(person, workshop.deck.steps[step], mine)
        said = [
            actions.contribute(workshop, person.id, answer[-1], self._stamp()) for answer in goes
        ]
        done = actions.mark_done(workshop, person.id, step, self._stamp(), done=True)
        return [*said, done]

    def _group(self, workshop: Workshop, step: str) -> list[Event]:
        """Ideas about the same thing become a theme."""
        if self._themes[step] == _MOST_THEMES:
            return []
        loose = [each.ideas[0] for each in options(workshop, step) if not each.is_theme]
        own = [idea for idea in loose if idea.role is None]
        for words in load_together().themes:
            items = [idea.id for idea in own if words.takes(idea.text, idea.language)]
            if len(items) > 1:
                self._themes[step] += 1
                theme, title = new_id(self._rng), words.title(self._room.language)
                stamp = self._stamp()
                return [actions.group_ideas(workshop, step, items, theme, stamp, title=title)]
        return []

    def _ask_to_be_heard(
        self, workshop: Workshop, step: str, here: Sequence[Person]
    ) -> list[Event]:
        """Once at a step, someone raises a hand."""
        if step in self._raised or not here:
            return []
        self._raised.add(step)
        person = self._rng.choice(here).id
        return [actions.raise_hand(workshop, person, self._stamp(), hand=True)]

    def _vote(
        self, workshop: Workshop, step: str, stage: Stage, here: Sequence[Person]
    ) -> list[Event]:
        """Someone who has not chosen yet does."""
        key = workshop.key(step, stage.id)
        chose = {cast.participant for cast in workshop.ballots.get(key, ())}
        waiting = [person for person in here if person.id not in chose]
        if key in workshop.counted or not waiting:
            return []
        person = self._rng.choice(waiting)
        self._room.workshop = workshop
        ballot = Choosing(self._room, self._opinions, step, stage).choice(person)
        if ballot is None:
            return []
        return [actions.cast_ballot(workshop, person.id, step, ballot, self._stamp())]

    def _stamp(self) -> Stamp:
        return Stamp("rehearsal")
