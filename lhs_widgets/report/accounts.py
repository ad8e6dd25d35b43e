"""The account a report gives of itself: its methods, its limits and a GRIPP2 draft."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis.frames import FLOOR
from ..analysis.limits import told
from ..analysis.words import listed, number
from ..deck import Language
from ..package import Package
from . import account_words, words
from .content import Action, Draft

#: Where answers were entered for somebody else.
_ENTERED = ("facilitator", "scribe")


def methods(package: Package, language: Language) -> Iterator[str]:
    """How the data came about, a sentence each."""
    workshop, deck = package.tables["workshop"].iloc[0], package.deck
    yield _say("deck", language, deck=deck.title(language), version=deck.version)
    if did := words.did(_kinds(package), language):
        yield _say("walk", language, did=listed(did, language))
    yield _say("answers", language, n=number(workshop["contributions"], language))
    entered = int(package.tables["participants"]["origin"].isin(_ENTERED).sum())
    if entered:
        many = entered >= FLOOR
        yield _say("scribe" if many else "scribe_few", language, n=number(entered, language))
    if imported := int(package.tables["imports"]["ideas"].sum()):
        yield _say("imported", language, n=number(imported, language))
    if package.tables["workshop"]["settled"].notna().all():
        yield str(told(package, language))
    yield _say("median", language)
    yield _say("software", language, version=workshop["software_version"], code=workshop["code"])


def limits(package: Package, language: Language) -> Iterator[str]:
    """What a reader must keep in mind, a sentence each."""
    for name in ("sample", "small", "order", "words"):
        yield account_words.LIMITS[name](language)
    workshop = package.tables["workshop"].iloc[0]
    if workshop["left_out"]:
        left_out = number(workshop["left_out"], language)
        yield account_words.LIMITS["left_out"](language).format(n=left_out)
    if not all(package.tables[name]["quotable"].all() for name in ("contributions", "votes")):
        yield account_words.LIMITS["unquoted"](language)
    if not workshop["finished"]:
        held_back = number(workshop["held_back"], language)
        yield account_words.LIMITS["live"](language).format(n=held_back)


def draft(
    package: Package,
    language: Language,
    *,
    title: str,
    reading: str,
    say: tuple[str, ...],
    actions: tuple[Action, ...],
    earlier: tuple[Action, ...],
) -> tuple[Draft, ...]:
    """The five sections of the GRIPP2 short form, filled with what the package knows."""
    tables = package.tables
    summary = package.deck.summary(language)
    withdrew = number(tables["workshop"]["withdrew"].iloc[0], language)
    room = tables["decisions"][tables["decisions"]["table"].isna()]
    known: dict[str, tuple[str, ...]] = {
        "aim": (_known("title", language, title=title, summary=summary),),
        "methods": (reading, *methods(package, language)),
        "results": (
            _known("outcomes", language, n=number(room["step"].nunique(), language)),
            _known("actions", language, **_counts(actions, language)),
        ),
        "discussion": (
            *say,
            *([_known("earlier", language, **_counts(earlier, language))] if earlier else []),
        ),
        "reflections": (
            _known("withdrew", language, n=withdrew),
            *limits(package, language),
        ),
    }
    return tuple(
        Draft(head(language), asks(language), known[name], tuple(gap(language) for gap in gaps))
        for name, (head, asks, gaps) in account_words.DRAFT.items()
    )


def _counts(actions: tuple[Action, ...], language: Language) -> dict[str, str]:
    done = sum(action.done for action in actions)
    return {"n": number(len(actions), language), "done": number(done, language)}


def _kinds(package: Package) -> set[str]:
    """The kinds of stage that the plan of this workshop kept, at steps that it kept."""
    stages, steps = package.tables["stages"], package.tables["steps"]
    kept = set(steps[~steps["hidden"]]["step"])
    return set(stages[~stages["hidden"] & stages["step"].isin(kept)]["kind"])


def _say(name: str, language: Language, **values: object) -> str:
    return account_words.METHODS[name](language).format(**values)


def _known(name: str, language: Language, **values: object) -> str:
    return account_words.KNOWN[name](language).format(**values)
