"""The catalogues of each language: plain gettext files, read without a compile step.

``lhs_widgets.po`` holds the interface's own words and ``content.po`` all that decks, analysis and
reports say; in both, a message's id is the English text. What a language lacks is said in English,
and so is a translation that could not be filled in as the English text is.
"""

from __future__ import annotations

import gettext as _gettext
import logging
import os
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from .flaws import flaw, forms
from .locales import is_language

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

log = logging.getLogger(__name__)

#: The languages in which all is written.
SOURCES = ("en", "fr")

INTERFACE = "lhs_widgets.po"
CONTENT = "content.po"

#: Names a folder of languages beside those of the package; kernels inherit it.
OUTSIDE = "LHS_LOCALE"

_OURS = Path(__file__).parents[1] / "locale"


def places() -> tuple[Path, ...]:
    """Where languages are looked for; a folder outside of the package goes before ours."""
    outside = os.environ.get(OUTSIDE)
    return (Path(outside), _OURS) if outside else (_OURS,)


def languages() -> tuple[str, ...]:
    """The tags of all languages that are installed, those of the source first."""
    return _languages(places())


def installed(language: object) -> bool:
    """Whether a language, from anywhere, is one of ours."""
    return language in languages()


def known(language: str) -> str:
    """The language, or English for one that is not installed, or not any more."""
    return language if installed(language) else "en"


def catalogue_file(language: str, name: str) -> Path | None:
    """The catalogue that a language is read from; None if it has none. French is always ours."""
    where = (_OURS,) if language in SOURCES else places()
    found = (place / language / "LC_MESSAGES" / name for place in where)
    return next((file for file in found if file.is_file()), None)


def translations(language: str) -> _gettext.NullTranslations:
    """The interface's words in a language; English is the words in the code."""
    return _translations(language, places())


def content(language: str) -> Mapping[str, str]:
    """What decks, analysis and reports say in a further language, by the English text."""
    return _content(language, places())


def translate(language: str, message: str) -> str:
    """One message of the interface in a language."""
    return translations(language).gettext(message)


def mark(message: str) -> str:
    """Marks a message for the catalogues; it is translated later, when the language is known."""
    return message


def read(file: Path, language: str) -> Catalog:
    """A catalogue as it stands in its file.

    Raises
    ------
    ValueError
        It is no gettext catalogue; the text says the line.
    """
    from babel.messages.pofile import PoFileError, read_po

    try:
        with file.open("rb") as source:
            return read_po(source, locale=language.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        raise ValueError(f"{file}, line {error.lineno + 1}: {error}") from error
    except ValueError as error:  # not UTF-8, or a plural rule that is none
        raise ValueError(f"{file}: {error}") from error


def messages(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue, without its header."""
    return (message for message in catalogue if message.id)


@cache
def _languages(where: tuple[Path, ...]) -> tuple[str, ...]:
    folders = (folder for place in where if place.is_dir() for folder in place.iterdir())
    tags = {each.name for each in folders if (each / "LC_MESSAGES").is_dir()}
    return (*SOURCES, *sorted(tag for tag in tags if tag not in SOURCES and is_language(tag)))


@cache
def _translations(language: str, _where: tuple[Path, ...]) -> _gettext.NullTranslations:
    from babel.messages.mofile import write_mo

    catalogue = _read(language, INTERFACE)
    if language == "en" or catalogue is None:
        return _gettext.NullTranslations()
    for message in list(messages(catalogue)):
        if flaw(message):
            catalogue.delete(message.id)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


@cache
def _content(language: str, _where: tuple[Path, ...]) -> Mapping[str, str]:
    catalogue = _read(language, CONTENT)
    if catalogue is None:
        return MappingProxyType({})
    said = {forms(each.id)[0]: forms(each.string)[0] for each in messages(catalogue) if sound(each)}
    return MappingProxyType(said)


def sound(message: Message) -> bool:
    """Whether a message is translated, surely and so that it can be filled in."""
    return bool(all(forms(message.string))) and not message.fuzzy and not flaw(message)


def _read(language: str, name: str) -> Catalog | None:
    """A catalogue; None where there is none to read: a workshop goes on in English."""
    file = catalogue_file(language, name)
    try:
        return read(file, language) if file else None
    except (OSError, ValueError) as error:
        log.warning("a language can't be read: %s", error)
        return None


#: What is kept of the files once they were read.
READ_ONCE = (_languages, _translations, _content)
