"""Whether people agree enough, by rules that were settled before they answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ...errors import Undefined
from .intervals import proportion_interval
from .numbers import Numbers, given
from .thresholds import USUAL, Thresholds


@dataclass(frozen=True)
class Agreement:
    """How many of ``n`` people said so: ``share`` (0 to 1), its exact interval, and the verdict."""

    n: int
    count: int
    share: float
    low: float
    high: float
    reached: bool


def percent_agreement(
    values: Iterable[float | None], points: Collection[float], limits: Thresholds = USUAL
) -> Agreement:
    """How many people chose one of ``points``, such as the upper two of five.

    The most usual rule of Delphi studies (Diamond and others, 2014); its usual limit is in
    :class:`.thresholds.Thresholds`. The interval is that of :func:`.intervals.proportion_interval`.

    ``points`` and the limit are settled before the vote: chosen afterwards, almost anything can be
    made a consensus. Do not use it to say that two items differ, nor to say that people changed
    from one round to the next. With seven people, five are under 75 % and six above it.

    Raises
    ------
    Undefined
        Nobody answered.
    """
    found = _answers(values)
    count, n = int(np.isin(found, list(points)).sum()), len(found)
    low, high = proportion_interval(count, n, limits.confidence)
    return Agreement(n, count, count / n, low, high, count / n >= limits.agreement)


@dataclass(frozen=True)
class CoreOutcome:
    """The shares of ``n`` people (0 to 1) who rated 7 to 9 and 1 to 3, and the verdict."""

    n: int
    critical: float
    limited: float
    verdict: Literal["in", "out", "no consensus"]


def core_outcome(values: Iterable[float | None], limits: Thresholds = USUAL) -> CoreOutcome:
    """The rule of core outcome sets, on ratings from 1 to 9.

    In: at least 70 % rate 7 to 9 and fewer than 15 % rate 1 to 3. Out: the other way round. As in
    Table 1 of K. Gillies and others, Evaluation of interventions for informed consent for
    randomised controlled trials (ELICIT), Trials 16 (2015); on the choice of rules see P. R.
    Williamson and others, The COMET Handbook: version 1.0, Trials 18 (2017).

    The rule is of a scale of 9 points, in thirds of three. It is published for no shorter scale,
    and a scale of 5 has no thirds: use :func:`percent_agreement` there. Do not use it on all groups
    together if their sizes differ much: most core outcome sets ask for it within each group.

    Raises
    ------
    Undefined
        Nobody answered, or an answer is no whole number from 1 to 9.
    """
    found = nine_points(values)
    critical, limited = float((found >= 7).mean()), float((found <= 3).mean())
    verdict: Literal["in", "out", "no consensus"] = "no consensus"
    if critical >= limits.core and limited < limits.against:
        verdict = "in"
    elif limited >= limits.core and critical < limits.against:
        verdict = "out"
    return CoreOutcome(len(found), critical, limited, verdict)


def nine_points(values: Iterable[float | None]) -> Numbers:
    """Ratings on a scale of whole numbers from 1 to 9, those that are there.

    Raises
    ------
    Undefined
        Nobody answered, or an answer is not on the scale.
    """
    found = _answers(values)
    if not np.isin(found, range(1, 10)).all():
        raise Undefined("This rule is for scales of whole numbers from 1 to 9.")
    return found


def _answers(values: Iterable[float | None]) -> Numbers:
    found = given(values)
    if not len(found):
        raise Undefined("Nobody answered, so there is nothing to agree on.")
    return found
