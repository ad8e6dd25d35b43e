"""The rows of every table, derived from the record of a workshop."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from ..tables import TABLES
from . import answers, choices, record, room, themes
from .exported import Source, exported
from .row import Row

__all__ = ["Row", "Source", "held_back", "left_out", "rows_of"]


def rows_of(source: Source) -> dict[str, list[Row]]:
    """Every table's rows, sorted by the table's key. Names are left out here, and nowhere else."""
    export = exported(source)
    made: dict[str, Iterator[Row]] = {
        "workshop": room.workshop(export),
        "participants": room.participants(export),
        "steps": room.steps(export),
        "stages": room.stages(export),
        "imports": answers.imports(export),
        "contributions": answers.contributions(export),
        "cells": answers.cells(export),
        "translations": answers.translations(export),
        "ratings": answers.ratings(export),
        "themes": themes.themes(export),
        "theme_ideas": themes.theme_ideas(export),
        "theme_acts": themes.theme_acts(export),
        "votes": choices.votes(export),
        "decisions": choices.decisions(export),
        "actions": choices.actions(export),
        "events": record.events(export),
    }
    return {table.name: _sorted(table.columns, table.key, made[table.name]) for table in TABLES}


def held_back(source: Source) -> int:
    """How many answers and ballots a package leaves out, as the group has not seen them yet."""
    return exported(source).held_back


def left_out(source: Source) -> int:
    """How many answers and ballots a package leaves out for want of consent to research."""
    return exported(source).left_out


def _sorted(columns: tuple[str, ...], key: tuple[str, ...], rows: Iterator[Row]) -> list[Row]:
    tidy = [{column: _tidy(row.get(column)) for column in columns} for row in rows]
    return sorted(tidy, key=lambda row: tuple(row[column] for column in key))


def _tidy(value: Any) -> Any:
    """No empty text (a CSV can't tell it from nothing), no half characters, times to the second."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(microsecond=0)
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= ch <= "\udfff" else ch for ch in value) or None
    return value
