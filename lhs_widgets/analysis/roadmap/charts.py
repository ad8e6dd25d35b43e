"""Measure to chart, for the roadmap; as in :mod:`..charts`."""

from __future__ import annotations

from textwrap import wrap

import altair as alt
import pandas as pd

from ...deck import Language
from ..activities.drawing import grid
from ..drawing import INK, Words, bars, finished, nothing
from . import measures, sentences
from .texts import COUNTED, SAID, TITLES

_COLUMN = 235  # pixels
_LETTERS = 32
_LINES = 4
_LINE = 16
_ROW = 84


def held(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """The roadmap itself: phases from left to right; roles, conditions and challenges downward."""
    said = _words("held", measure, language)
    if measure.empty:
        return nothing(said)
    made = sentences.worded(measure, language)
    data = pd.DataFrame(
        {
            "label": measure["place"].astype(str) + "\n" + measure["place"].astype(str) + ".",
            "phase": measure["phase"].astype("object").map(_headings(measure["phase"])),
            "row": made["part"].astype(str),
            "text": [_cell(row.what, row.because) for row in made.itertuples()],
        }
    )
    rows = list(dict.fromkeys(data["row"]))
    phases = [*_headings(measure["phase"]).values()]
    top = alt.Axis(
        orient="top",
        labelAngle=0,
        labelExpr="split(datum.label, '\\n')",
        labelLimit=0,
        labelPadding=8 + 14 * max(name.count("\n") for name in phases),
        ticks=False,
    )
    numbers = alt.Axis(labelExpr="slice(split(datum.label, '\\n'), 1)", grid=False, domain=False)
    base = alt.Chart(data).encode(
        x=alt.X("phase:N", title=None, sort=phases, axis=top),
        y=alt.Y("label:N", title=None, axis=numbers),
    )
    boxes = base.mark_rect(fill="#f3f6fb", stroke=INK, height={"band": 0.96}, width={"band": 0.96})
    texts = base.mark_text(fontSize=13, color=INK, lineBreak="\n", lineHeight=_LINE, dy=-_LINE)
    layered = alt.layer(boxes, texts.encode(text="text:N"))
    return finished(layered, data, said, rows=rows, width=alt.Step(_COLUMN), height=_ROW)


def through(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """A grid of roles by phases, with the points of each."""
    said = _words("through", measure, language)
    top = list(dict.fromkeys(measure["role"]))[:first]
    shown = measure[measure["role"].isin(top)].assign(band="")
    return grid(shown, "role", "phase", "points", said, row="band")


def easing(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """A grid of challenges by the conditions that would ease them, for each phase."""
    shown = measures.widest(measure)
    note = SAID["cut"](language) if len(shown) < len(measure) else ""
    return grid(
        shown, "challenge", "eased_by", "n", _words("easing", measure, language, note), row="phase"
    )


def alone(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Bars: the challenges of each phase for which nobody named a condition."""
    said, axis = _words("alone", measure, language), COUNTED(language)
    return bars(measure, ("phase",), "without", said, axis=axis)


def _headings(phases: pd.Series) -> dict[object, str]:
    present = set(phases)
    names = [name for name in phases.cat.categories if name in present]
    return {name: "\n".join(wrap(str(name), _LETTERS - 4)) for name in names}


def _cell(what: object, because: object) -> str:
    lines = wrap(str(what), _LETTERS, max_lines=_LINES - 1, placeholder="…")
    return "\n".join([*lines, f"({because})"])


def _words(name: str, measure: pd.DataFrame, language: Language, note: str = "") -> Words:
    return Words(
        TITLES[name](language), getattr(sentences, name)(measure, language), language, note
    )
