"""What every test may ask for: a small deck, a store in a folder of its own, a workshop in it."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from benchmarks.postgresql import QUICK, Cluster, cluster
from lhs_widgets.deck import Deck, parse_deck
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop.codes import fingerprint
from tests.support.workshops import SMALL_DECK, move

# A busy machine is no mistake; pytest-timeout ends what never ends.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a test that waits for a page leaves its own to others."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="module", autouse=True)
def _own_garbage() -> Iterator[None]:
    """What a file leaves open is found at its end, not in the middle of another file's tests."""
    yield
    gc.collect()
    gc.freeze()  # what is in use now would be looked through again after each file, and in between


@pytest.fixture
def small_deck_yaml() -> str:
    return SMALL_DECK


@pytest.fixture(scope="session")
def small_deck() -> Deck:
    return parse_deck(SMALL_DECK)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL server."""
    with cluster(*QUICK) as running:
        yield running


@pytest.fixture(scope="session")
def _database(postgresql: Cluster) -> str:
    url = postgresql.new_database()
    Store(url).close()
    return url


@pytest.fixture
def empty_database(postgresql: Cluster, _database: str) -> str:
    """The URL of a database with our tables and nothing in them."""
    postgresql.empty(_database)
    return _database


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data") as store:
        yield store


@pytest.fixture
def record(store: Store) -> Record:
    """A workshop that has reached its last step."""
    record = store.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
    move(record, "challenges")
    return record
