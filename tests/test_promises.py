"""Pages that promise something name a test for each promise; the tests have to be there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PAGES = ["who-sees-what.md", "security.md", "accessibility.md", "design-system.md"]


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_the_page_names_exists(page: str) -> None:
    text = (HERE.parent / "docs" / page).read_text("utf-8")
    files = {str(file.relative_to(HERE)): file for file in HERE.rglob("test_*.py")}
    tests = {
        name
        for file in files.values()
        for name in re.findall(r"def (test_\w+)", file.read_text("utf-8"))
    }
    named = set(re.findall(r"`(test_\w+)`", text))
    assert named
    assert named - tests == set()
    named_files = {name.removeprefix("tests/") for name in re.findall(r"`([\w/]+\.py)`", text)}
    missing = {
        name
        for name in named_files
        if "test_" in name and not {name, f"server/{name}"} & set(files)
    }
    assert missing == set()
