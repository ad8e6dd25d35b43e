"""What the statistics share: reading what they are given, and the ends of a resampled interval."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ...errors import Undefined

Numbers = NDArray[np.float64]


def given(values: Iterable[float | None]) -> Numbers:
    """The numbers there are, in their order; what is missing (None, NaN, NA) is left out.

    Raises
    ------
    Undefined
        Something is no finite number.
    """
    return _floats([value for value in values if not pd.isna(value)])


def table(values: pd.DataFrame | ArrayLike, rows: str, columns: str) -> pd.DataFrame:
    """Rows by columns, such as items by people; a missing cell stays missing.

    Raises
    ------
    Undefined
        It is no table, or it has no rows or no columns.
    """
    found = values if isinstance(values, pd.DataFrame) else np.asarray(values)
    if isinstance(found, np.ndarray):
        if found.ndim != 2:
            raise Undefined(f"This needs a table of {rows} by {columns}.")
        found = pd.DataFrame(found)
    if found.empty:
        raise Undefined(f"There are no {rows if not len(found) else columns} in the table.")
    return found


def counted(counts: pd.DataFrame | ArrayLike, rows: str, columns: str) -> Numbers:
    """A table of whole numbers from zero up, as an array.

    Raises
    ------
    Undefined
        A cell is missing, negative or no whole number.
    """
    found = _floats(table(counts, rows, columns).to_numpy(dtype=object).ravel())
    if (found < 0).any() or (found != np.round(found)).any():
        raise Undefined("Counts are whole numbers from zero up.")
    return found.reshape(np.shape(counts))


def in_order(rows: Numbers) -> Numbers:
    """The rows sorted by what is in them: what is drawn by chance then knows no order of rows."""
    return rows[np.lexsort(rows.T[::-1])]


def percentiles(draws: Numbers, confidence: float) -> tuple[float, float]:
    """The middle ``confidence`` of resampled values, each end a value that was drawn.

    The percentile interval of B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap
    (1993), chapter 13.
    """
    tail = (1 - confidence) / 2
    low = np.quantile(draws, tail, method="inverted_cdf")
    high = np.quantile(draws, 1 - tail, method="inverted_cdf")
    return float(low), float(high)


def _floats(values: Iterable[object]) -> Numbers:
    try:
        found = np.array([np.nan if pd.isna(value) else value for value in values], dtype=float)
    except (TypeError, ValueError) as error:
        raise Undefined("This needs numbers.") from error
    if not np.isfinite(found).all():
        raise Undefined("Every value has to be a finite number.")
    return found
