"""What is wrong with a translation so that it can't be used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Message

_PLACE = re.compile(r"\{\w*\}")


def forms(words: str | Iterable[str] | None) -> tuple[str, ...]:
    """A message's id or translation in all its plural forms; one where it has none."""
    return (words or "",) if isinstance(words, str | None) else tuple(words)


def flaw(message: Message) -> str:
    """Why a translation can't be used; "" if it can, or is missing.

    It has to be filled in as the English text is, but that a plural's first forms may say “one”
    and “two” in words. It holds no markup: pages take a translation as it is.
    """
    wanted = _places(forms(message.id)[-1])
    said_in = [form for form in forms(message.string) if form]
    for form in said_in:
        found = _places(form)
        if found - wanted or (form is said_in[-1] and wanted - found):
            said = " ".join(sorted(wanted)) or "no braces and no <"
            return f"has to hold {said}, as the English does"
    return ""


def _places(text: str) -> set[str]:
    """The places to fill, braces that make none, and what begins a tag."""
    return {*_PLACE.findall(text), *re.findall("[{}<]", _PLACE.sub("", text))}
