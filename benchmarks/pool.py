"""``python -m benchmarks.pool``: how long a pool takes to analyse, from 10³ to 10⁶ answers.

Every size is measured in a process of its own, which reads the pool (hashes and rules checked) and
makes every measure across workshops with its chart and its sentence.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .report import Table
from .runs import tell

SIZES = (1, 10, 100, 1000)

ABOUT = """\
Pools of made-up workshops of the roadmap, 40 people and 1000 answers each, with two ratings an
answer, 720 ballots and 1000 events a workshop. *Libraries*: pandas, altair and ours are
loaded. *Read*: the folder is read, every hash and rule checked. *Measures*: every measure across
workshops, with its chart and sentence. *Growth*: the exponent of the seconds of both from the size
above to this one; 1 is linear. *Memory*: the most the process held."""

COLUMNS = {
    "rows": "rows in all tables",
    "disk": "MB on disk",
    "pool": "written in, s",
    "load": "libraries, s",
    "read": "read, s",
    "measure": "measures, s",
    "total": "read and measures, s",
    "growth": "growth",
    "memory": "memory, MB",
}


def main() -> None:
    options = _options()
    if options.measure:
        sys.stdout.write(json.dumps(analysed(options.measure)))
        return
    sys.stdout.write(f"{_machine()}\n\n{compare(options.sizes or SIZES).markdown()}\n")


def compare(sizes: list[int] | tuple[int, ...]) -> Table:
    """The table of all sizes, each a number of workshops."""
    table = Table("pool", "Pools", ABOUT, COLUMNS)
    before: tuple[int, float] | None = None
    for workshops in sizes:
        tell(f"pool: {workshops} workshops")
        figures = _measured(workshops)
        figures["total"] = figures["read"] + figures["measure"]
        if before:
            figures["growth"] = math.log(figures["total"] / before[1]) / math.log(
                workshops / before[0]
            )
        before = (workshops, figures["total"])
        table.rows[f"{1000 * workshops:,} answers, {workshops:,} workshops"] = figures
    return table


def analysed(folder: str | Path) -> dict[str, float]:
    """Seconds to read a pool and to make every measure, and the memory it took."""
    start = time.perf_counter()
    from lhs_widgets.analysis.across import charts, frames, measures, sentences  # noqa: F401
    from lhs_widgets.package import read_pool

    figures = {"load": time.perf_counter() - start}
    start = time.perf_counter()
    pool = read_pool(folder)
    figures["read"] = time.perf_counter() - start
    figures["rows"] = sum(map(len, pool.tables.values()))
    for name, measure in parts(pool):
        before = time.perf_counter()
        measure()
        tell(f"  {name}: {time.perf_counter() - before:.1f} s")
    figures["measure"] = time.perf_counter() - start - figures["read"]
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return figures


def parts(pool: object) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each section of the notebook across workshops."""
    from lhs_widgets.analysis import words
    from lhs_widgets.analysis.across import charts, frames, measures, sentences

    made: dict[str, Callable[[], object]] = {
        "attending": lambda: measures.attending(frames.workshops(pool, "en"), words.SMALLER("en")),
        "returning_roles": lambda: measures.returning(frames.said(pool, "role", "en")),
        "returning_conditions": lambda: measures.returning(frames.said(pool, "condition", "en")),
        "returning_challenges": lambda: measures.returning(frames.said(pool, "challenge", "en")),
        "wishing": lambda: measures.wishing(frames.roles(pool, "en")),
        "agreeing": lambda: measures.agreeing(frames.checks(pool, "en")),
    }

    def shown(name: str) -> Callable[[], object]:
        def show() -> None:
            measure = made[name]()
            getattr(charts, name)(measure, "en").to_dict()
            getattr(sentences, name)(measure, "en")

        return show

    yield from ((name, shown(name)) for name in made)


def _measured(workshops: int) -> dict[str, float]:
    from lhs_widgets.package.pooling import write_pool

    from .made_up import made_up_pool

    with tempfile.TemporaryDirectory() as work:
        folder = Path(work, "pool")
        made = made_up_pool(workshops)
        start = time.perf_counter()
        write_pool(made, folder)
        written = time.perf_counter() - start
        del made
        command = [sys.executable, "-m", "benchmarks.pool", "--measure", str(folder)]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
        disk = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    return {**json.loads(done.stdout), "pool": written, "disk": disk}


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"Taken on {os.cpu_count()} cores with {memory:.0f} GB of memory, "
        f"Python {platform.python_version()}."
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pool", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, help="workshops in each pool")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
