"""The facilitator's console."""

import traitlets as t

from .base import SavingWidget


class Console(SavingWidget):
    """Where the group is, who is done, what was answered and what can be done next."""

    stem = "console"

    #: ``{"title", "code", "join_url", "wall_url", "qr"}``.
    workshop = t.Dict().tag(sync=True)
    #: ``{"title", "steps": [{"id", "title"}]}`` for each phase.
    phases = t.List().tag(sync=True)
    #: What changes: counts, the step looked at, its answers; see ``session.facilitator``.
    live = t.Dict().tag(sync=True)
    #: Who and what is in the room: time, presence, hands, tables; see ``session.holding``.
    room = t.Dict().tag(sync=True)
    #: The board of the step that is looked at; see :mod:`lhs_widgets.session.boards`.
    board = t.Dict().tag(sync=True)
    #: What can be prepared: title, languages, plan; see ``session.preparing.prepared``.
    prepared = t.Dict().tag(sync=True)
    #: Whether the page is of someone who sees what a facilitator sees and changes nothing.
    looks_on = t.Bool(False).tag(sync=True)
    #: What tells a rehearsal from a workshop; "" for a workshop.
    rehearsal = t.Unicode("").tag(sync=True)
    #: The agreed actions, and which of them everyone sees now; see ``session.preparing``.
    promises = t.List().tag(sync=True)
    promises_now = t.Dict().tag(sync=True)
    #: Pairs of a language's code and its name in that language.
    languages = t.List().tag(sync=True)
