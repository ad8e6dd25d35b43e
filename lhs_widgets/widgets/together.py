"""What the group makes of its answers, on a participant's page."""

from __future__ import annotations

import traitlets as t

from .base import SavingWidget


class Together(SavingWidget):
    """The board of the step's stage: ideas and themes, a ballot, results, the agreed outcome."""

    stem = "together"

    #: See :mod:`lhs_widgets.session.boards`; {} where there is nothing to work on together.
    board = t.Dict().tag(sync=True)
    #: The agreed actions, where they are talked about; see ``session.preparing.promises_at``.
    promises = t.Dict().tag(sync=True)
