"""How much memory a server thinks it may still use."""

from __future__ import annotations

from pathlib import Path

import pytest

from lhs_widgets.server.memory import (
    _of_the_machine,
    _of_the_service,
    available_memory,
    can_merge,
)

MB = 2**20


def a_group(folder: Path, limit: str) -> Path:
    """A control group as the kernel shows it: 700 MB used, 200 MB of them files that can go."""
    (folder / "memory.max").write_text(f"{limit}\n")
    (folder / "memory.current").write_text(f"{700 * MB}\n")
    (folder / "memory.stat").write_text(f"anon 1\ninactive_file {200 * MB}\n")
    return folder


def test_the_limit_of_a_container_or_a_unit_counts(tmp_path: Path) -> None:
    assert _of_the_service(a_group(tmp_path, str(1000 * MB))) == 500 * MB


@pytest.mark.parametrize("limit", ["max", ""])
def test_where_there_is_no_limit_there_is_plenty(tmp_path: Path, limit: str) -> None:
    assert _of_the_service(a_group(tmp_path, limit)) > 2**60
    assert _of_the_service(tmp_path / "missing") > 2**60


def test_a_system_that_does_not_say_is_not_in_the_way(tmp_path: Path) -> None:
    assert _of_the_machine(tmp_path / "missing") > 2**60


def test_the_memory_of_this_machine_is_read() -> None:
    assert MB < available_memory() < 2**60


def ksm(folder: Path, run: str) -> Path:
    (folder / "run").write_text(f"{run}\n")
    return folder


def test_merging_is_advised_where_it_is_possible_and_off(tmp_path: Path) -> None:
    assert not can_merge(tmp_path / "missing")
    assert not can_merge(ksm(tmp_path, "0")), "an older Linux"
    (tmp_path / "general_profit").touch()
    assert can_merge(ksm(tmp_path, "0"))
    assert not can_merge(ksm(tmp_path, "1"))
