"""Ideas that belong together: themes, derived from the acts that made them.

Each act says what was meant (“these ideas belong to that theme”), never what the screen looked
like, so two people who act at once lose nothing. An undone act is left out and all others are
applied again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .events import Event, Kind


@dataclass(frozen=True)
class Theme:
    """A named set of ideas. ``table`` is the table that made it, None for the whole room."""

    id: str
    title: str
    table: int | None
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Themes:
    """The themes of a step. ``merged`` leads from a theme that is gone to the one it went into."""

    by_id: Mapping[str, Theme]
    merged: Mapping[str, str]

    def theme_of(self, item: str) -> Theme | None:
        """The theme an idea is in."""
        return next((theme for theme in self.by_id.values() if item in theme.items), None)

    def survivor(self, theme: str) -> str:
        """The theme in which this one lives on; itself if it was never merged."""
        while theme in self.merged:
            theme = self.merged[theme]
        return theme


def arrange(acts: Sequence[Event]) -> Themes:
    """The themes after ``acts``, the oldest first."""
    draft = _Draft({e.body["theme"]: e.body["title"] for e in acts if e.body.get("title")})
    for act in not_undone(acts):
        draft.apply(act)
    return Themes(draft.themes, draft.merged)


def last_act(acts: Sequence[Event], table: int | None = None) -> Event | None:
    """The newest act at a table (None: anywhere) that is not undone and can be."""
    done = [e for e in not_undone(acts) if table is None or e.body.get("table") == table]
    return done[-1] if done else None


def not_undone(acts: Sequence[Event]) -> list[Event]:
    """The acts that count. Undoing an undo brings the act back."""
    undone: set[str] = set()
    kept = []
    for act in reversed(acts):
        if act.id in undone:
            continue
        if act.kind is Kind.UNDONE:
            undone.add(act.body["act"])
        else:
            kept.append(act)
    return kept[::-1]


class _Draft:
    """Themes being made. ``titles`` holds every theme's title, even of an act that was undone:
    what others put into such a theme since keeps its name."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self.titles = titles
        self.themes: dict[str, Theme] = {}
        self.merged: dict[str, str] = {}

    def apply(self, act: Event) -> None:
        body, table = act.body, act.body.get("table")
        match act.kind:
            case Kind.GROUPED:
                self._put(self._alive(body["theme"]), body["items"], body.get("title"), table)
            case Kind.UNGROUPED:
                self._take(body["items"])
            case Kind.RENAMED:
                self._name(self._alive(body["theme"]), body["title"])
            case Kind.MERGED:
                self._merge(body["themes"], self._alive(body["theme"]), table)

    def _alive(self, theme: str) -> str:
        return Themes(self.themes, self.merged).survivor(theme)

    def _put(self, theme: str, items: Iterable[str], title: str | None, table: int | None) -> None:
        self._take(items)
        found = self.themes.get(theme) or Theme(theme, self.titles.get(theme, ""), table)
        together = dict.fromkeys([*found.items, *items])
        self.themes[theme] = Theme(theme, title or found.title, found.table, tuple(together))

    def _take(self, items: Iterable[str]) -> None:
        taken = set(items)
        for theme in self.themes.values():
            if taken.intersection(theme.items):
                left = tuple(item for item in theme.items if item not in taken)
                self.themes[theme.id] = Theme(theme.id, theme.title, theme.table, left)

    def _name(self, theme: str, title: str) -> None:
        if theme in self.themes:
            found = self.themes[theme]
            self.themes[theme] = Theme(theme, title, found.table, found.items)

    def _merge(self, themes: Iterable[str], into: str, table: int | None) -> None:
        """A theme merged by someone else at the same moment is found where it went."""
        for theme in map(self._alive, themes):
            if theme != into and theme in self.themes:
                self._put(into, self.themes.pop(theme).items, None, table)
                self.merged[theme] = into
