"""``python -m benchmarks``: measure, print the tables, and note them in ``docs/performance.md``."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import time
from collections.abc import Awaitable, Callable

from . import machine, report, targets
from .report import Table
from .runs import QUICK, Plan, tell
from .tables import joins, live, memory, networks, phone, replicas, visits

TABLES: dict[str, Callable[[Plan], Awaitable[Table]]] = {
    "visits": visits.measure,
    "phone": phone.measure,
    "memory": memory.measure,
    "joins": joins.measure,
    "live": live.measure,
    "replicas": replicas.measure,
    "networks": networks.measure,
}


def main() -> None:
    options = _options()
    start = time.monotonic()
    try:
        plan = QUICK if options.quick else Plan()
        tables = asyncio.run(_measure(options.only or list(TABLES), plan))
    except asyncio.CancelledError:
        sys.exit("ended from outside")
    minutes = (time.monotonic() - start) / 60
    parts = [
        machine.describe(),
        f"The run took {minutes:.0f} minutes.",
        *(table.markdown() for table in tables.values()),
        targets.markdown(tables),
    ]
    generated = "\n\n".join(parts)
    sys.stdout.write(generated + "\n")
    if options.write or not (options.only or options.quick):
        report.write(generated)


async def _measure(names: list[str], plan: Plan) -> dict[str, Table]:
    task = asyncio.current_task()
    assert task
    # Ended from outside, it still ends its servers and browsers.
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    tables = {}
    for name in names:
        start = time.monotonic()
        tables[name] = await TABLES[name](plan)
        # Also said at once: an error in a later table must not lose this one.
        tell(f"{tables[name].markdown()}\n\n{name}: {time.monotonic() - start:.0f} s")
    return tables


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="measure less often")
    parser.add_argument(
        "--only", action="append", choices=TABLES, help="one table; may be repeated"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="note the tables in docs/performance.md even when they are not all, or quick",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
