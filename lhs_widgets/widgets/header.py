"""The top of a participant's page."""

import traitlets as t

from .base import WorkbookWidget


class Header(WorkbookWidget):
    """Which workshop this is, in which language, how far along."""

    stem = "header"

    #: ``{"title", "place", "number", "count"}``.
    walk = t.Dict().tag(sync=True)
    #: What the facilitator does with time and tables: ``{"timer", "paused", "table", "tables"}``.
    room = t.Dict().tag(sync=True)
    #: Pairs of a language's code and its name in that language.
    languages = t.List().tag(sync=True)
