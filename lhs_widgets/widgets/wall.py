"""The projector's page."""

import traitlets as t

from .base import WorkbookWidget


class Wall(WorkbookWidget):
    """The step, its question, counts, and the answers once they are shown."""

    stem = "wall"

    #: Everything on the wall; see ``session.wall``.
    live = t.Dict().tag(sync=True)
