"""Packages of several workshops joined into one, without mixing their people.

Every table of a pool begins with ``workshop``, every key too, and a link leads to a row of the same
workshop: ids stay as they are in each package. ``tables`` declares this, ``gathering`` reads what
is joined, ``telling`` hides small groups, ``writing`` and ``reading`` are the folder.
"""

from .gathering import Gathered, gather
from .reading import Pool, is_pool, read_pool
from .readme import POOL_TITLE, warnings
from .writing import pool, pool_files, write_pool

__all__ = [
    "POOL_TITLE",
    "Gathered",
    "Pool",
    "gather",
    "is_pool",
    "pool",
    "pool_files",
    "read_pool",
    "warnings",
    "write_pool",
]
