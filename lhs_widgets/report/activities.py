"""The figures of the general kinds of activity: sorted, placed, chosen, written, filled, mapped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from ..analysis import words as said
from ..analysis.activities import frames, measures
from ..deck import Language
from ..package import Package
from . import words
from .content import Bar, Bars, Figure
from .rows import few, more, often

Found = Iterator[tuple[str, Figure]]


def activities(package: Package, language: Language) -> Found:
    """A figure for each step of these kinds, under the step's title in the analysis."""
    kinds = {step.activity.kind for step in package.deck.steps.values()}
    for kind, maker in _MAKERS.items():
        if kind in kinds:
            yield from maker(package, language)


def _sorted(package: Package, language: Language) -> Found:
    measure = measures.alike(frames.sorted_items(package, language))
    title, unit = words.FIGURES["sorting"](language), said.COLUMNS["share"](language)
    for step, rows in measure.groupby("step", observed=True):
        by_share = rows.sort_values("share", ascending=False, kind="stable")
        bars = tuple(
            Bar(said.one_line(str(row.item)), float(row.share), int(row.n), f"→ {row.most}")
            for row in often(by_share).itertuples()
        )
        if bars:
            yield str(step), Bars(title, unit, 0, 100, bars, few(by_share, "item", language))


def _placed(package: Package, language: Language) -> Found:
    measure = measures.placing(frames.placed(package, language))
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


def _chosen(package: Package, language: Language) -> Found:
    found = measures.choosing(frames.chosen(package, language))
    return _counted("choosing", found, ("item", "points"), language)


def _written(package: Package, language: Language) -> Found:
    found = measures.writing(frames.written(package, language))
    return _counted("writing", found, ("prompt", "texts"), language)


def _filled(package: Package, language: Language) -> Found:
    found = measures.filling(frames.filled(package, language))
    for column, rows in found.groupby("column", observed=True):
        yield from _counted(str(column), rows, ("choice", "rows"), language)


def _mapped(package: Package, language: Language) -> Found:
    things, ends = frames.nodes(package, language), frames.ends(package, language)
    found = measures.linking(things, ends)
    return _counted("linking", found[found["links"] > 0], ("node", "links"), language)


def _counted(
    name: str, measure: pd.DataFrame, columns: tuple[str, str], language: Language
) -> Found:
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


_MAKERS: dict[str, Callable[[Package, Language], Found]] = {
    "sort": _sorted,
    "place": _placed,
    "choose": _chosen,
    "write": _written,
    "fill": _filled,
    "map": _mapped,
}
