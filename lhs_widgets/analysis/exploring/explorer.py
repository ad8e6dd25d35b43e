"""Four lists, and under them the chart, the sentence and the table they lead to; for JupyterLab."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets

from ...deck import Language, Text
from ...package import Package, read_package
from .. import pictures, tables
from . import texts
from .views import QUESTIONS, Filter, View, Views


def explore(*folders: str | Path, language: Language = "en") -> Explorer:
    """Explore one package or several, each in its folder.

    Raises
    ------
    PackageError
        A folder is not a package that can be read.
    BadInput
        A workshop is there twice.
    """
    return Explorer([read_package(folder) for folder in folders], language)


#: The choice of everything: a list of ipywidgets takes None for no choice at all.
_ALL = ""


class Explorer:
    """Shows one question at a time, by workshop, phase and group.

    Small groups are folded before any filter (see :mod:`.cells`). In a page or a saved notebook,
    what is chosen when it is made stands as a picture with its words.
    """

    def __init__(self, packages: Sequence[Package], language: Language = "en") -> None:
        self._views = Views(packages, language)
        self._language = language
        names = texts.QUESTIONS
        asked = [(names[key](language), key) for key in QUESTIONS]
        self.question = self._list(texts.QUESTION, asked)
        workshops = self._all(texts.ALL_WORKSHOPS, self._views.workshops())
        self.workshop = self._list(texts.WORKSHOP, workshops)
        self.phase = self._list(texts.PHASE, [])
        self.group = self._list(texts.GROUP, [])
        self._shown = ipywidgets.HTML()
        self._renew()
        self.question.observe(self._asked, names="value")
        for chosen in (self.workshop, self.phase, self.group):
            chosen.observe(self._follow, names="value")
        lists = [self.question, self.workshop, self.phase, self.group]
        self.box = ipywidgets.VBox([*lists, self._shown])

    @property
    def view(self) -> View:
        """What is seen now: the measure, the chart and the sentence."""
        chosen = (self.workshop.value, self.phase.value, self.group.value)
        by = Filter(*(value or None for value in chosen))
        return self._views.seen(self.question.value, by)

    def _asked(self, _: Any) -> None:
        self._renew()

    def _renew(self) -> None:
        """The phases and groups of the question; what was chosen stays, where it is still there."""
        self._settling = True
        phases = self._views.phases(self.question.value)
        groups = self._views.groups(self.question.value)
        _offer(self.phase, self._all(texts.ALL_PHASES, phases))
        _offer(self.group, self._all(texts.ALL_GROUPS, groups))
        self._settling = False
        self._follow(None)

    def _follow(self, _: Any) -> None:
        if not self._settling:
            self._shown.value = _html(self.view, self._language)

    def _list(self, label: Text, options: list[tuple[str, Any]]) -> ipywidgets.Dropdown:
        wide = ipywidgets.Layout(width="min(100%, 44rem)")
        style = {"description_width": "6rem"}
        name = label(self._language)
        return ipywidgets.Dropdown(options=options, description=name, layout=wide, style=style)

    def _all(self, everything: Text, names: list[str]) -> list[tuple[str, str]]:
        return [(everything(self._language), _ALL), *((name, name) for name in names)]

    def _repr_mimebundle_(self, **more: Any) -> dict[str, Any]:
        live = self.box._repr_mimebundle_(**more)
        note = f"<p>{escape(texts.ONLY_IN_LAB(self._language))}</p>"
        still = f"{note}\n{_html(self.view, self._language)}"
        return {**live, "text/html": still, "text/plain": str(self.view.reading)}


def _offer(chosen: ipywidgets.Dropdown, options: list[tuple[str, str]]) -> None:
    before = chosen.value
    chosen.options = options
    chosen.value = before if before in [value for _, value in options] else _ALL


def _html(view: View, language: Language) -> str:
    """A view as a picture with its words, its sentence and its table."""
    reading = f'<p role="status">{escape(view.reading)}</p>'
    if view.chart is None:
        return reading
    spec = view.chart.to_dict()
    picture = b64encode(pictures.png(spec)).decode()
    described = escape(str(spec["description"]), quote=True)
    image = f'<img style="max-width:100%" alt="{described}" src="data:image/png;base64,{picture}">'
    table = tables.titled(view.measure, language)._repr_html_()
    return f'{image}\n{reading}\n<div style="overflow-x:auto">{table}</div>'
