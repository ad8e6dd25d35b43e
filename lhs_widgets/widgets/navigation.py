"""The bottom of a participant's page."""

import traitlets as t

from .base import WorkbookWidget


class Navigation(WorkbookWidget):
    """Finished, back and next; where the group is; how to get help and to come back."""

    stem = "navigation"

    #: Where the page is: ``{"here", "back", "next", "last", "done", "answered", "hand",
    #: "heard_as", "group", "finished"}``; ``heard_as`` is how the facilitator reads who asks.
    walk = t.Dict().tag(sync=True)
    #: Whether the page goes along when the facilitator moves everyone.
    follows = t.Bool(True).tag(sync=True)
    #: The code with which the person comes back on another device.
    return_code = t.Unicode("").tag(sync=True)
    #: To whom the person can turn: ``{"text", "language"}``; {} where nobody is named.
    support = t.Dict().tag(sync=True)
    #: The address that makes this device forget the person; "" offers none.
    leave = t.Unicode("").tag(sync=True)
    #: The address where a person can change what they agreed to; "" offers none.
    consent = t.Unicode("").tag(sync=True)
    #: The address where a person can take their answers back; "" offers none.
    take_back = t.Unicode("").tag(sync=True)
