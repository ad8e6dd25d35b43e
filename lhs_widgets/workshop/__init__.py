"""The model of a workshop: pure, without storage or display."""

from .actions import Stamp
from .ballots import Ballot, Cast, read_ballot
from .contributions import Contribution, read_contribution
from .events import Event, Kind, Origin, Profile
from .ideas import Idea, Option, ideas, options
from .plan import Plan, PlannedStage, PlannedStep
from .preparation import Preparation
from .privacy import Aim, Consent, Purpose
from .replay import replay
from .state import Answer, Counts, Participant, Promise, Workshop
from .themes import last_act

__all__ = [
    "Aim",
    "Answer",
    "Ballot",
    "Cast",
    "Consent",
    "Contribution",
    "Counts",
    "Event",
    "Idea",
    "Kind",
    "Option",
    "Origin",
    "Participant",
    "Plan",
    "PlannedStage",
    "PlannedStep",
    "Preparation",
    "Profile",
    "Promise",
    "Purpose",
    "Stamp",
    "Workshop",
    "ideas",
    "last_act",
    "options",
    "read_ballot",
    "read_contribution",
    "replay",
]
