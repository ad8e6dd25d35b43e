"""Whether frames keep what the tables declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .fields import Field, Table

if TYPE_CHECKING:
    import pandas as pd


def broken_rules(tables: Mapping[str, pd.DataFrame], declared: Sequence[Table]) -> Iterator[str]:
    """Each rule that a table breaks, as half a sentence."""
    for table in declared:
        frame = tables[table.name]
        if frame.empty:
            continue
        if frame.duplicated(list(table.key)).any():
            yield f"the table {table.name} has two rows with the same key"
        for field in table.fields:
            yield from _broken_by(table, field, frame[field.name])
        for field in table.links:
            here, there = table.columns_of(field)
            if not _leads(frame[here], tables[field.target[0]][there]):
                yield f"{table.name}.{field.name} points to a row that {field.target[0]} lacks"
    if not any(table.within for table in declared) and len(tables["workshop"]) != 1:
        yield "the table workshop doesn't have one row"


def _leads(pointers: pd.DataFrame, targets: pd.DataFrame) -> bool:
    """Whether each row without a gap is found among the targets."""
    given = pointers.dropna()
    if given.empty:
        return True
    given = given.drop_duplicates()
    if len(given.columns) == 1:
        return bool(given.iloc[:, 0].isin(targets.iloc[:, 0]).all())
    there = targets.drop_duplicates().set_axis(given.columns, axis="columns")
    return len(given.merge(there, on=list(given.columns))) == len(given)


def _broken_by(table: Table, field: Field, cells: pd.Series) -> Iterator[str]:
    column = f"{table.name}.{field.name}"
    if field.required and cells.hasnans:
        yield f"{column} has empty cells"
    if field.enum and not cells.dropna().isin(field.enum).all():
        yield f"{column} has a value that is not in the codebook"
    if field.pattern and not cells.dropna().str.fullmatch(field.pattern).all():
        yield f"{column} has a value that is not as the codebook says"
    if field.minimum is not None and (cells < field.minimum).any():
        yield f"{column} has a value under {field.minimum}"
