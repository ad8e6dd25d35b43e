"""What a vote came to: for the whole room, and for each stakeholder group that is large enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from ..deck.stages import Rank, Rate, SenseCheck, Stage, Vote
from .ballots import Ballot, Cast, Position

#: A group of fewer people is not shown alone, so that nobody's choice can be read from it.
SMALLEST_GROUP = 5

#: What fewer people chose is not shown, nor what fewer people at one table answered: with two, each
#: would know the other's.
FEWEST = 3

POSITIONS: tuple[Position, ...] = ("agree", "live-with", "object")


@dataclass(frozen=True)
class Result:
    """What one option got.

    ``score`` counts dots, points of a ranking (``places`` for a first place, 1 for the last), or
    people (sense check). ``medians`` and ``counts`` are of a rating: the median point of each
    scale, and how many people chose each of its points. ``people`` chose this option at all.
    """

    option: str
    score: float
    people: int
    medians: Mapping[str, float] = field(default_factory=dict)
    counts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    by_group: Mapping[str, float] = field(default_factory=dict)


def results(stage: Stage, casts: Sequence[Cast], options: Sequence[str]) -> list[Result]:
    """The results of a closed vote, the highest score first; equal scores keep the given order.

    ``options`` are the ids of what could be chosen; a sense check has its three positions instead.
    """
    voted = [cast for cast in casts if not cast.ballot.is_blank]
    names = POSITIONS if isinstance(stage, SenseCheck) else options
    groups = groups_to_show(voted)
    chosen: dict[str, list[Cast]] = {name: [] for name in names}
    for cast in voted:
        for name in _choices(cast.ballot) & chosen.keys():
            chosen[name].append(cast)
    found = [_result(stage, name, casts, groups) for name, casts in chosen.items()]
    if isinstance(stage, SenseCheck):
        return found
    return sorted(found, key=lambda result: -result.score)


def reasons(casts: Iterable[Cast], position: Position) -> list[str]:
    """What people who took this position said of it, by alphabet: never by time."""
    words = (c.ballot.reason.strip() for c in casts if c.ballot.position == position)
    return sorted(filter(None, words), key=lambda said: (said.casefold(), said))


def are_too_few(casts: Iterable[Cast]) -> bool:
    """Whether the results would tell what someone chose."""
    return sum(not cast.ballot.is_blank for cast in casts) < FEWEST


def groups_to_show(casts: Sequence[Cast]) -> list[str]:
    """The groups whose results are shown apart."""
    return told_apart([cast.group for cast in casts])


def told_apart(groups: Collection[str | None]) -> list[str]:
    """The groups that are large enough, without one where it would tell the rest by subtraction.

    ``groups`` holds each person's, None for none.
    """
    sizes = Counter(group for group in groups if group is not None)
    # Of equal groups, the same one is left out on every page, in whatever order ballots came.
    large = [
        name
        for name, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
        if size >= SMALLEST_GROUP
    ]
    rest = len(groups) - sum(sizes[name] for name in large)
    if 0 < rest < SMALLEST_GROUP and large:
        large.pop()
    return large


def _result(stage: Stage, option: str, casts: Sequence[Cast], groups: Sequence[str]) -> Result:
    """What an option got from those who chose it."""
    counts = _points_chosen(stage, option, casts)
    medians = {scale: median(Counter(c).elements()) for scale, c in counts.items() if c}
    return Result(
        option,
        _score(stage, option, casts),
        len(casts),
        medians,
        counts,
        {g: _score(stage, option, [c for c in casts if c.group == g]) for g in groups},
    )


def _score(stage: Stage, option: str, casts: Iterable[Cast]) -> float:
    ballots = [cast.ballot for cast in casts]
    match stage:
        case Vote():
            return sum(ballot.dots.get(option, 0) for ballot in ballots)
        case Rank(places=places):
            return sum(places - b.ranking.index(option) for b in ballots if option in b.ranking)
        case Rate(scales=(first, _)):
            rated = [
                b.ratings[option][first] for b in ballots if first in b.ratings.get(option, {})
            ]
            return median(rated) if rated else 0
    return sum(ballot.position == option for ballot in ballots)


def _points_chosen(stage: Stage, option: str, casts: Iterable[Cast]) -> dict[str, dict[int, int]]:
    if not isinstance(stage, Rate):
        return {}
    chosen: dict[str, Counter[int]] = {scale: Counter() for scale in stage.scales}
    for cast in casts:
        for scale, value in cast.ballot.ratings.get(option, {}).items():
            chosen[scale][value] += 1
    return {scale: dict(sorted(counts.items())) for scale, counts in chosen.items()}


def _choices(ballot: Ballot) -> set[str]:
    """All options of which a ballot says something."""
    position = {ballot.position} if ballot.position else set()
    return {*ballot.dots, *ballot.ratings, *ballot.ranking, *position}
