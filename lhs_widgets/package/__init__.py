"""The data package of a workshop, or of several: all that analysis reads."""

from .pooling import Pool, is_pool, pool, read_pool
from .reading import Package, read_package
from .rows import Source, held_back, left_out
from .schema import TABLES
from .writing import package_files, write_package

__all__ = [
    "TABLES",
    "Package",
    "Pool",
    "Source",
    "held_back",
    "is_pool",
    "left_out",
    "package_files",
    "pool",
    "read_package",
    "read_pool",
    "write_package",
]
