"""The group's roadmap."""

import traitlets as t

from .base import StepWidget


class OurRoadmap(StepWidget):
    """What the group has shown so far, phase by phase."""

    stem = "our_roadmap"

    #: ``{"title", "parts": [{"title", "said": [str]}]}`` for each phase.
    roadmap = t.List().tag(sync=True)
