"""The themes of each step, what is in them, and how they came to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...workshop import Event, Kind
from ...workshop.themes import Theme, Themes, not_undone
from .exported import Exported
from .row import Row
from .telling import impersonal


def themes(export: Exported) -> Iterator[Row]:
    """Every theme that was ever made: what points to one finds it, whatever became of it."""
    for step, acts in export.state.theme_acts.items():
        now = export.state.arrangement(step)
        for id_ in sorted({act.body["theme"] for act in acts if act.kind is Kind.GROUPED}):
            yield {
                "theme": id_,
                "workshop": export.code,
                "step": step,
                "table": _table(export, next(a for a in acts if a.body.get("theme") == id_)),
                "title": _title(now, acts, id_),
                "ideas": len(_ideas(export, now.by_id[id_])) if id_ in now.by_id else 0,
                **_state(now, id_),
            }


def theme_ideas(export: Exported) -> Iterator[Row]:
    for step in export.state.theme_acts:
        for theme in export.state.themes(step):
            yield from ({"theme": theme.id, **idea} for idea in _ideas(export, theme))


def theme_acts(export: Exported) -> Iterator[Row]:
    for step, acts in export.state.theme_acts.items():
        counting = {act.id for act in not_undone(acts)}
        for act in acts:
            told: Row = {
                "act": act.id,
                "workshop": export.code,
                "step": step,
                "table": _table(export, act),
                "at": act.at,
                "kind": act.kind.value,
                "theme": act.body.get("theme"),
                "title": act.body.get("title"),
                "undoes": act.body.get("act"),
                "undone": act.id not in counting,
                "origin": impersonal(act),
            }
            for line, moved in enumerate(_moved(export, act), start=1):
                yield {**told, "line": line, **moved}


def _ideas(export: Exported, theme: Theme) -> list[Row]:
    """The ideas in a theme that are still there."""
    found = ((item, export.idea(item)) for item in theme.items)
    return [{"idea": item, **idea} for item, idea in found if idea]


def _moved(export: Exported, act: Event) -> list[Row]:
    """The ideas and themes that an act moved; one empty row for an act that moved none."""
    ideas: list[Row] = [{"idea": item, **export.idea(item)} for item in act.body.get("items", ())]
    merged: list[Row] = [{"merged": theme} for theme in act.body.get("themes", ())]
    return ideas + merged or [{}]


def _table(export: Exported, act: Event) -> int | None:
    return act.body.get("table") if export.tells_tables(act.step or "") else None


def _title(now: Themes, acts: Sequence[Event], theme: str) -> str:
    """The title it has, or the last it was given."""
    if theme in now.by_id:
        return now.by_id[theme].title
    given = [act.body["title"] for act in acts if act.body.get("theme") == theme]
    return next(filter(None, reversed(given)), "–")


def _state(now: Themes, theme: str) -> Row:
    if theme in now.by_id:
        return {"state": "there"}
    into = now.survivor(theme)
    return {"state": "merged", "merged_into": into} if into != theme else {"state": "undone"}
