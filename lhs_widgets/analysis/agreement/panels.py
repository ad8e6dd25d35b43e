"""The rules of expert panels, on scales from 1 to 9: frame in, frame out."""

from __future__ import annotations

import pandas as pd

from ...errors import Undefined
from .. import statistics
from ..frames import FLOOR
from ..measures import ranked
from ..statistics import USUAL, Thresholds
from .measures import framed

JUDGED = {
    "step": "category",
    "scale": "category",
    "item": "string",
    "n": "Int64",
    "median": "Float64",
    "p30": "Float64",
    "p70": "Float64",
    "ipras": "Float64",
    "disagree": "boolean",
    "panel": "string",
    "limited": "Float64",
    "critical": "Float64",
    "core": "string",
}


def judging(answers: pd.DataFrame, limits: Thresholds = USUAL) -> pd.DataFrame:
    """What the rules of expert panels say of each item on a scale from 1 to 9, the highest first.

    Columns: step, scale, item, n, median, p30 and p70 (percentiles), ipras (how wide p30 to p70 may
    be) and disagree (whether it is wider); panel: by the counts of RAND/UCLA, for 8 to 16 people;
    limited and critical (the percent who chose 1 to 3 and 7 to 9) and core: by the core-outcome
    rule. Items that fewer than five people rated are left out.
    """
    keys = ["step", "scale", "item"]
    rows = [
        {**dict(zip(keys, key, strict=True)), **_judged(said["value"], limits)}
        for key, said in answers[answers["nine"]].groupby(keys, observed=True)
        if said["author"].nunique() >= FLOOR
    ]
    found = framed(rows, JUDGED, answers)
    return ranked(found, ["median", "critical", "n"], "item", within=["step", "scale"])


def _judged(values: pd.Series, limits: Thresholds) -> dict[str, object]:
    core, spread = statistics.core_outcome(values, limits), statistics.ipras(values)
    return {
        "n": spread.n,
        "median": spread.median,
        "p30": spread.low,
        "p70": spread.high,
        "ipras": round(spread.ipras, 2),
        "disagree": spread.disagreement,
        "panel": _panel(values),
        "limited": round(100 * core.limited),
        "critical": round(100 * core.critical),
        "core": core.verdict,
    }


def _panel(values: pd.Series) -> str | None:
    """The verdict by counts; None for panels of other sizes, which have no published counts."""
    try:
        return statistics.rand_ucla(values).level
    except Undefined:
        return None
