"""Whether frames keep what the tables declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .fields import Field, Table
from .schema import TABLES

if TYPE_CHECKING:
    import pandas as pd


def broken_rules(tables: dict[str, pd.DataFrame]) -> Iterator[str]:
    """Each rule that a table breaks, as half a sentence."""
    for table in TABLES:
        frame = tables[table.name]
        if frame.duplicated(list(table.key)).any():
            yield f"the table {table.name} has two rows with the same key"
        for field in table.fields:
            yield from _broken_by(table, field, frame[field.name].dropna(), len(frame))
        for field in table.links:
            target, column = field.target
            if not frame[field.name].dropna().isin(tables[target][column]).all():
                yield f"{table.name}.{field.name} points to a row that {target} lacks"
    if len(tables["workshop"]) != 1:
        yield "the table workshop doesn't have one row"


def _broken_by(table: Table, field: Field, given: pd.Series, rows: int) -> Iterator[str]:
    column = f"{table.name}.{field.name}"
    if field.required and len(given) < rows:
        yield f"{column} has empty cells"
    if field.enum and not given.isin(field.enum).all():
        yield f"{column} has a value that is not in the codebook"
    if field.minimum is not None and (given < field.minimum).any():
        yield f"{column} has a value under {field.minimum}"
