"""Whether an answer fits what its step asks for: each kind of activity has answers of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from ..deck import Deck
from ..deck.activities import (
    Choose,
    ChooseRoles,
    Column,
    Fill,
    Map,
    PlaceOnScales,
    Sort,
    Write,
    WriteChallenges,
    WriteConditions,
)

if TYPE_CHECKING:
    from .contributions import Contribution

#: What an answer to an activity may hold beside its step and language.
_FIELDS: dict[type, frozenset[str]] = {
    ChooseRoles: frozenset({"text", "role", "scope", "ratings"}),
    WriteConditions: frozenset({"text", "scope", "ratings"}),
    WriteChallenges: frozenset({"text", "scope", "ratings", "eased_by"}),
    Sort: frozenset({"item", "bin", "text"}),
    PlaceOnScales: frozenset({"item", "ratings", "text"}),
    Choose: frozenset({"item", "rank", "text"}),
    Write: frozenset({"item", "text"}),
    Fill: frozenset({"item", "cells"}),
    Map: frozenset({"bin", "text", "ends"}),
}
_OPTIONAL = frozenset().union(*_FIELDS.values())


def misfits(said: Contribution, activity: Any, deck: Deck) -> Iterator[str]:
    """What does not fit, in words for the log; nothing for a good answer."""
    for field in _OPTIONAL - _FIELDS[type(activity)]:
        if getattr(said, field) not in (None, "", "self", {}):
            yield f"an answer here has no {field}"
    yield from _ratings(said, activity, deck)
    match activity:
        case ChooseRoles():
            yield from _role(said, deck)
        case Fill():
            yield from _row(said, activity, deck)
        case _:
            yield from _about(said, activity, deck)


def _about(said: Contribution, activity: Any, deck: Deck) -> Iterator[str]:
    """An answer about an item of a list, to a prompt, or on a map."""
    match activity:
        case Sort(items=items, bins=bins):
            yield from _one_of("item", said.item, _ids(deck, items))
            yield from _one_of("bin", said.bin, [None, *_ids(deck, bins)])
        case PlaceOnScales(items=items):
            yield from _one_of("item", said.item, _ids(deck, items))
        case Choose(items=items, most=most):
            yield from _one_of("item", said.item, _ids(deck, items))
            if (said.rank or 1) > most:
                yield f"there are {most} places"
        case Write(prompts=prompts):
            yield from _one_of("prompt", said.item, [prompt.id for prompt in prompts])
        case Map(nodes=nodes):
            yield from _one_of("kind of node", said.bin, [None, *_ids(deck, nodes)])
            if said.ends and (said.bin or said.ends[0] == said.ends[1]):
                yield "a link joins two nodes, and is none"


def _ratings(said: Contribution, activity: Any, deck: Deck) -> Iterator[str]:
    scales = getattr(activity, "scales", ())
    for name, value in said.ratings.items():
        if name not in scales or value not in deck.scale[name].values:
            yield f"{name}={value!r} is not a rating"


def _role(said: Contribution, deck: Deck) -> Iterator[str]:
    yield from _one_of("role", said.role, [None, *deck.roles])
    if said.role and said.text:
        yield "a role is either the deck's or one's own"


def _row(said: Contribution, activity: Fill, deck: Deck) -> Iterator[str]:
    heads = _ids(deck, activity.rows) if activity.rows else [None]
    yield from _one_of("row", said.item, heads)
    columns = {column.id: column for column in activity.columns}
    for name, cell in said.cells.items():
        if name not in columns:
            yield f"there is no column {name!r}"
        else:
            yield from _cell(columns[name], cell, deck)


def _cell(column: Column, cell: str | tuple[str, ...], deck: Deck) -> Iterator[str]:
    if column.choices is None:
        if not isinstance(cell, str):
            yield f"the column {column.id!r} holds words"
        return
    if isinstance(cell, str):
        yield f"the column {column.id!r} holds choices"
        return
    if len(cell) > 1 and not column.several:
        yield f"the column {column.id!r} holds one choice"
    for each in cell:
        yield from _one_of(column.id, each, choices(column.choices, deck))


def choices(name: str, deck: Deck) -> Collection[str]:
    """The ids that a column with choices offers."""
    match name:
        case "groups":
            return deck.group.keys()
        case "roles":
            return deck.roles.keys()
    return _ids(deck, name)


def _ids(deck: Deck, name: str) -> list[str]:
    return [item.id for item in deck.list_of[name].items]


def _one_of(what: str, value: str | None, known: Collection[str | None]) -> Iterator[str]:
    if value not in known:
        yield f"{value!r} is no {what}"
