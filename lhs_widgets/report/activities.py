"""The figures of the general kinds of activity: sorted, placed, chosen, written, filled, mapped."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..analysis import words as said
from ..analysis.activities import frames, measures
from ..deck import Language
from ..package import Package
from . import words
from .content import Bar, Bars, Figure
from .rows import few, more, often


def activities(package: Package, language: Language) -> Iterator[tuple[str, Figure]]:
    """A figure for each step of these kinds, under the step's title in the analysis."""
    yield from _sorted(measures.alike(frames.sorted_items(package, language)), language)
    yield from _placed(package, measures.placing(frames.placed(package, language)), language)
    chosen = measures.choosing(frames.chosen(package, language))
    yield from _counted("choosing", chosen, ("item", "points"), language)
    written = measures.writing(frames.written(package, language))
    yield from _counted("writing", written, ("prompt", "texts"), language)
    filled = measures.filling(frames.filled(package, language))
    for column, rows in filled.groupby("column", observed=True):
        yield from _counted(str(column), rows, ("choice", "rows"), language)
    linked = measures.linking(frames.nodes(package, language), frames.ends(package, language))
    yield from _counted("linking", linked[linked["links"] > 0], ("node", "links"), language)


def _counted(
    name: str, measure: pd.DataFrame, columns: tuple[str, str], language: Language
) -> Iterator[tuple[str, Bars]]:
    """Bars of a count; a name that is no figure's is a title itself."""
    about, counted = columns
    title = words.FIGURES[name](language) if name in words.FIGURES else name
    unit = said.COLUMNS[counted](language)
    for step, rows in measure.groupby("step", observed=True):
        order = rows.sort_values(counted, ascending=False, kind="stable")
        shown = often(order)
        bars = tuple(
            Bar(said.one_line(str(row[about])), float(row[counted]), int(row["n"]))
            for _, row in shown.iterrows()
        )
        if bars:
            highest = max(bar.value for bar in bars)
            # things on maps are many and in people's own words: those of few are counted
            note = more(order, language) if name == "linking" else few(order, about, language)
            yield str(step), Bars(title, unit, 0, highest, bars, note)


def _sorted(measure: pd.DataFrame, language: Language) -> Iterator[tuple[str, Bars]]:
    title, unit = words.FIGURES["sorting"](language), said.COLUMNS["share"](language)
    for step, rows in measure.groupby("step", observed=True):
        by_share = rows.sort_values("share", ascending=False, kind="stable")
        bars = tuple(
            Bar(said.one_line(str(row.item)), float(row.share), int(row.n), f"→ {row.most}")
            for row in often(by_share).itertuples()
        )
        if bars:
            yield str(step), Bars(title, unit, 0, 100, bars, few(by_share, "item", language))


def _placed(
    package: Package, measure: pd.DataFrame, language: Language
) -> Iterator[tuple[str, Bars]]:
    scales = {scale.question(language): scale for scale in package.deck.scales}
    unit = said.COLUMNS["median"](language)
    for (step, scale), rows in measure.groupby(["step", "scale"], observed=True):
        by_median = rows.sort_values("median", ascending=False, kind="stable")
        bars = tuple(
            Bar(said.one_line(str(row.item)), float(row.median), int(row.n))
            for row in often(by_median).itertuples()
        )
        if bars:
            values = scales[str(scale)].values
            note = few(by_median, "item", language)
            yield str(step), Bars(str(scale), unit, min(0, values[0]), values[-1], bars, note)
