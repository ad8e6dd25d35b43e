"""Pages: widgets joined to a workshop's record."""

from .facilitator import FacilitatorPage, Invitation
from .participant import ParticipantPage
from .scribe import ScribePage
from .wall import WallPage

__all__ = ["FacilitatorPage", "Invitation", "ParticipantPage", "ScribePage", "WallPage"]
