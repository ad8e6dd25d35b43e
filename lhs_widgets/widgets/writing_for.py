"""For whom one is writing."""

import traitlets as t

from .base import WorkbookWidget


class WritingFor(WorkbookWidget):
    """A banner that stays in sight, so that nobody mistakes whose answers these are."""

    stem = "writing_for"

    #: The person's card code, and their name if they gave one.
    person = t.Unicode("").tag(sync=True)
    #: The address of the list of people.
    back = t.Unicode("").tag(sync=True)
