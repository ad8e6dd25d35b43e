"""A short run of the fault harness, each kind of fault that takes little time once."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.room import REPOSITORY

FAULTS = (
    "kernels killed",
    "template process killed",
    "server killed",
    "whole tree killed",
    "writes fail",
    "database locked",
    "line cut, both directions",
    "line cut, server to phone",
    "network changed",
    "connections ended",
    "kernels stopped",
    "everything stopped",
)


@pytest.mark.timeout(300)  # half a minute, but on a machine that does much else
def test_what_was_called_saved_is_there_once_and_in_order_after_twelve_faults() -> None:
    chosen = [part for kind in FAULTS for part in ("--only", kind)]
    sizes = ["--seed", "7", "--faults", str(len(FAULTS)), "--people", "3", "--pace", "0.3"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.faults", *sizes, *chosen],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Seed 7: 12 faults" in done.stdout
