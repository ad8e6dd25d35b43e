"""Paper: codes and cards for people without a phone, and ideas brought in from a table."""

from .cards import Pack, packs, print_cards
from .codes import CardCode, free_codes, holder, read_code
from .importing import Imported, import_ideas

__all__ = [
    "CardCode",
    "Imported",
    "Pack",
    "free_codes",
    "holder",
    "import_ideas",
    "packs",
    "print_cards",
    "read_code",
]
