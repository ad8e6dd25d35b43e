"""Who sits at which table while the group is split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Literal

from .state import Participant, Workshop

#: By chance; spreading each stakeholder group over the tables; or one by one, by the facilitator.
How = Literal["random", "balanced", "by-hand"]

Seats = dict[str, int]


def seats(workshop: Workshop, tables: int, how: How, rng: Random) -> Seats:
    """A table, numbered from 1, for everyone in the room; by hand, everyone stays where they are.

    No table has more than one person more than another; balanced, this holds for each group too.
    """
    people = in_the_room(workshop)
    if how == "by-hand":
        return {}
    rng.shuffle(people)
    if how == "balanced":
        sizes = Counter(person.profile.group for person in people)
        people.sort(key=lambda p: (-sizes[p.profile.group], p.profile.group or ""))
    return _dealt(people, tables)


def emptiest(workshop: Workshop) -> int:
    """The table with the fewest people, for someone who comes late."""
    taken = Counter(person.table for person in in_the_room(workshop))
    return min(range(1, workshop.tables + 1), key=lambda table: taken[table])


def in_the_room(workshop: Workshop) -> list[Participant]:
    """Who can sit at a table: everyone but the authors of imported ideas."""
    return [person for person in workshop.participants.values() if person.origin != "import"]


def _dealt(people: Sequence[Participant], tables: int) -> Seats:
    return {person.id: place % tables + 1 for place, person in enumerate(people)}
