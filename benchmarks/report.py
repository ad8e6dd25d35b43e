"""Tables of figures, as markdown, and their place in ``docs/performance.md``."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PERFORMANCE = Path(__file__).parents[1] / "docs" / "performance.md"
START = "<!-- what follows is written by `python -m benchmarks` -->"
END = "<!-- end of what is written by `python -m benchmarks` -->"

_PROSE = """\
# Performance

How fast and how light the workbook is, measured beside what else one could use.
"""


@dataclass
class Table:
    """Figures, one row for each thing measured.

    Parameters
    ----------
    name
        What ``--only`` calls it.
    title
        The heading.
    about
        What the figures mean and how they were taken.
    columns
        The key of each figure, and the head of its column.
    rows
        The figures of each row; a missing one is shown as a dash.
    notes
        Sentences below the table, such as why a row is missing.
    """

    name: str
    title: str
    about: str
    columns: Mapping[str, str]
    rows: dict[str, dict[str, float]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        rows = [
            [name, *(_figure(figures.get(key)) for key in self.columns)]
            for name, figures in self.rows.items()
        ]
        grid = markdown_table(["", *self.columns.values()], rows)
        notes = "\n".join(f"- {note}" for note in self.notes)
        return "\n\n".join(filter(None, [f"### {self.title}", self.about, grid, notes]))


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; all columns but the first are right-aligned."""
    rule = ["---", *["--:"] * (len(heads) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, rule, *rows])


def median(values: Iterable[float]) -> float:
    """The median; nan of nothing."""
    known = list(values)
    return statistics.median(known) if known else math.nan


def p95(values: Iterable[float]) -> float:
    """The value that 95 % do not exceed: the nearest rank, so one that was really measured."""
    ordered = sorted(values)
    return ordered[math.ceil(0.95 * len(ordered)) - 1] if ordered else math.nan


def write(generated: str, file: Path = PERFORMANCE) -> None:
    """Put the generated part into the page, and leave the prose around it as it is."""
    page = file.read_text("utf-8") if file.is_file() else f"{_PROSE}\n{START}\n{END}\n"
    before, _, rest = page.partition(START)
    after = rest.partition(END)[2]
    file.write_text(f"{before}{START}\n\n{generated}\n\n{END}{after}", "utf-8")


def _figure(value: float | None) -> str:
    if value is None or math.isnan(value):
        return "–"
    if math.isinf(value):
        return "never"
    digits = 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f}"
