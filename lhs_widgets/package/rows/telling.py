"""What a row without a name may tell of its author, so that it leads to nobody.

The words of an answer show their language; nothing can hide that. Whatever else is told is shared
by five people who answered the same step in that language (at the same table, where tables worked
apart), and those of whom it is not told can't be found by subtraction either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass

from ...workshop import Event
from ...workshop.events import PRIVATE
from ...workshop.results import SMALLEST_GROUP, told_apart

#: Origins that say nothing of anyone in the room.
IMPERSONAL = frozenset({"import", "rehearsal", "system"})


@dataclass(frozen=True)
class Author:
    """Someone at one step. ``language`` and ``origin`` hold several where they used several;
    ``table`` is where they sat, if tables worked apart."""

    language: str
    group: str | None
    origin: str
    table: int | None = None


@dataclass(frozen=True)
class Told:
    """What is told of an author; ``language`` is whether theirs is."""

    group: str | None
    origin: str | None
    language: bool


def impersonal(event: Event) -> str | None:
    """The origin of what happened, if it tells of nobody in the room but the facilitator."""
    by_facilitator = event.origin == "facilitator" and event.kind not in PRIVATE
    return event.origin if event.origin in IMPERSONAL or by_facilitator else None


def told(authors: Mapping[str, Author]) -> dict[str, Told]:
    """What may be told of each of the people who answered one step."""
    kept = {who: _kept(author) for who, author in authors.items()}
    origins = _origins(authors, kept)
    within = {who: (kept[who], origins[who]) for who in authors}
    groups = told_within(within, {who: each.group for who, each in authors.items()})
    language = languages_told(each.language for each in authors.values())
    return {who: Told(groups[who], origins[who], language) for who in authors}


def _origins(
    authors: Mapping[str, Author], kept: Mapping[str, Hashable]
) -> Mapping[str, str | None]:
    """The origins that may be told: all, if they are the same, and those that say of nobody."""
    all_ = {who: each.origin for who, each in authors.items()}
    if len(set(all_.values())) == 1:
        return all_
    of_nobody = {who: origin for who, origin in all_.items() if origin in IMPERSONAL}
    return told_within(kept, all_) | of_nobody


def ballot_origins(origins: Mapping[str, str]) -> dict[str, str | None]:
    """The origin of each person's ballot in one round: told if all have the same, or where it says
    of nobody."""
    alike = len(set(origins.values())) == 1
    return {who: o if alike or o in IMPERSONAL else None for who, o in origins.items()}


def _kept(author: Author) -> Hashable:
    """What the rows tell in any case."""
    return author.language, author.table, author.origin in IMPERSONAL and author.origin


def told_within(
    classes: Mapping[str, Hashable], values: Mapping[str, str | None]
) -> dict[str, str | None]:
    """Each person's value, where enough people of the same class share it."""
    members = defaultdict(list)
    for who, each in classes.items():
        members[each].append(who)
    found: dict[str, str | None] = {}
    for people in members.values():
        large = told_apart([values[who] for who in people])
        found |= {who: values[who] if values[who] in large else None for who in people}
    return found


def hidden_among(
    classes: Mapping[str, Hashable], few: Collection[str], lots: Mapping[str, str]
) -> set[str]:
    """``few`` people, with others of their class, so that nobody can tell who is one of them.

    Five people of a class are hidden, or all of it where there are fewer. Who else is hidden is
    drawn by ``lots``: they must not be made of a person, and nobody who reads the package may be
    able to draw them again.
    """
    members = defaultdict(list)
    for who, each in classes.items():
        members[each].append(who)
    hidden: set[str] = set()
    for people in members.values():
        inside = [who for who in people if who in few]
        if inside:
            others = sorted((who for who in people if who not in few), key=lambda who: lots[who])
            hidden |= {*inside, *others[: max(0, SMALLEST_GROUP - len(inside))]}
    return hidden


def languages_told(languages: Iterable[str]) -> bool:
    """Whether all speak one language, or enough people each of them."""
    sizes = Counter(languages)
    return len(sizes) <= 1 or min(sizes.values()) >= SMALLEST_GROUP
