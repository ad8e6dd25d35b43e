"""Where workshops are kept: SQLAlchemy Core on SQLite."""

from .record import Record
from .store import Entry, Store

__all__ = ["Entry", "Record", "Store"]
