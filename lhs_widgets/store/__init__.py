"""Where workshops are kept: SQLAlchemy Core on SQLite."""

from .contacts import Contacts
from .keys import Key, Keys, Role
from .record import Record
from .store import Entry, Store
from .templates import Template

__all__ = ["Contacts", "Entry", "Key", "Keys", "Record", "Role", "Store", "Template"]
