"""What each language calls itself."""

from __future__ import annotations

from .catalogues import mark as _
from .catalogues import translate
from .locales import name

#: In each catalogue, the language's own name stands for it.
_ENGLISH = _("English")


def own_name(language: str) -> str:
    """A language's name in itself: as its catalogue says, else as CLDR does."""
    said = translate(language, _ENGLISH)
    return said if language == "en" or said != _ENGLISH else name(language)
