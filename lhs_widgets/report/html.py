"""A report as one HTML file: its style and pictures inside, nothing loaded, no script."""

from __future__ import annotations

from functools import cache, partial
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from ..analysis.words import number
from ..deck.marks import colon
from ..language import direction, is_one
from . import drawing, words
from .content import Bars, Gaps, Matrix, Report


def to_html(report: Report) -> bytes:
    """The page; people's words are text in it, whatever they hold."""
    labels = words.labels(report.language)
    page = _environment().get_template("report.html.j2")
    text = page.render(
        report=report,
        label=labels,
        direction=direction(report.language),
        colon=colon("", report.language),
        is_one=partial(is_one, language=report.language),
        number=partial(number, language=report.language),
        style=_read("report.css"),
        cycle=drawing.cycle(report.cycle, labels["cycle"], link=labels["phase_of"]),
    )
    return text.encode("utf-8")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["matrix"] = drawing.matrix
    made.filters["percent"] = _percent
    made.tests["bars"] = lambda figure: isinstance(figure, Bars)
    made.tests["gaps"] = lambda figure: isinstance(figure, Gaps)
    made.tests["matrix"] = lambda figure: isinstance(figure, Matrix)
    return made


def _percent(value: float, lowest: float, highest: float) -> str:
    """How far along a value is, as CSS."""
    share = (value - lowest) / (highest - lowest) if highest > lowest else 1
    return f"{100 * share:.4g}%"


def _read(name: str) -> str:
    return (files(__package__) / "page" / name).read_text("utf-8")
