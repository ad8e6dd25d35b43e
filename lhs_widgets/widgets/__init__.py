"""The widgets: anywidget classes, each a Python file and a JavaScript file with the same stem."""

from .challenges import Challenges
from .choosing import Choosing
from .console import Console
from .filling import Filling
from .header import Header
from .mapping import Mapping
from .navigation import Navigation
from .our_roadmap import OurRoadmap
from .placing import Placing
from .reading import Reading
from .roles import Roles
from .sorting import Sorting
from .together import Together
from .translating import Translating
from .wall import Wall
from .winning_conditions import WinningConditions
from .writing import Writing
from .writing_for import WritingFor

__all__ = [
    "Challenges",
    "Choosing",
    "Console",
    "Filling",
    "Header",
    "Mapping",
    "Navigation",
    "OurRoadmap",
    "Placing",
    "Reading",
    "Roles",
    "Sorting",
    "Together",
    "Translating",
    "Wall",
    "WinningConditions",
    "Writing",
    "WritingFor",
]
