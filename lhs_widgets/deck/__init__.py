"""The content of a workshop: YAML decks, their models and their checks."""

from . import marks
from .base import texts
from .loading import built_in_decks, deck_text, load_deck, parse_deck
from .models import LANGUAGES, Deck, Language, Phase, Step, Text
from .parts import Limits

__all__ = [
    "LANGUAGES",
    "Deck",
    "Language",
    "Limits",
    "Phase",
    "Step",
    "Text",
    "built_in_decks",
    "deck_text",
    "load_deck",
    "marks",
    "parse_deck",
    "texts",
]
