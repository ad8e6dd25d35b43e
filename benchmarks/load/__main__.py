"""``python -m benchmarks.load --participants 300 --minutes 10``: a very large room, measured."""

from __future__ import annotations

import argparse
import asyncio
import math
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from ..contenders import Contender
from ..report import markdown_table, median, p95
from .running import Figures, Plan, Room

_SERVE = Contender(
    "our server",
    "lhs-widgets",
    lambda: [
        *(sys.executable, "-m", "benchmarks.load.serve", "serve", "--no-browser"),
        *("--port", "{port}", "--data", "{data}"),
    ],
    joins=True,
)


def main() -> None:
    options = _options()
    plan = Plan(options.participants, options.minutes, options.seed)
    figures = asyncio.run(_measure(plan))
    sys.stdout.write(f"{said(plan, figures)}\n")
    sys.exit(1 if figures.errors else 0)


async def _measure(plan: Plan) -> Figures:
    async with _SERVE.running() as server:
        return await Room(plan, server).run()


def said(plan: Plan, figures: Figures) -> str:
    """The figures as markdown."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    spread = {
        "from the form to a page that is ready": figures.joins,
        "an answer is confirmed as saved": figures.saves,
        "the same while newcomers find the room full": figures.saves_while_full,
        "a ballot is confirmed": figures.votes,
        "a move is on a page": figures.moves,
        "a reveal is on a page": figures.reveals,
        "a ballot is on a page": figures.ballots,
        "results are on a page": figures.results,
    }
    rows = [
        [name, str(len(times)), *map(_figure, _spread(times))] for name, times in spread.items()
    ]
    single = {
        "joins per second, all at the door within a minute": _per(figures.joins, figures.joining),
        "server CPU-s for a join": _per([figures.cpu_joining], len(figures.joins)),
        "server CPU while held, cores": _per([figures.cpu], figures.held),
        "memory after joining and at the end, PSS of the tree, MB": " and ".join(
            f"{each:.0f}" for each in figures.memory
        ),
        "open files of the server": str(figures.files),
        "newcomers told to wait while memory is short": str(figures.told_to_wait),
        "of them in once there is room": str(figures.came_in_after),
        "changes sent again after 4 s without an answer": str(figures.again),
        "errors": str(sum(figures.errors.values())),
        "load average while held: least, median, most": " ".join(
            f"{each:.1f}"
            for each in (min(figures.loads), median(figures.loads), max(figures.loads))
        ),
    }
    head = (
        f"Taken on {datetime.now(UTC):%Y-%m-%d}: {os.cpu_count()} cores, {memory:.0f} GB of "
        f"memory; {plan.participants} participants, held for {figures.held / 60:.1f} minutes."
    )
    return "\n\n".join(
        [
            head,
            markdown_table(["seconds until", "times", "median", "p95", "max"], rows),
            markdown_table(["", "figure"], list(map(list, single.items()))),
            *(f"- {number} × {error}" for error, number in figures.errors.most_common()),
        ]
    )


def _spread(times: Sequence[float]) -> tuple[float, float, float]:
    return median(times), p95(times), max(times, default=math.nan)


def _figure(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.3f}" if value < 1 else f"{value:.1f}"


def _per(values: Sequence[float], whole: float) -> str:
    """How many of these, or how much of the one value there is, for each of a whole."""
    if not whole:
        return "–"
    return f"{(values[0] if len(values) == 1 else len(values)) / whole:.2f}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--participants", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
