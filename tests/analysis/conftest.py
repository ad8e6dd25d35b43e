"""Packages to analyse: the example, and small ones made of a few answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lhs_widgets.deck import deck_text, load_deck
from lhs_widgets.package import Package, Source, read_package, write_package
from lhs_widgets.workshop import Event, Kind

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "data" / "example"
NOTEBOOKS = ROOT / "workbooks" / "analysis"

Answer = tuple[str, dict[str, Any]]


@pytest.fixture(scope="session")
def example() -> Package:
    return read_package(EXAMPLE)


@pytest.fixture
def folder_of(tmp_path: Path) -> Callable[..., Path]:
    """Writes a package of the roadmap deck: people by group, and who answered what."""

    def write(people: dict[str, str | None], answers: list[Answer]) -> Path:
        at = datetime(2026, 1, 15, 13, tzinfo=UTC)
        bodies: list[tuple[Kind, str | None, dict[str, Any]]] = [
            (Kind.OPENED, None, {"title": "Small"}),
            *((Kind.JOINED, who, {"language": "en", "group": g}) for who, g in people.items()),
            *((Kind.CONTRIBUTED, who, {"language": "en", **said}) for who, said in answers),
            (Kind.FINISHED, None, {}),
        ]
        events = [
            Event(
                id=f"event-{place}",
                kind=kind,
                at=at,
                origin="participant",
                participant=who,
                step=body.get("step"),
                body=body,
            )
            for place, (kind, who, body) in enumerate(bodies)
        ]
        source = Source("TST234", load_deck("roadmap"), deck_text("roadmap"), events)
        return write_package(source, tmp_path / "package")

    return write


@pytest.fixture
def package_of(folder_of: Callable[..., Path]) -> Callable[..., Package]:
    def read(people: dict[str, str | None], answers: list[Answer]) -> Package:
        return read_package(folder_of(people, answers))

    return read
