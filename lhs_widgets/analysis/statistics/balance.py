"""Whose voice is in the room, and how far two groups lie apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from ...errors import Undefined
from .numbers import given
from .thresholds import USUAL, Thresholds


def participation_balance(
    people: Mapping[str, int], said: Mapping[str, int], limits: Thresholds = USUAL
) -> pd.DataFrame:
    """What each group said beside its share of the people, in the order of ``people``.

    ``people`` counts the people of each group, ``said`` what they said (ideas, answers, minutes).
    Columns: group, people, said, people_share, said_share (percent) and ratio: the second share
    over the first, 1 where a group said as much as its number would have it. A comparison of two
    shares, and no test; :func:`dissimilarity` sums it up.

    A group can say little because it was asked little, or much because one person spoke. Do not
    read it as influence: what was taken up is another question.

    Raises
    ------
    Undefined
        A group has fewer than five people (fold it with others first), nobody said anything, or
        something was said by a group that nobody is of.
    """
    if strangers := [group for group in said if group not in people]:
        raise Undefined(f"Nobody is of the group {strangers[0]!r}.")
    for group, n in people.items():
        _enough(n, group, limits)
    rows = pd.DataFrame({"group": list(people), "people": list(people.values())})
    rows["said"] = [said.get(group, 0) for group in people]
    if not rows["said"].sum():
        raise Undefined("Nobody said anything.")
    for name in ("people", "said"):
        rows[f"{name}_share"] = 100 * rows[name] / rows[name].sum()
    return rows.assign(ratio=rows["said_share"] / rows["people_share"])


def dissimilarity(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """How far two distributions over the same names lie apart: 0 the same, 1 nothing in common.

    Half the sum of the differences of their shares, which is the share that would have to move for
    the two to be equal: the index of O. D. Duncan and B. Duncan, A methodological analysis of
    segregation indexes, American Sociological Review 20 (1955). For people against what they said
    (:func:`participation_balance`), or for what two groups chose.

    Few people make it large by chance: two groups of five who choose among five boxes at random
    lie about half apart. Do not compare it between tables with different numbers of people or
    names. It ignores order: for ratings use :func:`cliffs_delta`.

    Raises
    ------
    Undefined
        One of the two is empty, or a count is negative.
    """
    names = dict.fromkeys([*first, *second])
    shares = []
    for counts in (first, second):
        each = given([counts.get(name, 0) for name in names])
        if not each.sum() or (each < 0).any():
            raise Undefined("A distribution needs counts from zero up, and one above it.")
        shares.append(each / each.sum())
    return float(np.abs(shares[0] - shares[1]).sum() / 2)


def cliffs_delta(
    first: Iterable[float | None], second: Iterable[float | None], limits: Thresholds = USUAL
) -> float:
    """How far the ratings of ``first`` lie above those of ``second``: −1 to 1, 0 if neither does.

    Of all pairs with one person of each group, the share where the first rates higher minus the
    share where the second does; ties count for neither. N. Cliff, Dominance statistics: ordinal
    analyses to answer ordinal questions, Psychological Bulletin 114 (1993). Ratings need only an
    order.

    It describes two groups who were there and tests nothing; with five people in each, chance alone
    makes it 0.5 or more, up or down, about one time in five. Do not use it without a look at both
    distributions: a group of one mind and a group in two camps have 0.

    Raises
    ------
    Undefined
        A group has fewer than five answers.
    """
    one, other = given(first), given(second)
    _enough(len(one), "first", limits)
    _enough(len(other), "second", limits)
    return float(np.sign(one[:, None] - other[None, :]).mean())


def _enough(n: int, group: str, limits: Thresholds) -> None:
    if n < limits.people:
        raise Undefined(
            f"The group {group!r} has fewer than {limits.people} people; fold it with others first."
        )
