"""Ideas gathered elsewhere, read from a table; every mistake in it is told at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from ..deck import Deck, Language, Step
from ..deck.activities import ChooseRoles
from ..deck.models import Text
from ..errors import BadInput, IdeasError
from ..language import languages
from ..workshop.contributions import LONGEST_TEXT
from .tables import Problems, Row, read_table

_COLUMNS = ["text", "language", "group", "person"]


@dataclass(frozen=True)
class Idea:
    """One row: what was said, of whom, and how it was rated.

    ``role`` is an id of the deck, and ``text`` is then empty. ``person`` is any word that tells one
    person of a group from another; "" where the file does not say.
    """

    line: int
    text: str
    role: str | None
    language: Language
    group: str | None
    person: str
    ratings: dict[str, int]


def answered_step(deck: Deck, step: str) -> Step:
    """The step of this id, if people answer there."""
    found = {each.id: each for _, each in deck.answered_steps()}
    if step not in found:
        raise BadInput(f"{step!r} is not a step with answers; there are: {', '.join(found)}.")
    return found[step]


def read_ideas(name: str, content: bytes, deck: Deck, step: Step, language: Language) -> list[Idea]:
    """The ideas in a CSV file called ``name``; ``language`` is that of rows that do not say.

    Raises
    ------
    IdeasError
        The file can't be used; it lists every mistake.
    """
    problems = Problems(name)
    scales = list(getattr(step.activity, "scales", ()))
    rows = read_table(content, [*_COLUMNS, *scales], problems)
    ideas = [_Reading(row, deck, step, problems).idea(language) for row in rows]
    if not rows and not problems.found:
        problems.add(2, "text", "There is no idea in the file.", "Write one in each row.")
    if problems.found:
        raise IdeasError(sorted(problems.found, key=attrgetter("line")))
    return ideas


@dataclass(frozen=True)
class _Reading:
    """One row being read; what is wrong with it goes to the problems of the file."""

    row: Row
    deck: Deck
    step: Step
    problems: Problems

    def idea(self, language: Language) -> Idea:
        role = self._role()
        return Idea(
            line=self.row.line,
            text="" if role else self._text(),
            role=role,
            language=self._language(language),
            group=self._group(),
            person=self.row["person"],
            ratings=dict(self._ratings()),
        )

    def _wrong(self, column: str, wrong: str, mend: str) -> None:
        self.problems.add(self.row.line, column, wrong, mend)

    def _text(self) -> str:
        text = self.row["text"]
        if not text:
            self._wrong("text", "There are no words.", "Write the idea, or take the row out.")
        if len(text) > LONGEST_TEXT:
            wrong = f"There are {len(text)} characters."
            self._wrong("text", wrong, f"Shorten it to {LONGEST_TEXT}, or split it in two rows.")
        return text

    def _role(self) -> str | None:
        """At a step of roles, the role of the deck that the words name."""
        if not isinstance(self.step.activity, ChooseRoles):
            return None
        return _named(self.row["text"], {role.id: role.name for role in self.deck.roles.values()})

    def _language(self, otherwise: Language) -> Language:
        said = self.row["language"].casefold()
        known = next((each for each in languages() if each.casefold() == said), None)
        if said and known is None:
            self._wrong(
                "language",
                f"{said!r} is not a language here.",
                f"Write one of {', '.join(languages())}.",
            )
        return known or otherwise

    def _group(self) -> str | None:
        said = self.row["group"]
        group = _named(said, {each.id: each.name for each in self.deck.groups})
        if said and group is None:
            mend = f"Write one of {', '.join(self.deck.group)}, or leave it empty."
            self._wrong("group", f"{said!r} is not a group of this deck.", mend)
        return group

    def _ratings(self) -> Iterator[tuple[str, int]]:
        for name in getattr(self.step.activity, "scales", ()):
            points = {str(value): value for value in self.deck.scale[name].values}
            said = self.row[name]
            if said in points:
                yield name, points[said]
            elif said:
                mend = f"Write one of {', '.join(points)}, or leave it empty."
                self._wrong(name, f"{said!r} is not on this scale.", mend)


def _named(said: str, names: dict[str, Text]) -> str | None:
    """The id that was meant: by itself or by its name in either language."""
    meant = said.casefold()
    for id_, name in names.items():
        if meant in (id_, *(name(language).casefold() for language in languages())):
            return id_
    return None
