"""A report as an accessible PDF (PDF/UA-1): tagged, with a title, a language and an outline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Any

from ..analysis.words import number
from ..deck import Language
from ..deck.marks import colon, quoted
from ..language import is_one
from . import drawing, words
from .content import Matrix, Report


def to_pdf(report: Report) -> bytes:
    """The PDF; it is PDF/UA-1 unless somebody used a character that no font of ours has."""
    import typst

    labels = words.labels(report.language)
    said = {
        "report": _plain(report, report.language),
        "label": labels,
        "colon": colon("", report.language),
        "quoted": quoted("{words}", report.language),
        "one": sorted({number(n, report.language) for n in (0, 1) if is_one(n, report.language)}),
        "colours": drawing.COLOURS,
        "cycle": drawing.cycle(report.cycle, labels["cycle"]),
    }
    template = (files(__package__) / "page" / "report.typ").read_bytes()
    inputs = {"said": json.dumps(said)}
    try:
        return typst.compile(template, sys_inputs=inputs, pdf_standards="ua-1")
    except typst.TypstError:  # such as an emoji in somebody's words
        return typst.compile(template, sys_inputs=inputs)


def _plain(value: Any, language: Language) -> Any:
    """A value as JSON. A record also has its ``form`` and, for each number, how people write it;
    a matrix has its picture."""
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, Sequence):
        return [_plain(each, language) for each in value]
    assert is_dataclass(value)
    made = {each.name: _plain(getattr(value, each.name), language) for each in fields(value)}
    numbers = {name: each for name, each in made.items() if isinstance(each, int | float)}
    made |= {f"{name}_said": number(each, language) for name, each in numbers.items()}
    made["form"] = type(value).__name__.casefold()
    if isinstance(value, Matrix):
        made["picture"] = drawing.matrix(value)
    return made
