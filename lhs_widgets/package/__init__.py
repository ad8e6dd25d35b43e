"""The data package of a workshop: written by the export, and all that analysis reads."""

from .reading import Package, read_package
from .rows import Source, held_back
from .schema import TABLES
from .writing import package_files, write_package

__all__ = [
    "TABLES",
    "Package",
    "Source",
    "held_back",
    "package_files",
    "read_package",
    "write_package",
]
