"""What a table of the package is made of: typed columns with a description in each language.

Nothing here imports pandas or pyarrow.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    numbers."""

    name: str
    type: Type
    en: str = ""
    fr: str = ""
    required: bool = True
    enum: tuple[str, ...] = ()
    pattern: str = ""
    minimum: int | None = None
    refers: str = ""
    unit: str = ""

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
        if self.pattern:
            constraints["pattern"] = self.pattern
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
    """One table. ``key`` holds the columns that name a row; rows are sorted by it.

    Where a table holds several workshops, ``within`` is the column that names a row's own: links
    lead to a row of the same workshop. A package may lack an ``optional`` table: it was written
    before there was one, and its format is the same.
    """

    name: str
    en: str
    fr: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    within: str = ""
    optional: bool = False

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

    def descriptor(self) -> dict[str, Any]:
        """The table as a Table Schema."""
        schema: dict[str, Any] = {
            "fields": [field.descriptor() for field in self.fields],
            "missingValues": [""],
            "primaryKey": list(self.key),
        }
        # `frictionless` looks up a pair even where half of it is empty, so such links stand beside
        sure = [f for f in self.links if f.required or not self._is_pair(f)]
        pairs = [f for f in self.links if f not in sure]
        for name, links in (("foreignKeys", sure), ("links", pairs)):
            if links:
                schema[name] = [self._foreign_key(field) for field in links]
        return schema

    def columns_of(self, link: Field) -> tuple[list[str], list[str]]:
        """The columns of a link here, and those they are found in there."""
        _, column = link.target
        if self._is_pair(link):
            return [self.within, link.name], ["workshop", column]
        return [link.name], [column]

    def _is_pair(self, link: Field) -> bool:
        return bool(self.within) and link.target[0] != "workshop"

    def _foreign_key(self, link: Field) -> dict[str, Any]:
        here, there = self.columns_of(link)
        table, _ = link.target
        # the standard writes a link inside one table with an empty name
        resource = "" if table == self.name else table
        return {"fields": here, "reference": {"resource": resource, "fields": there}}
