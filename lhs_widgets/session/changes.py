"""What people change on a board, beside their own answers: ballots, themes, outcomes, notes.

A change arrives with an id of its own and an *entry*, a plain value from the browser that says its
``kind``. It becomes one event under that id, so that sending it again changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..deck import Language
from ..deck.stages import Group
from ..errors import Refused
from ..language import installed
from ..workshop import Event, Stamp, Workshop, actions, read_ballot

Entry = Mapping[str, Any]


@dataclass(frozen=True)
class Actor:
    """Who looks at a board: a participant, at a table while the group is split; or, with neither,
    the facilitator, or someone who looks on beside them. For the participant, a scribe may
    write."""

    participant: str = ""
    table: int | None = None
    looks_on: bool = False
    scribes: bool = False

    @property
    def facilitates(self) -> bool:
        return not self.participant and not self.looks_on


def record_change(workshop: Workshop, actor: Actor, entry: object, stamp: Stamp) -> Event:
    """The event of a change.

    Raises
    ------
    Refused
        The entry is not understood, or this person may not do it now.
    """
    if actor.looks_on:
        raise Refused("looks-on", "Who looks on changes nothing.")
    if not isinstance(entry, Mapping):
        raise Refused("not-understood", "A change has an entry.")
    step = str(entry.get("step"))
    if step not in workshop.deck.steps:
        raise Refused("no-such-step", f"{step!r} is not a step of this deck.")
    match entry.get("kind"):
        case "ballot" if actor.participant:
            ballot = read_ballot(entry.get("ballot"))
            return actions.cast_ballot(workshop, actor.participant, step, ballot, stamp)
        case "note" if actor.facilitates:
            return actions.note(workshop, step, _text(entry, "text"), stamp)
        case "outcome":
            return _outcome(workshop, actor, step, entry, stamp)
        case "translation" if may_translate(actor):
            return _translation(workshop, entry, stamp)
        case "group" | "ungroup" | "merge" | "rename" | "undo":
            return _theme_act(workshop, actor, step, entry, stamp)
    raise Refused("not-understood", f"{entry.get('kind')!r} is not a change of this page.")


def may_group(workshop: Workshop, actor: Actor, step: str) -> bool:
    """Whether this person may put ideas into themes now."""
    if workshop.is_locked(step) or actor.looks_on:
        return False
    stage = workshop.stage(step)
    return actor.facilitates or (isinstance(stage, Group) and stage.by == "everyone")


def may_agree(workshop: Workshop, actor: Actor, step: str) -> bool:
    """Whether this person may write the outcome: the facilitator, and each table its own."""
    return not workshop.is_locked(step) and (actor.facilitates or actor.table is not None)


def may_translate(actor: Actor) -> bool:
    """Whether this person may say in another language what an idea says."""
    return actor.facilitates or actor.scribes


def _translation(workshop: Workshop, entry: Entry, stamp: Stamp) -> Event:
    idea, words, of = (_text(entry, field) for field in ("contribution", "text", "of"))
    return actions.translate_idea(workshop, idea, words, _language(entry), stamp, of=of)


def _language(entry: Entry) -> Language:
    language = entry.get("language")
    if not isinstance(language, str) or not installed(language):
        raise Refused("not-understood", "These words have a language.")
    return language


def _outcome(workshop: Workshop, actor: Actor, step: str, entry: Entry, stamp: Stamp) -> Event:
    if not may_agree(workshop, actor, step):
        raise Refused("not-now", "The outcome is written by the facilitator.")
    text, language = _text(entry, "text"), _language(entry)
    return actions.agree(workshop, step, text, language, stamp, table=actor.table)


def _theme_act(workshop: Workshop, actor: Actor, step: str, entry: Entry, stamp: Stamp) -> Event:
    if not may_group(workshop, actor, step):
        raise Refused("not-now", "Ideas are not being grouped now.")
    table, theme, title = actor.table, str(entry.get("theme")), str(entry.get("title", ""))
    match entry["kind"]:
        case "group":
            items = _names(entry, "items")
            return actions.group_ideas(
                workshop, step, items, theme, stamp, title=title, table=table
            )
        case "ungroup":
            return actions.ungroup_ideas(workshop, step, _names(entry, "items"), stamp, table=table)
        case "merge":
            return actions.merge_themes(
                workshop, step, _names(entry, "themes"), theme, stamp, table=table
            )
        case "rename":
            return actions.rename_theme(workshop, step, theme, title, stamp, table=table)
    return actions.undo(workshop, step, str(entry.get("act")), stamp, table=table)


def _text(entry: Entry, field: str) -> str:
    text = entry.get(field)
    if not isinstance(text, str):
        raise Refused("not-understood", f"{field} is a text.")
    return text


def _names(entry: Entry, field: str) -> list[str]:
    names = entry.get(field)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise Refused("not-understood", f"{field} is a list of ids.")
    return names
