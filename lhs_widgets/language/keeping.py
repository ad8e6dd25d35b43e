"""Writes catalogues: new messages come with an empty translation, and no translation is lost."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from .catalogues import INTERFACE, catalogue_file, messages, read
from .flaws import forms
from .locales import name
from .progress import forget

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_HEADER = """\
# {name}: {about}; see docs/translating.md.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def interface() -> Catalog:
    """All that the interface says: the messages of the French catalogue, which has every one."""
    french = catalogue_file("fr", INTERFACE)
    assert french, "the package has its French"
    said = empty("en")
    for message in messages(read(french, "fr")):
        said.add(message.id, auto_comments=message.auto_comments, context=message.context)
    return said


def bring_up_to_date(
    file: Path, language: str, said: Catalog, about: str, *, shipped: Path | None = None
) -> None:
    """Write a language's catalogue with all that is ``said``, in that order.

    What the file has translated stays. What it lacks is taken from the ``shipped`` catalogue of the
    language, if there is one. A translation of what nobody says any more stands at the end, marked
    as obsolete, until a person takes it out.

    Raises
    ------
    ValueError
        What is there already is no catalogue.
    """
    found = read(file, language) if file.is_file() else empty(language)
    for source in [found, read(shipped, language)] if shipped else [found]:
        for message in [*messages(source), *source.obsolete.values()]:
            _take(found, message)
    found.update(said, no_fuzzy_matching=True)
    gone = found.obsolete
    for key in [key for key, message in gone.items() if not any(forms(message.string))]:
        del gone[key]
    write(file, language, found, about)


def write(
    file: Path, language: str, catalogue: Catalog, about: str, *, by_alphabet: bool = False
) -> None:
    """Write a catalogue, one line a message, so that a change reads well."""
    from babel.messages.pofile import write_po

    head = {
        "language": language,
        "name": name(language, "en"),
        "about": about,
        "plurals": empty(language).plural_forms,
    }
    text = io.BytesIO()
    text.write(_HEADER.format(**head).encode())
    write_po(
        text, catalogue, width=0, sort_output=by_alphabet, omit_header=True, include_lineno=False
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.getvalue())
    forget()


def _take(catalogue: Catalog, message: Message) -> None:
    """Take over a translation where there is none."""
    known = catalogue.get(message.id, message.context)
    if known is None or not any(forms(known.string)):
        catalogue.add(
            message.id,
            message.string,
            flags=message.flags,
            context=message.context,
            user_comments=message.user_comments,
            auto_comments=message.auto_comments,
        )


def empty(language: str) -> Catalog:
    """A catalogue of a language without messages."""
    from babel.messages.catalog import Catalog

    return Catalog(locale=language.replace("-", "_"))
