"""The backends that the contract suite runs over."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from lhs_widgets.store import Store
from lhs_widgets.store.backends import SAVED

MakeStore = Callable[[], Store]


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a store: a folder with an awkward name, or a database of its own."""
    if request.param == "sqlite":
        return str(tmp_path / "données & plus?#")
    return str(request.getfixturevalue("empty_database"))


@pytest.fixture
def saved(location: str) -> Path:
    """Where a store in a folder keeps its files."""
    return Path(location) / SAVED


@pytest.fixture
def make_store(location: str) -> Iterator[MakeStore]:
    """Opens the same store each time it is called, as another process would."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(Store(location))


@pytest.fixture
def store(make_store: MakeStore) -> Store:
    return make_store()


@pytest.fixture
def rows_read(store: Store) -> list[tuple[Any, ...]]:
    """Every row that the database gives out from here on, as it comes."""
    rows: list[tuple[Any, ...]] = []

    def keep(_: object, row: tuple[Any, ...]) -> tuple[Any, ...]:
        rows.append(tuple(row))
        return tuple(row)

    def watch(connection: Any, *_: object) -> None:
        is_sqlite = isinstance(connection, sqlite3.Connection)
        connection.row_factory = keep if is_sqlite else lambda cursor: partial(keep, cursor)

    event.listen(store._database._backend.engine, "checkout", watch)
    return rows
