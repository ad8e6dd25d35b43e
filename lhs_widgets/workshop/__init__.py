"""The model of a workshop: pure, without storage or display."""

from .actions import Stamp
from .contributions import Contribution, read_contribution
from .events import Event, Kind, Origin, Profile
from .state import Answer, Counts, Participant, Workshop, replay

__all__ = [
    "Answer",
    "Contribution",
    "Counts",
    "Event",
    "Kind",
    "Origin",
    "Participant",
    "Profile",
    "Stamp",
    "Workshop",
    "read_contribution",
    "replay",
]
