"""The top of a participant's page."""

from typing import Any

import traitlets as t

from .base import WorkbookWidget
from .modules import module


class Header(WorkbookWidget):
    """Which workshop this is, in which language, how far along."""

    stem = "header"

    #: ``{"title", "place", "number", "count"}``.
    walk = t.Dict().tag(sync=True)
    #: What the facilitator does with time and tables: ``{"timer", "paused", "table", "tables"}``.
    room = t.Dict().tag(sync=True)
    #: Pairs of a language's code and its name in that language.
    languages = t.List().tag(sync=True)
    #: The module that reads aloud, once it was wanted: few want it, and all would wait for it.
    reader = t.Unicode("").tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.reactions["aloud"] = lambda _: self.set_trait("reader", module("read_aloud"))
