"""What we want to reach: each target, what was reached, and whether that meets it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import merging
from .contenders import JOIN, NICEGUI, OURS, STOCK
from .report import Table, markdown_table

Tables = Mapping[str, Table]
#: The pages that the targets of a visit are for: our real one, and our form beside the others'.
SUBJECTS = (JOIN.name, OURS.name)


@dataclass(frozen=True)
class Target:
    """A bound on a figure: on a ratio (×) from below, on anything else from above."""

    words: str
    bound: float
    figure: Callable[[Tables, str], float]
    unit: str = ""

    @property
    def at_least(self) -> bool:
        return self.unit == "×"

    def is_met(self, reached: float) -> bool:
        return reached >= self.bound if self.at_least else reached <= self.bound


def _value(tables: Tables, table: str, row: str, column: str) -> float:
    """A figure; nan when it was not measured."""
    rows = tables[table].rows if table in tables else {}
    return rows.get(row, {}).get(column, math.nan)


def _plain(table: str, column: str) -> Callable[[Tables, str], float]:
    return lambda tables, subject: _value(tables, table, subject, column)


def _sooner(table: str, column: str, than: str) -> Callable[[Tables, str], float]:
    def ratio(tables: Tables, subject: str) -> float:
        return _value(tables, table, than, column) / _value(tables, table, subject, column)

    return ratio


def _later_than_alone(tables: Tables, subject: str) -> float:
    first, alone = (_value(tables, "joins", subject, column) for column in ("first", "alone"))
    return first - alone


def _merged(tables: Tables, subject: str) -> float:
    return _value(tables, "memory", merging.row(subject), "slope")


def _live(row: str, column: str) -> Callable[[Tables, str], float]:
    """The live session is of our real pages, so only these have a figure."""
    return lambda tables, subject: (
        _value(tables, "live", row, column) if subject == JOIN.name else math.nan
    )


TARGETS = (
    Target("usable sooner than stock Voilà", 6, _sooner("visits", "usable", STOCK.name), "×"),
    Target("usable sooner than NiceGUI", 1, _sooner("visits", "usable", NICEGUI.name), "×"),
    Target("slow phone: than stock Voilà", 20, _sooner("phone", "usable", STOCK.name), "×"),
    Target("first visit, received", 60, _plain("visits", "kb"), "kB"),
    Target("first visit, requests", 6, _plain("visits", "requests")),
    Target("37 joins: last, than stock Voilà", 6, _sooner("joins", "last", STOCK.name), "×"),
    Target("37 joins: first, later than alone", 0.5, _later_than_alone, "s"),
    Target("server CPU per visit", 0.25, _plain("visits", "server_cpu"), "s"),
    Target("memory per open page", 15, _plain("memory", "slope"), "MB"),
    Target("the same, equal memory merged (KSM)", 15, _merged, "MB"),
    Target("50 idle pages, of a core", 3, _plain("joins", "idle"), "%"),
    Target("live: move, p95", 1.5, _live("move, s", "p95"), "s"),
    Target("live: counted, p95", 1, _live("counted, s", "p95"), "s"),
    Target("live: idle, of a core", 10, _live("idle, % of a core", "median"), "%"),
)


def markdown(tables: Tables) -> str:
    """Every target and what was reached."""
    rows = [_row(target, tables) for target in TARGETS]
    return "### Targets\n\n" + markdown_table(["", "target", *SUBJECTS], rows)


def _row(target: Target, tables: Tables) -> list[str]:
    side = "≥" if target.at_least else "≤"
    reached = [_verdict(target, target.figure(tables, subject)) for subject in SUBJECTS]
    return [target.words, f"{side} {target.bound:g} {target.unit}".strip(), *reached]


def _verdict(target: Target, reached: float) -> str:
    if math.isnan(reached):
        return "–"
    met = "met" if target.is_met(reached) else "**not met**"
    return f"{reached:.2f} {target.unit}".strip() + f", {met}"
