"""The ideas of a step: what a group puts into themes, votes on and talks about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..deck import Language
from .contributions import subject
from .state import Answer, Workshop


@dataclass(frozen=True)
class Idea:
    """An answer as the group sees it, or all answers about the same role or item of the deck.

    ``id`` is the answer's, or the role's or the item's; ``role`` is None for a person's own words.
    """

    id: str
    role: str | None
    text: str
    language: Language
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Option:
    """Something the group can choose: a theme with its ideas, or an idea that is in none.

    ``table`` is the table that made the theme, None for the whole room.
    """

    id: str
    title: str
    ideas: tuple[Idea, ...]
    is_theme: bool
    table: int | None = None


def ideas(workshop: Workshop, step: str, table: int | None = None) -> list[Idea]:
    """The ideas that are shown of a step, by alphabet: never by time. Of one table if named."""
    answers = [a for a in workshop.shown_at(step) if table is None or _is_at(workshop, a, table)]
    found = [*_roles(answers), *_own_words(answers)]
    return sorted(found, key=lambda idea: (idea.role or "", idea.text.casefold(), idea.id))


def options(workshop: Workshop, step: str, table: int | None = None) -> list[Option]:
    """What can be chosen at a step: its themes with ideas in them, then the other ideas."""
    loose = {idea.id: idea for idea in ideas(workshop, step, table)}
    themes = []
    for theme in workshop.themes(step, table):
        inside = tuple(loose.pop(item) for item in theme.items if item in loose)
        if inside:
            themes.append(Option(theme.id, theme.title, inside, is_theme=True, table=theme.table))
    return [*themes, *(Option(i.id, i.text, (i,), is_theme=False) for i in loose.values())]


def _roles(answers: Iterable[Answer]) -> list[Idea]:
    chosen: dict[str, list[Answer]] = {}
    for answer in answers:
        about = subject(answer.contribution)
        if about:
            chosen.setdefault(about, []).append(answer)
    return [
        Idea(role, role, "", given[0].contribution.language, tuple(given))
        for role, given in chosen.items()
    ]


def _own_words(answers: Iterable[Answer]) -> list[Idea]:
    return [
        Idea(said.id, None, said.words, said.language, (answer,))
        for answer in answers
        if subject(said := answer.contribution) is None and said.words
    ]


def _is_at(workshop: Workshop, answer: Answer, table: int) -> bool:
    """A participant's page is given only its own table's answers, so it need not know who sits
    where: there, an answer without an author counts as the table's."""
    person = workshop.participants.get(answer.participant)
    return person is None or person.table == table
