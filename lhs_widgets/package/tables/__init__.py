"""The tables of a data package, declared once, a module for each group of them."""

from .answers import CELLS, CONTRIBUTIONS, IMPORTS, RATINGS
from .record import EVENTS
from .room import PARTICIPANTS, STAGES, STEPS, WORKSHOP_TABLE
from .together import ACTIONS, DECISIONS, THEME_ACTS, THEME_IDEAS, THEMES, VOTES
from .translations import TRANSLATIONS

#: Every table, in the order of the codebook.
TABLES = (
    WORKSHOP_TABLE,
    PARTICIPANTS,
    STEPS,
    STAGES,
    IMPORTS,
    CONTRIBUTIONS,
    CELLS,
    TRANSLATIONS,
    RATINGS,
    THEMES,
    THEME_IDEAS,
    THEME_ACTS,
    VOTES,
    DECISIONS,
    ACTIONS,
    EVENTS,
)

__all__ = [
    "ACTIONS",
    "CELLS",
    "CONTRIBUTIONS",
    "DECISIONS",
    "EVENTS",
    "IMPORTS",
    "PARTICIPANTS",
    "RATINGS",
    "STAGES",
    "STEPS",
    "TABLES",
    "THEMES",
    "THEME_ACTS",
    "THEME_IDEAS",
    "TRANSLATIONS",
    "VOTES",
    "WORKSHOP_TABLE",
]
