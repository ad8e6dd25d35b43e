"""Translations of ideas, on a scribe's page; the console has them beside its board."""

from __future__ import annotations

import traitlets as t

from .base import SavingWidget


class Translating(SavingWidget):
    """The ideas of the step that are shown, with a field for each other language."""

    stem = "translating"

    #: See :mod:`lhs_widgets.session.boards`.
    board = t.Dict().tag(sync=True)
