"""What the Unicode locale data (CLDR) says of a language, through Babel.

A language that CLDR knows only by name, as it does many languages of First Peoples, goes by the
rules of English.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

from .scripts import RIGHT_TO_LEFT

_TAG = re.compile(r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?")
_PRIVATE = re.compile("q[a-t][a-z]")  # ISO 639 leaves these to anyone

#: English and French are Canadian here.
_REGIONS = {"en": "CA", "fr": "CA"}


@cache
def is_language(tag: str) -> bool:
    """Whether a text is the tag of a language, such as ``es``, ``pt-BR`` or ``moe``."""
    found = _TAG.fullmatch(tag)
    return found is not None and (
        found[1] in Locale.parse("en").languages or _PRIVATE.fullmatch(found[1]) is not None
    )


@cache
def rules(language: str) -> Locale:
    """The rules of a language; those of English where none are known."""
    try:
        return Locale.parse(regional(language), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_CA")


def regional(language: str) -> str:
    """The tag with its region where we mean one: ``fr-CA``."""
    region = _REGIONS.get(language)
    return f"{language}-{region}" if region else language


def long_date(day: date, language: str) -> str:
    """A day as it is said: “3 December 2026”."""
    return format_date(day, "long", locale=rules(language))


def short_time(moment: datetime, language: str) -> str:
    """A time of day as it is said: “2:05 p.m.”, « 14 h 05 »."""
    return format_time(moment, "short", locale=rules(language))


def name(language: str, own: str = "") -> str:
    """A language's name in a language, or in itself if none is given."""
    wanted = rules(own or language)
    subtags = language.split("-")
    found = wanted.languages.get("_".join(subtags)) or wanted.languages.get(subtags[0])
    return found[:1].upper() + found[1:] if found else language


@cache
def direction(language: str) -> str:
    """``rtl`` for a language that is written from right to left, else ``ltr``."""
    script = _TAG.fullmatch(language)
    if script and script[2]:
        return "rtl" if script[2][1:] in RIGHT_TO_LEFT else "ltr"
    return rules(language).text_direction


def is_one(n: float, language: str) -> bool:
    """Whether a count takes the singular: 1 in English, also 0 and 1.5 in French."""
    return rules(language).plural_form(n) == "one"


def number_marks(language: str) -> tuple[str, str]:
    """What stands before the decimals and between the thousands: “,” and a no-break space."""
    symbols = rules(language).number_symbols
    marks = symbols.get("latn", symbols)
    return marks["decimal"], marks["group"]
