"""A CSV table as people save it: with ; or , and with or without a byte-order mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..errors import Problem

LARGEST_FILE = 2 * 2**20  # bytes
MOST_ROWS = 5000


@dataclass
class Problems:
    """The mistakes found in a file, each told with its line and how to mend it."""

    file: str
    found: list[Problem] = field(default_factory=list)

    def add(self, line: int, column: str, wrong: str, mend: str) -> None:
        self.found.append(Problem(self.file, line, column, wrong, mend))


@dataclass(frozen=True)
class Row:
    """The cells of a row by column, and the line on which it begins."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_table(content: bytes, known: list[str], problems: Problems) -> list[Row]:
    """The rows that say something, under columns that are all ``known``; the first is required."""
    lines = list(_lines(_decoded(content, problems), problems))
    if problems.found:
        return []
    columns = [name.strip().casefold() for name in lines[0][1]] if lines else []
    _check_columns(columns, known, problems)
    return [] if problems.found else [_row(*each, columns, problems) for each in lines[1:]]


def _decoded(content: bytes, problems: Problems) -> str:
    if len(content) > LARGEST_FILE:
        problems.add(1, "", "The file is larger than 2 MB.", "Split it in two.")
        return ""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.add(line, "", "The file is not in UTF-8.", "Save it again as “CSV UTF-8”.")
        return ""


def _lines(text: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins, rows = 1, 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows += 1
                yield begins, cells
            if rows > MOST_ROWS:
                problems.add(
                    begins, "", f"There are more than {MOST_ROWS} rows.", "Split the file."
                )
                return
            begins = reader.line_num + 1
    except csv.Error as error:
        problems.add(begins, "", f"The row can't be read: {error}.", "Mend its quotation marks.")


def _check_columns(columns: list[str], known: list[str], problems: Problems) -> None:
    if known[0] not in columns:
        mend = f"Name the columns in the first line: {_listed(known)}."
        problems.add(1, known[0], "This column is missing.", mend)
    for column in dict.fromkeys(columns):
        if columns.count(column) > 1:
            problems.add(1, column, "This column is there twice.", "Keep one of the two.")
        if column not in known:
            problems.add(1, column, "This column is not known.", f"Known are {_listed(known)}.")


def _row(line: int, cells: list[str], columns: list[str], problems: Problems) -> Row:
    if len(cells) > len(columns):
        wrong = f"The row has {len(cells)} cells, and there are {len(columns)} columns."
        problems.add(line, "", wrong, 'Put text that holds a separator in "quotation marks".')
    return Row(line, dict(zip(columns, (cell.strip() for cell in cells), strict=False)))


def _listed(names: list[str]) -> str:
    return ", ".join(names)
