"""Talking and agreeing: a hand goes up, the facilitator writes an outcome, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from ..deck import Step
from ..deck.activities import ChooseRoles, WriteConditions
from ..deck.stages import BALLOT_STAGES
from ..workshop import Event, Option, Promise, actions, options
from ..workshop.results import results
from .behaviour import new_id
from .people import Person
from .room import Room
from .together import About, load_together, outcome

_RAISES_A_HAND = 0.25
_PROMISES = 0.5
_LONGEST_TITLE = 80


class Agreeing:
    """What the facilitator writes down for the group."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._words = load_together()
        self._actions = room.rng.sample(self._words.actions, len(self._words.actions))

    def talk(self, people: Sequence[Person], step: Step, minutes: int | None) -> Iterator[Event]:
        """They talk; at the end there is a proposal."""
        self._room.go_on(30, 60)
        if people and self._room.rng.random() < _RAISES_A_HAND:
            yield from self._a_hand(self._room.rng.choice(people))
        planned = 60 * (minutes or 4)
        self._room.go_on(planned * 0.4, planned * 0.8)
        yield from self._write(step, self._proposal(step))

    def at_tables(self, step: Step, tables: Sequence[int]) -> Iterator[Event]:
        """Each table writes what it takes back to the room."""
        for table in tables:
            self._room.go_on(5, 20)
            yield from self._write(step, self._proposal(step, table), table)

    def agree(self, step: Step) -> Iterator[Event]:
        """The proposal stands, with a note where someone objected; now and then, an action."""
        self._room.go_on(30, 90)
        known = self._room.workshop.outcomes.get((step.id, None))
        text = known.text if known else self._proposal(step)
        if text and self._was_objected_to(step):
            text = f"{text} {self._words.doubt(self._room.language)}"
        yield from self._write(step, text)
        if self._actions and self._room.rng.random() < _PROMISES:
            yield from self._promise()

    def _a_hand(self, person: Person) -> Iterator[Event]:
        for up in (True, False):
            stamp = self._room.stamp()
            hand = actions.raise_hand(self._room.workshop, person.id, stamp, hand=up)
            yield from self._room.happen([hand])
            self._room.go_on(20, 70)

    def _write(self, step: Step, text: str, table: int | None = None) -> Iterator[Event]:
        known = self._room.workshop.outcomes.get((step.id, table))
        if text and (known is None or known.text != text):
            workshop, language, stamp = self._room.workshop, self._room.language, self._room.stamp()
            agreed = actions.agree(workshop, step.id, text, language, stamp, table=table)
            yield from self._room.happen([agreed])

    def _promise(self) -> Iterator[Event]:
        self._room.go_on(20, 60)
        words, chance, language = self._actions.pop(), self._room.rng, self._room.language
        due = (self._room.clock + timedelta(days=chance.choice((30, 60, 90)))).date()
        action = Promise(
            new_id(chance), words.text(language), who=words.who(language), due=due.isoformat()
        )
        yield from self._room.happen([actions.promise(action, self._room.stamp())])

    def _proposal(self, step: Step, table: int | None = None) -> str:
        """A sentence about what came first; "" where there is nothing to speak of."""
        first = [self._title(option) for option in self._first(step, table)]
        templates = self._words.outcomes[_topic(step)]
        template = self._room.rng.choice(templates)
        return outcome(template, first, self._room.language) if len(first) > 1 else ""

    def _first(self, step: Step, table: int | None) -> list[Option]:
        """The options by the last vote, or else by their size; themes, if there are some."""
        workshop = self._room.workshop
        all_ = options(workshop, step.id, table)
        themes = [option for option in all_ if option.is_theme]
        found = {option.id: option for option in (themes if len(themes) > 1 else all_)}
        for stage in reversed(workshop.stages(step.id)):
            casts = workshop.ballots.get(workshop.key(step.id, stage.id), ())
            if isinstance(stage, BALLOT_STAGES) and casts and stage.kind != "sense-check":
                return [found[each.option] for each in results(stage, casts, list(found))]
        return sorted(found.values(), key=lambda option: -len(option.ideas))

    def _title(self, option: Option) -> str:
        role = option.ideas[0].role
        if role and not option.is_theme:
            return self._room.workshop.deck.subject(role).name(self._room.language)
        short = option.title[:_LONGEST_TITLE].rstrip(" .")
        return short if len(option.title) <= _LONGEST_TITLE else f"{short}…"

    def _was_objected_to(self, step: Step) -> bool:
        casts = [c for key, c in self._room.workshop.ballots.items() if key[0] == step.id]
        return any(cast.ballot.position == "object" for each in casts for cast in each)


def _topic(step: Step) -> About:
    match step.activity:
        case ChooseRoles():
            return "roles"
        case WriteConditions():
            return "conditions"
    return "challenges"
