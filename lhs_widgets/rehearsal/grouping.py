"""Grouping: some people put ideas together, name the theme, now and then the same one twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..workshop import Event, Idea, actions, ideas, last_act
from .behaviour import new_id
from .people import Person
from .room import Room
from .together import ThemeWords, load_together

#: A theme of fewer ideas is not worth a name.
_FEWEST = 2
#: Ideas selected before pressing the button.
_AT_ONCE = 4
_MERGES = 0.4
_UNDOES = 0.5


class Grouping:
    """How the themes of a step come to be; done by the whole room, or at each table apart."""

    def __init__(self, room: Room, step: str) -> None:
        self._room = room
        self._step = step

    def happens(self, people: Sequence[Person], tables: Sequence[int | None]) -> Iterator[Event]:
        begins = self._room.clock
        ends = [begins]
        for table in tables:
            self._room.clock = begins  # tables work at the same time
            mates = [p for p in people if table is None or self._table_of(p) == table]
            yield from self._at(table, mates or people)
            ends.append(self._room.clock)
        self._room.clock = max(ends)

    def _table_of(self, person: Person) -> int | None:
        return self._room.workshop.participants[person.id].table

    def _at(self, table: int | None, people: Sequence[Person]) -> Iterator[Event]:
        found = ideas(self._room.workshop, self._step, table)
        for words in load_together().themes:
            belong = [idea for idea in found if _belongs(idea, words)]
            if len(belong) >= _FEWEST:
                found = [idea for idea in found if idea not in belong]
                yield from self._theme(words, belong, people, table)
        if self._room.rng.random() < _UNDOES:
            yield from self._a_slip(table)

    def _theme(
        self, words: ThemeWords, belong: list[Idea], people: Sequence[Person], table: int | None
    ) -> Iterator[Event]:
        """A few ideas at once; the first go names the theme."""
        chance = self._room.rng
        theme, title = new_id(chance), words.title(chance.choice(people).language)
        while belong:
            taken, belong = belong[:_AT_ONCE], belong[_AT_ONCE:]
            if title and belong and chance.random() < _MERGES:
                yield from self._twice(theme, title, (taken, belong[:1]), people, table)
                belong = belong[1:]
            else:
                yield from self._group(taken, theme, title, table)
            title = ""

    def _twice(
        self,
        theme: str,
        title: str,
        taken: tuple[list[Idea], list[Idea]],
        people: Sequence[Person],
        table: int | None,
    ) -> Iterator[Event]:
        """Two people start the same theme at once, and it becomes one."""
        other = new_id(self._room.rng)
        again = load_together().same_again(self._room.rng.choice(people).language)
        yield from self._group(taken[0], theme, title, table)
        yield from self._group(taken[1], other, again, table)
        self._room.go_on(5, 20)
        workshop, stamp = self._room.workshop, self._room.stamp()
        merged = actions.merge_themes(workshop, self._step, [other], theme, stamp, table=table)
        yield from self._room.happen([merged])

    def _group(
        self, taken: Sequence[Idea], theme: str, title: str, table: int | None
    ) -> Iterator[Event]:
        self._room.go_on(4, 18)
        workshop, items, stamp = self._room.workshop, [i.id for i in taken], self._room.stamp()
        done = actions.group_ideas(
            workshop, self._step, items, theme, stamp, title=title, table=table
        )
        yield from self._room.happen([done])

    def _a_slip(self, table: int | None) -> Iterator[Event]:
        """Someone takes an idea out of its theme, and undoes that."""
        chance, workshop = self._room.rng, self._room.workshop
        inside = [item for theme in workshop.themes(self._step, table) for item in theme.items]
        if not inside:
            return
        self._room.go_on(5, 20)
        stamp, item = self._room.stamp(), chance.choice(inside)
        out = actions.ungroup_ideas(workshop, self._step, [item], stamp, table=table)
        yield from self._room.happen([out])
        self._room.go_on(3, 10)
        slip = last_act(self._room.workshop.theme_acts[self._step], table)
        if slip:
            stamp = self._room.stamp()
            undone = actions.undo(self._room.workshop, self._step, slip.id, stamp, table=table)
            yield from self._room.happen([undone])


def _belongs(idea: Idea, words: ThemeWords) -> bool:
    return idea.role is None and words.takes(idea.text, idea.language)
