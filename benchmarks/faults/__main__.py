"""``python -m benchmarks.faults --seed N --faults 200``: exits 1 if anything is lost or doubled."""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

from ..report import markdown_table, median, p95
from ..runs import tell
from .kinds import FAULTS
from .running import Outcome, Plan, run


def main() -> None:
    options = _options()
    plan = Plan(
        seed=options.seed,
        faults=options.faults,
        people=options.people,
        only=tuple(options.only),
        calm=options.calm,
        pace=options.pace,
    )
    tell(f"seed {plan.seed}")
    with tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True) as folder:
        try:
            outcome = asyncio.run(_run(plan, Path(folder)))
        finally:
            if options.keep_log:
                options.keep_log.write_bytes((Path(folder) / "server.log").read_bytes())
    sys.stdout.write(f"{said(plan, outcome)}\n")
    sys.exit(0 if outcome.is_good else 1)


def said(plan: Plan, outcome: Outcome) -> str:
    """The run as markdown."""
    verdict = outcome.verdict
    assert verdict
    counted = Counter(outcome.kinds)
    rows = [
        _row(kind, counted[kind], outcome.recoveries.get(kind, []))
        for kind in FAULTS
        if counted[kind]
    ]
    every = [seconds for each in outcome.recoveries.values() for seconds in each]
    rows.append(_row("all", len(outcome.kinds), every))
    heads = ["fault", "times", "recovered after, s: median", "p95", "max"]
    figures = {
        "answers acknowledged": verdict.confirmed,
        "lost": len(verdict.lost),
        "duplicated": len(verdict.duplicated),
        "out of order": len(verdict.disordered),
        "older words at the end": len(verdict.undone),
        "with words nobody sent": len(verdict.altered),
        "refused": len(outcome.refused),
        "not recovered three minutes after the last fault": len(outcome.stuck),
        "starts of the server": outcome.starts,
        "pages fetched anew": outcome.renewals,
    }
    lines = [
        f"Seed {plan.seed}: {len(outcome.kinds)} faults in {outcome.seconds / 60:.1f} minutes.",
        markdown_table(heads, rows),
        markdown_table(["", "number"], [[name, str(count)] for name, count in figures.items()]),
        f"The database is {'sound' if outcome.is_sound else 'NOT sound'} (integrity_check).",
        *_counted("not recovered from", outcome.stuck),
        *_counted("refused", outcome.refused),
        *_counted("the server ended by itself, saying", outcome.last_words),
        "Nothing was lost." if outcome.is_good else "SOMETHING IS WRONG.",
    ]
    return "\n\n".join(lines)


def _counted(what: str, said: list[str]) -> list[str]:
    return [f"- {number} × {what}: {words}" for words, number in Counter(said).most_common()]


def _row(name: str, times: int, seconds: list[float]) -> list[str]:
    figures = [median(seconds), p95(seconds), max(seconds, default=float("nan"))]
    return [name, str(times), *(f"{figure:.1f}" for figure in figures)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--calm", action="store_true", help="let all recover between two faults")
    parser.add_argument(
        "--pace", type=float, default=1.0, help="what durations are multiplied with"
    )
    parser.add_argument("--only", action="append", choices=FAULTS, default=[])
    parser.add_argument("--keep-log", type=Path, metavar="FILE", help="the server's log")
    return parser.parse_args()


async def _run(plan: Plan, folder: Path) -> Outcome:
    task = asyncio.current_task()
    assert task
    # Ended from outside, it still ends its servers.
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await run(plan, folder, tell)


if __name__ == "__main__":
    main()
