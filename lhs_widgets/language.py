"""The interface's own words: gettext catalogues in ``locale/``, read without a compile step."""

from __future__ import annotations

import gettext as _gettext
from functools import cache
from importlib.resources import files
from io import BytesIO


@cache
def translations(language: str) -> _gettext.NullTranslations:
    """The catalogue of a language; English is the words in the code."""
    catalogue = files("lhs_widgets") / "locale" / language / "LC_MESSAGES" / "lhs_widgets.po"
    if language == "en" or not catalogue.is_file():
        return _gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with catalogue.open("rb") as source:
        compiled = BytesIO()
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


def translate(language: str, message: str) -> str:
    """One message in a language."""
    return translations(language).gettext(message)


def mark(message: str) -> str:
    """Marks a message for the catalogues; it is translated later, when the language is known."""
    return message
