"""Where workshops are kept: SQLAlchemy Core on SQLite."""

from .record import Record
from .store import Entry, Store
from .templates import Template

__all__ = ["Entry", "Record", "Store", "Template"]
