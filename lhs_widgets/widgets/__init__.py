"""The widgets: anywidget classes, each a Python file and a JavaScript file with the same stem."""

from .challenges import Challenges
from .console import Console
from .header import Header
from .navigation import Navigation
from .our_roadmap import OurRoadmap
from .reading import Reading
from .roles import Roles
from .together import Together
from .wall import Wall
from .winning_conditions import WinningConditions
from .writing_for import WritingFor

__all__ = [
    "Challenges",
    "Console",
    "Header",
    "Navigation",
    "OurRoadmap",
    "Reading",
    "Roles",
    "Together",
    "Wall",
    "WinningConditions",
    "WritingFor",
]
