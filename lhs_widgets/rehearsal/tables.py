"""Small groups: once, a large room works at two tables, and comes together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..workshop import Event, actions
from .people import Person
from .room import Room

#: A smaller room stays together.
_FEWEST_PEOPLE = 8
_TABLES = 2


class Tables:
    """The tables at which the room works now; none while all are together."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._was_split = False
        self.now: list[int] = []

    def split(self, people: Sequence[Person]) -> Iterator[Event]:
        """Seat people, some of each group at each table; only the first time it is asked."""
        if self._was_split or len(people) < _FEWEST_PEOPLE:
            return
        self._was_split = True
        self.now = [*range(1, _TABLES + 1)]
        room = self._room
        yield from room.happen([actions.split(_TABLES, room.stamp())])
        room.go_on(5, 20)
        mixed = sorted(people, key=lambda person: (person.profile.group or "", person.id))
        yield from room.happen(
            actions.seat(room.workshop, person.id, 1 + place % _TABLES, room.stamp())
            for place, person in enumerate(mixed)
        )

    def together(self) -> Iterator[Event]:
        """Everyone comes back to the plenary."""
        if self.now:
            self.now = []
            self._room.go_on(20, 60)
            yield from self._room.happen([actions.split(0, self._room.stamp())])
