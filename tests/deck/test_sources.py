"""The page that says what of the sources is in the decks tells the truth."""

from __future__ import annotations

import importlib.machinery
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def make_sources() -> ModuleType:
    """The script that writes the page."""
    loader = importlib.machinery.SourceFileLoader(
        "make_sources", str(ROOT / "scripts/make-sources")
    )
    spec = importlib.util.spec_from_loader("make_sources", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_the_page_is_what_the_decks_hold(make_sources: ModuleType) -> None:
    assert make_sources.WRITTEN.read_text("utf-8") == make_sources.text()


def test_each_thing_is_in_a_deck_or_has_a_reason_why_not(make_sources: ModuleType) -> None:
    from ruamel.yaml import YAML

    noted = YAML(typ="safe", pure=True).load(make_sources.NOTED)
    rows = [row for source in noted for row in source["holds"]]
    where = ("lists", "steps", "cards", "roles", "left_out")
    assert [row["what"] for row in rows if not any(row.get(key) for key in where)] == []
