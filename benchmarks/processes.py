"""What a server or a browser uses, with all its child processes, read from ``/proc``."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


def tree(root: int) -> list[int]:
    """A process and all that descend from it, the root first."""
    parents = dict(_parents())
    children: dict[int, list[int]] = {}
    for process, parent in parents.items():
        children.setdefault(parent, []).append(process)
    found = [root]
    for process in found:
        found += children.get(process, [])
    return found


def cpu_seconds(root: int) -> float:
    """CPU time of the tree so far, children that have ended included; 10 ms of resolution."""
    return sum(_ticks(process) for process in tree(root)) / _TICKS


def memory_mb(root: int) -> float:
    """PSS of the tree: private memory, plus a fair part of what is shared, in MB (10**6 bytes)."""
    return sum(_pss(process) for process in tree(root)) * 1024 / 1e6


async def quiet(
    *roots: int, share: float = 0.04, seconds: float = 0.5, patience: float = 15
) -> None:
    """Wait until trees together use less than ``share`` of a core."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        before = sum(map(cpu_seconds, roots))
        await asyncio.sleep(seconds)
        if sum(map(cpu_seconds, roots)) - before < share * seconds:
            return


def _parents() -> Iterator[tuple[int, int]]:
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            yield int(entry.name), int(fields[1])


def _ticks(process: int) -> int:
    fields = _stat(process)
    return sum(map(int, fields[11:15])) if fields else 0


def _stat(process: int) -> list[str]:
    """The fields of ``/proc/PID/stat`` from the state on; [] when the process has ended."""
    try:
        text = (_PROC / str(process) / "stat").read_text()
    except OSError:
        return []
    return text.rpartition(")")[2].split()


def _pss(process: int) -> int:
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
