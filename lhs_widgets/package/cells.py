"""The cells of a CSV: never a formula, never a character that breaks a reader.

A spreadsheet runs a cell that starts with ``= + - @`` or a tab, even after spaces or quotes; set to
French, it also splits a line at semicolons, and a broken quote makes it split at line breaks. So an
apostrophe goes before such a start, at the head of a cell and after each semicolon, tab and line
break in it. :func:`plain` takes exactly those apostrophes away again.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫−"
# what a spreadsheet may skip before a sign: spaces, quotes and characters without width
_SKIPPED = '(?:[^\\S\t\n]|["\u200b-\u200f\u2060\ufeff])*'
_AT_HEAD = f"^(?={{apostrophes}}(?:{_SKIPPED}[{_SIGNS}]|[\t\n]))"
_INSIDE = f"(?<=[;\t\n])(?={{apostrophes}}{_SKIPPED}[{_SIGNS}])"
_START = f"(?:{_AT_HEAD}|{_INSIDE})"

_UNGUARDED = re.compile(_START.format(apostrophes="'*"))
_GUARDED = re.compile(_START.format(apostrophes="'+") + "'")
_LINE_END = re.compile("\r\n?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

_TIME = "%Y-%m-%dT%H:%M:%SZ"


def written(value: Any) -> str:
    """A value as the text of its cell; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime(_TIME)
    return guarded(clean(value)) if isinstance(value, str) else str(value)


def clean(text: str) -> str:
    """Text with line feeds for line ends and � for the other control characters."""
    return _CONTROL.sub("\ufffd", _LINE_END.sub("\n", text))


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return _UNGUARDED.sub("'", text)


def plain(cell: str) -> str:
    """The text that :func:`guarded` made this cell of."""
    return _GUARDED.sub("", cell)
