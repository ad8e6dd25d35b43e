"""Punctuation as each language sets it: the code adds it to words; in French, with no-break spaces.

A further language translates these as any other words.
"""

from __future__ import annotations

from collections.abc import Iterable

from .base import Language, Text

_QUOTED = Text(en="“{words}”", fr="«\N{NO-BREAK SPACE}{words}\N{NO-BREAK SPACE}»")
_COLON = Text(en="{before}:", fr="{before}\N{NO-BREAK SPACE}:")
_SEMICOLON = Text(en="{before};", fr="{before}\N{NO-BREAK SPACE};")
_PERCENT = Text(en="{n}%", fr="{n}\N{NO-BREAK SPACE}%")


def quoted(words: str, language: Language) -> str:
    """Words between quotation marks."""
    return _QUOTED(language).format(words=words)


def colon(before: str, language: Language) -> str:
    """Words and a colon."""
    return _COLON(language).format(before=before)


def semicolon(before: str, language: Language) -> str:
    """Words and a semicolon."""
    return _SEMICOLON(language).format(before=before)


def in_a_row(parts: Iterable[str], language: Language) -> str:
    """Parts with semicolons between them."""
    return f"{semicolon('', language)} ".join(parts)


def percent(n: str, language: Language) -> str:
    """A number and its percent sign."""
    return _PERCENT(language).format(n=n)
