"""What a table of the package is made of: typed columns with a description in each language.

Nothing here imports pandas or pyarrow.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Literal

Type = Literal["string", "integer", "boolean", "datetime"]

#: The pandas dtype each type is read as; every one of them can be missing.
DTYPES: dict[Type, str] = {
    "string": "string",
    "integer": "Int64",
    "boolean": "boolean",
    "datetime": "datetime64[ms, UTC]",
}


@dataclass(frozen=True)
class Field:
    """One column. ``refers`` is the column it points to, such as ``steps.step``; ``unit`` is for
    numbers. ``added`` is for a column that packages of this format were written without at first:
    it may be missing, and is then empty."""

    name: str
    type: Type
    en: str = ""
    fr: str = ""
    required: bool = True
    enum: tuple[str, ...] = ()
    minimum: int | None = None
    refers: str = ""
    unit: str = ""
    added: bool = False

    @property
    def target(self) -> tuple[str, str]:
        """The table and the column it points to."""
        table, _, column = self.refers.partition(".")
        return table, column

    def descriptor(self) -> dict[str, Any]:
        """The column as a Table Schema field."""
        constraints: dict[str, Any] = {}
        if self.required:
            constraints["required"] = True
        if self.enum:
            constraints["enum"] = list(self.enum)
        if self.minimum is not None:
            constraints["minimum"] = self.minimum
        found: dict[str, Any] = {
            "name": self.name,
            "type": self.type,
            "description": self.en,
            "description_fr": self.fr,
        }
        if self.unit:
            found["unit"] = self.unit
        if constraints:
            found["constraints"] = constraints
        return found


@dataclass(frozen=True)
class Table:
    """One table. ``key`` holds the columns that name a row; rows are sorted by it."""

    name: str
    en: str
    fr: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    @property
    def dtypes(self) -> dict[str, str]:
        """The pandas dtype of each column."""
        return {field.name: DTYPES[field.type] for field in self.fields}

    @property
    def links(self) -> tuple[Field, ...]:
        """The columns that point to a row of a table."""
        return tuple(field for field in self.fields if field.refers)

    @property
    def csv(self) -> str:
        return f"{self.name}.csv"

    @property
    def parquet(self) -> str:
        return f"{self.name}.parquet"

    def among(self, columns: Collection[str]) -> Table:
        """The table as it was before those of its added columns that are not among ``columns``."""
        kept = tuple(f for f in self.fields if not f.added or f.name in columns)
        return replace(self, fields=kept)

    def descriptor(self) -> dict[str, Any]:
        """The table as a Table Schema."""
        schema: dict[str, Any] = {
            "fields": [field.descriptor() for field in self.fields],
            "missingValues": [""],
            "primaryKey": list(self.key),
        }
        links = [self._foreign_key(field) for field in self.links]
        return {**schema, "foreignKeys": links} if links else schema

    def _foreign_key(self, field: Field) -> dict[str, Any]:
        table, column = field.target
        # the standard writes a link inside one table with an empty name
        resource = "" if table == self.name else table
        reference = {"resource": resource, "fields": [column]}
        return {"fields": [field.name], "reference": reference}
