"""The form as an anywidget of ours: it saves by message, and the answer comes back by message."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets as t
from saving import ROLES, TITLE, save


class Form(anywidget.AnyWidget):
    """Text, dropdown, textarea, slider and Save."""

    _esm = Path(__file__).with_suffix(".js").read_text("utf-8")

    title = t.Unicode(TITLE).tag(sync=True)
    roles = t.List(ROLES).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.on_msg(self._save)

    def _save(self, _: object, answer: dict[str, Any], buffers: object) -> None:
        said = save(answer["name"], answer["role"], answer["story"], int(answer["rating"]))
        self.send({"type": "saved", "said": said})
