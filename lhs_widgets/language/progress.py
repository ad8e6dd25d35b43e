"""How complete a language is, and which are offered to people by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .catalogues import (
    INTERFACE,
    READ_ONCE,
    SOURCES,
    catalogue_file,
    content,
    languages,
    messages,
    places,
    read,
    sound,
    translations,
)


@dataclass(frozen=True)
class Progress:
    """How many of the messages of a part are translated."""

    said: int
    all: int

    @property
    def is_whole(self) -> bool:
        return self.said == self.all

    @property
    def percent(self) -> int:
        """In whole percent, rounded down: 100 is all of them."""
        return 100 * self.said // self.all if self.all else 100


def progress(language: str) -> Progress:
    """How many of the interface's messages a language has."""
    return _progress(language, places())


def offered() -> tuple[str, ...]:
    """The languages that people are offered where nobody chose: those whose interface is whole."""
    return tuple(each for each in languages() if each in SOURCES or progress(each).is_whole)


def read_all() -> None:
    """Read every catalogue now, in the process that kernels are forked from."""
    for language in languages():
        translations(language)
        content(language)
        progress(language)


def forget() -> None:
    """Read all catalogues anew: one was written."""
    for read_once in (*READ_ONCE, _progress):
        read_once.cache_clear()


@cache
def interface() -> frozenset[str | tuple[str, ...]]:
    """Every message of the interface: the French catalogue is whole, or a test fails."""
    french = catalogue_file("fr", INTERFACE)
    assert french, "the package has its French"
    return frozenset(_id(each.id) for each in messages(read(french, "fr")))


@cache
def _progress(language: str, _where: tuple[Path, ...]) -> Progress:
    if language in SOURCES:
        return Progress(len(interface()), len(interface()))
    file = catalogue_file(language, INTERFACE)
    try:
        found = (
            {_id(each.id) for each in messages(read(file, language)) if sound(each)}
            if file
            else set()
        )
    except (OSError, ValueError):
        found = set()  # the log and `lhs languages` say why
    return Progress(len(interface() & found), len(interface()))


def _id(words: str | list[str] | tuple[str, ...]) -> str | tuple[str, ...]:
    return words if isinstance(words, str) else tuple(words)
