"""What a report says, as frozen values: no layout, and nothing of a person.

All words are in the language of the report, but for those that people wrote. Numbers are those of
the analysis: medians and counts of people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..deck import Language

Kind = Literal["roles", "conditions", "challenges", "other"]


@dataclass(frozen=True)
class Group:
    """A stakeholder group or a language, never of fewer than five people unless it is everyone."""

    name: str
    people: int


@dataclass(frozen=True)
class Agreed:
    """What the group agreed on, in its words; ``where`` names the table that worked apart."""

    text: str
    language: Language
    where: str = ""


@dataclass(frozen=True)
class Position:
    """How many people took a position at a sense check."""

    key: str
    name: str
    people: int


@dataclass(frozen=True)
class View:
    """What somebody said who does not simply agree, word for word."""

    position: str
    text: str


@dataclass(frozen=True)
class Theme:
    """A theme with the number of people and ideas in it, and the ideas' words."""

    title: str
    people: int
    ideas: int
    where: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Bar:
    """One row of :class:`Bars`; ``beside`` goes with its name."""

    name: str
    value: float
    people: int
    beside: str = ""


@dataclass(frozen=True)
class Bars:
    """Values from ``lowest`` to ``highest``, the largest first, each in the ``unit`` that heads
    its column."""

    title: str
    unit: str
    lowest: float
    highest: float
    rows: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True)
class Axis:
    """One scale of a matrix; ``low`` and ``high`` are what its ends are called."""

    name: str
    low: str
    high: str
    lowest: float
    highest: float


@dataclass(frozen=True)
class Spot:
    """One row of a matrix: its medians on both axes."""

    number: int
    name: str
    across: float
    up: float
    people: int


@dataclass(frozen=True)
class Matrix:
    """Two scales at right angles; ``corner`` names the corner to look at first, ``at`` is it."""

    title: str
    across: Axis
    up: Axis
    corner: str
    at: Literal["left", "right"]
    rows: tuple[Spot, ...]
    note: str = ""


@dataclass(frozen=True)
class Level:
    """A point of the scale of influence."""

    value: int
    name: str
    meaning: str


@dataclass(frozen=True)
class Gap:
    """One row of :class:`Gaps`: medians of the say people have and wish for."""

    name: str
    today: float
    wished: float
    people: int


@dataclass(frozen=True)
class Gaps:
    """The say people have today and wish for, role by role, on one scale."""

    title: str
    levels: tuple[Level, ...]
    rows: tuple[Gap, ...]
    note: str = ""


Figure = Bars | Matrix | Gaps


@dataclass(frozen=True)
class Step:
    """One step of the walk and what came of it.

    ``smaller`` are themes of under five people; ``said`` is what people wrote where no themes were
    made of it.
    """

    id: str
    kind: Kind
    title: str
    question: str
    agreed: tuple[Agreed, ...]
    at_tables: tuple[Agreed, ...]
    positions: tuple[Position, ...]
    views: tuple[View, ...]
    figures: tuple[Figure, ...]
    themes: tuple[Theme, ...]
    smaller: tuple[str, ...]
    said: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Phase:
    """A part of the walk with its steps; ``number`` is its place in the learning cycle, or 0."""

    id: str
    number: int
    title: str
    introduction: str
    challenge: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Action:
    """Something the group will do; ``due`` is a date as people write it."""

    text: str
    who: str
    due: str
    done: bool


@dataclass(frozen=True)
class Draft:
    """One section of the GRIPP2 draft: what it asks, what the data say, what people must add."""

    title: str
    asks: str
    known: tuple[str, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """Everything a report says, in the order in which it says it."""

    language: Language
    title: str
    code: str
    date: str
    pretended: bool
    people: int
    groups: tuple[Group, ...]
    languages: tuple[Group, ...]
    withdrew: int
    reading: str
    phases: tuple[Phase, ...]
    say: tuple[str, ...]
    levels: tuple[Level, ...]
    actions: tuple[Action, ...]
    earlier: tuple[Action, ...]
    methods: tuple[str, ...]
    limits: tuple[str, ...]
    draft: tuple[Draft, ...]
    sources: tuple[str, ...]

    @property
    def outcomes(self) -> int:
        """At how many steps the whole room agreed on something."""
        return sum(bool(step.agreed) for phase in self.phases for step in phase.steps)

    @property
    def cycle(self) -> tuple[Phase, ...]:
        """The phases of the learning cycle, in its order."""
        return tuple(phase for phase in self.phases if phase.number)
