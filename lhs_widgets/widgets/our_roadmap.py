"""The group's roadmap."""

import traitlets as t

from .base import StepWidget


class OurRoadmap(StepWidget):
    """What the group has agreed on and shown so far, phase by phase."""

    stem = "our_roadmap"

    #: ``{"title", "parts": [{"title", "agreed", "said": [str]}]}`` for each phase, where ``agreed``
    #: is ``{"text", "language"}`` or None.
    roadmap = t.List().tag(sync=True)
