"""What SQLite and PostgreSQL say in different words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ColumnElement, FunctionElement, literal


def insert_new(connection: Connection, table: Table) -> Insert:
    """An insert that leaves rows which are there already as they are."""
    is_sqlite = connection.dialect.name == "sqlite"
    new = sqlite.insert(table) if is_sqlite else postgresql.insert(table)
    return new.on_conflict_do_nothing()


class without(FunctionElement[Any]):  # noqa: N801  it reads as a function of SQL
    """A JSON object without some of its fields."""

    type = JSON()
    inherit_cache = True

    def __init__(self, body: ColumnElement[Any], *fields: str) -> None:
        super().__init__(body, *(literal(field) for field in fields))


@compiles(without, "sqlite")
def _in_sqlite(element: without, compiler: SQLCompiler, **options: Any) -> str:
    body, *fields = [compiler.process(clause, **options) for clause in element.clauses]
    paths = [f"'$.' || {field}" for field in fields]
    return f"json_remove({', '.join([body, *paths])})"


@compiles(without, "postgresql")
def _in_postgresql(element: without, compiler: SQLCompiler, **options: Any) -> str:
    body, *fields = [compiler.process(clause, **options) for clause in element.clauses]
    names = ", ".join(f"CAST({field} AS text)" for field in fields)
    return f"(CAST({body} AS jsonb) - ARRAY[{names}])"
