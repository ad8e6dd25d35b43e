"""The backends that the contract suite runs over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from lhs_widgets.store import Store

MakeStore = Callable[[], Store]


@pytest.fixture(params=["sqlite"])
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeStore]:
    """Opens the same store each time it is called, as another process would.

    A second backend joins the suite with a name among the parameters and its location here.
    """
    locations = {"sqlite": tmp_path / "données & plus?#"}
    with ExitStack() as opened:
        yield lambda: opened.enter_context(Store(locations[request.param]))


@pytest.fixture
def store(make_store: MakeStore) -> Store:
    return make_store()


@pytest.fixture
def rows_read(store: Store) -> list[tuple[Any, ...]]:
    """Every row that the database gives out from here on, as it comes."""
    rows: list[tuple[Any, ...]] = []

    def keep(_: object, row: tuple[Any, ...]) -> tuple[Any, ...]:
        rows.append(row)
        return row

    def watch(connection: Any, *_: object) -> None:
        connection.row_factory = keep

    event.listen(store._database._engine, "checkout", watch)
    return rows
