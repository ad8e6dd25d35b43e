"""What a page hears when it asks its kernel for the states of all widgets.

ipywidgets answers with all there is. A page of ours was written with the states in it, so it first
hears what changed since, which is nothing for most. One that asks again lost its connection, and
perhaps some of what it was told: it hears all but the modules and styles, which never change. One
that was written without the states asks for ``all``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from IPython.core.getipython import get_ipython
from ipywidgets import Widget

_TARGET = "jupyter.widget.control"
_LASTING = ("_esm", "_css")


class Told:
    """What a page with these widgets has been told; binary values are not among it."""

    def __init__(self, widgets: Sequence[Widget]) -> None:
        self._widgets = widgets
        self._surely = {
            widget.model_id: {name: getattr(widget, name) for name in widget.keys}
            for widget in widgets
        }

    def listen(self) -> None:
        """Answer this kernel's page, in the place of ipywidgets."""
        shell = get_ipython()
        if shell is not None:
            shell.kernel.comm_manager.register_target(_TARGET, self.open)  # type: ignore[attr-defined]

    def open(self, comm: Any, _: object) -> None:
        """A page begins to ask; ``comm`` leads to it."""
        comm.on_msg(lambda message: self._answer(comm, message["content"]["data"]))

    def news(self) -> dict[str, dict[str, Any]]:
        """What is not surely there, by model id; from now on only what lasts surely is."""
        found = {}
        for widget in self._widgets:
            surely = self._surely[widget.model_id]
            names = [
                name
                for name in widget.keys
                if name not in surely or getattr(widget, name) is not surely[name]
            ]
            self._surely[widget.model_id] = {
                name: surely[name] for name in _LASTING if name in surely
            }
            if names:
                found[widget.model_id] = {"state": widget.get_state(names)}
        return found

    def _answer(self, comm: Any, said: dict[str, Any]) -> None:
        if said.get("method") == "request_states":
            if said.get("all"):
                self._surely = {widget.model_id: {} for widget in self._widgets}
            comm.send({"method": "update_states", "states": self.news(), "buffer_paths": []})
