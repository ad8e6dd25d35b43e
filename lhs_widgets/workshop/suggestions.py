"""Ideas that may belong together, because they use the same word: offered, never applied.

People can check the reason at a glance, and it needs no model and no internet. Words are compared
by how they begin, so that “form” and “forms” are one; French and English are told apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .ideas import Idea

#: A word in more than this share of the ideas says what the question says.
_TOO_COMMON = 0.5
_SHORTEST = 4
_STEM = 6
_MOST = 6

_COMMON = {
    "en": """about after again also always because been before being better can't could does doing
        done don't each else even every everyone from good have having help helps here into just
        know like make makes many more most must need needs never nobody only other over people
        person right same should some someone something still such sure take than that their them
        then there these they thing things this those time times under very want wants well were
        what when where which while will with without work works would your""",
    "fr": """ainsi alors apres assez aussi autre autres avant avec avoir beaucoup besoin bien bonne
        cela celui cette ceux chaque chez chose choses comme comment dans depuis deux devrait doit
        doivent donc elle elles encore entre etre faire fait faut fois gens jamais juste leur leurs
        mais meme mieux moins notre nous parce parfois pendant personne personnes peut peuvent plus
        pour pouvoir quand quelque quelqu quelle quoi sans sera sont sous souvent surtout temps
        tous tout toute toutes tres trop vers votre vous""",
}
_STOP = {language: frozenset(words.split()) for language, words in _COMMON.items()}


@dataclass(frozen=True)
class Suggestion:
    """Ideas that share ``word``, by their ids; the word is written as most of them write it."""

    word: str
    items: tuple[str, ...]


def suggestions(ideas: Sequence[Idea]) -> list[Suggestion]:
    """At most six, the largest first; no idea is in two of them."""
    said = {idea.id: _words(idea) for idea in ideas if idea.role is None}
    found: list[Suggestion] = []
    while said and len(found) < _MOST:
        best = _most_shared(said)
        if best is None:
            break
        items = [item for item, words in said.items() if best in words]
        written = Counter(said[item][best] for item in items)
        found.append(Suggestion(min(written, key=lambda w: (-written[w], w)), tuple(sorted(items))))
        for item in items:
            del said[item]
    return found


def _most_shared(said: Mapping[str, Mapping[tuple[str, str], str]]) -> tuple[str, str] | None:
    shared = Counter(stem for words in said.values() for stem in words)
    most = max(2, int(len(said) * _TOO_COMMON))
    fitting = [stem for stem, times in shared.items() if 2 <= times <= most]
    return min(fitting, key=lambda stem: (-shared[stem], stem), default=None)


def _words(idea: Idea) -> dict[tuple[str, str], str]:
    """An idea's telling words as written, by language and stem."""
    return {
        (idea.language, _plain(word).rstrip("sx")[:_STEM]): word
        for word in re.findall(r"[^\W\d_]+", idea.text.casefold())
        if _tells(_plain(word), _STOP.get(idea.language, frozenset()))
    }


def _tells(word: str, common: Iterable[str]) -> bool:
    return len(word) >= _SHORTEST and word not in common


def _plain(word: str) -> str:
    """Without accents."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(ch for ch in apart if not unicodedata.combining(ch))
