"""The example package, and the same with some of its tables changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from lhs_widgets.package import Package, read_package
from lhs_widgets.report import Report, gather

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "data" / "example"

Change = Callable[..., Package]


@pytest.fixture(scope="session")
def example() -> Package:
    return read_package(EXAMPLE)


@pytest.fixture(scope="session")
def french(example: Package) -> Report:
    return gather(example, "fr")


@pytest.fixture(scope="session")
def english(example: Package) -> Report:
    return gather(example, "en")


@pytest.fixture(scope="session")
def changed(example: Package) -> Change:
    """The example with other tables: each is made from the one that is there."""

    def change(**tables: Callable[[pd.DataFrame], pd.DataFrame]) -> Package:
        made = {name: make(example.tables[name].copy()) for name, make in tables.items()}
        return Package(example.deck, {**example.tables, **made})

    return change


@pytest.fixture(scope="session")
def bare(example: Package) -> Report:
    """The example as if nobody had come and nothing been said."""
    kept = ("workshop", "steps", "stages")
    workshop = example.tables["workshop"].assign(participants=0, contributions=0)
    empty = {name: table.head(0) for name, table in example.tables.items() if name not in kept}
    return gather(Package(example.deck, {**example.tables, **empty, "workshop": workshop}), "en")
