"""The limits that verdicts rest on: one value, settled and written down before the vote."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import Undefined


@dataclass(frozen=True)
class Thresholds:
    """Limits of verdicts, as shares from 0 to 1 and numbers of people.

    ``agreement`` is the percent agreement that counts as consensus: 75 % is the median of what
    Delphi studies chose (I. R. Diamond and others, Defining consensus: a systematic review
    recommends methodologic criteria for reporting of Delphi studies, Journal of Clinical
    Epidemiology 67, 2014). ``core`` and ``against`` are the two sides of the core-outcome rule
    (see :func:`.consensus.core_outcome`).
    ``confidence`` is that of every interval. Groups of fewer than ``people`` are not compared, and
    fewer than ``items`` items are not resampled.
    """

    agreement: float = 0.75
    core: float = 0.70
    against: float = 0.15
    confidence: float = 0.95
    people: int = 5
    items: int = 5

    def __post_init__(self) -> None:
        shares = (self.agreement, self.core, self.against)
        if not (all(0 <= share <= 1 for share in shares) and 0 < self.confidence < 1):
            raise Undefined("Thresholds are shares between 0 and 1.")
        if self.against >= self.core:
            raise Undefined("Fewer have to be against than in favour: lower `against`.")
        if min(self.people, self.items) < 2:
            raise Undefined("A comparison needs at least two people and two items.")


#: What is used where nothing else was settled before the vote.
USUAL = Thresholds()
