"""Tidy frames of answers about items, of rows and of maps, with declared columns and dtypes.

An ``author`` tells people apart within one step and leads nowhere else. Items, boxes, choices and
kinds of node are categories in the order of the deck. If somebody answered about one item twice,
one of the answers counts.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ...deck import Deck, Language
from ...deck.activities import Choose, Fill, PlaceOnScales, Write
from ...package import Package
from ..frames import drawable, groups_of, ordered, same_words, typed, worded
from ..together.frames import steps

_SAID = {"step": "category", "author": "string", "group": "category"}
SORTED = {**_SAID, "item": "category", "bin": "category"}
PLACED = {
    **_SAID,
    "item": "category",
    "scale": "category",
    "order": "Int64",
    "value": "Int64",
    "point": "string",
    "paired": "boolean",
}
CHOSEN = {**_SAID, "item": "category", "points": "Int64"}
WRITTEN = {**_SAID, "prompt": "category"}
FILLED = {
    **_SAID,
    "contribution": "string",
    "column": "category",
    "choice": "category",
    "whose": "boolean",
}
NODES = {"step": "category", "author": "string", "kind": "category", "node": "string"}
ENDS = {**NODES, "link": "string"}


def sorted_items(package: Package, language: Language) -> pd.DataFrame:
    """Sorting: one row a person and item, columns :data:`SORTED`."""
    found = _about_items(package, "sorted", language)
    return typed(found.assign(bin=ordered(found["bin"], names(package.deck, language))), SORTED)


def placed(package: Package, language: Language) -> pd.DataFrame:
    """Placing: one row a person, item and scale, columns :data:`PLACED`.

    ``order`` is the scale's place at its step, from 1; ``point`` is what the value is called.
    ``paired`` is whether the step has two scales with the same points, so that a difference between
    them says something.
    """
    deck = package.deck
    found = _about_items(package, "placed", language)
    made = found.merge(package.tables["ratings"], on="contribution")
    scales = {id_: _scales(deck, id_) for id_ in made["at"].unique()}
    at = list(zip(made["at"], made["scale"], strict=True))
    questions = {scale.id: scale.question(language) for scale in deck.scales}
    return typed(
        made.assign(
            order=[scales[step].index(scale) + 1 for step, scale in at],
            paired=[_are_alike(deck, scales[step]) for step, _ in at],
            point=drawable(worded(made, "label", language)),
            scale=ordered(made["scale"], questions),
        ),
        PLACED,
    )


def chosen(package: Package, language: Language) -> pd.DataFrame:
    """Choosing: one row a person and item, columns :data:`CHOSEN`.

    Where order counts, the last place gives one point, each place above it one more; else each
    choice gives one.
    """
    found = _about_items(package, "chosen", language)
    most = {
        step.id: step.activity.most
        for step in package.deck.steps.values()
        if isinstance(step.activity, Choose) and step.activity.ranked
    }
    places = found["at"].map(most).astype("Int64")
    return typed(found.assign(points=(places + 1 - found["rank"]).fillna(1)), CHOSEN)


def written(package: Package, language: Language) -> pd.DataFrame:
    """Writing: one row a text, columns :data:`WRITTEN`. The texts are for reading, not counting."""
    found = _said(package, "text", language)
    labels = {
        _key(step.id, prompt.id): prompt.label(language)
        for step in package.deck.steps.values()
        if isinstance(step.activity, Write)
        for prompt in step.activity.prompts
    }
    return typed(found.assign(prompt=ordered(_key(found["at"], found["item"]), labels)), WRITTEN)


def filled(package: Package, language: Language) -> pd.DataFrame:
    """Tables filled in: one row a choice in a cell, columns :data:`FILLED`.

    ``contribution`` tells rows apart. ``whose`` is whether the column's choices are the deck's
    groups: who takes part.
    """
    deck, cells = package.deck, package.tables["cells"]
    columns = {
        _key(step.id, column.id): column
        for step in deck.steps.values()
        if isinstance(step.activity, Fill)
        for column in step.activity.columns
    }
    made = _said(package, "row", language).merge(
        cells.dropna(subset=["choice"])[["contribution", "column", "choice"]], on="contribution"
    )
    keys = _key(made["at"], made["column"])
    return typed(
        made.assign(
            column=ordered(keys, {key: c.label(language) for key, c in columns.items()}),
            choice=ordered(made["choice"], names(deck, language)),
            whose=[columns[key].choices == "groups" for key in keys],
        ),
        FILLED,
    )


def nodes(package: Package, language: Language) -> pd.DataFrame:
    """Things on maps: one row a thing on a person's map, columns :data:`NODES`.

    The same words count as one thing, whatever their case and final punctuation.
    """
    return typed(_nodes(package, language), NODES)


def ends(package: Package, language: Language) -> pd.DataFrame:
    """Links on maps: one row for each thing that a link leads to, columns :data:`ENDS`.

    A link to the middle of the map has one such end, and so has one whose other end is gone.
    """
    links = _said(package, "link", language).rename(columns={"contribution": "link"})
    long = links.melt(["link", "step", "author"], ["link_from", "link_to"], value_name="end")
    known = _nodes(package, language)[["contribution", "kind", "node"]]
    return typed(long.merge(known, left_on="end", right_on="contribution"), ENDS)


def names(deck: Deck, language: Language) -> dict[str, str]:
    """What the deck's groups, roles and items are called, by id."""
    groups = {group.id: group.name(language) for group in deck.groups}
    roles = {role.id: role.name(language) for role in deck.roles.values()}
    return groups | roles | {item.id: item.name(language) for item in deck.item.values()}


def _said(package: Package, kind: str, language: Language) -> pd.DataFrame:
    """The answers of one kind; ``at`` is the id of the step, ``step`` its title."""
    found = package.tables["contributions"]
    found = found[found["kind"] == kind].reset_index(drop=True)
    return found.assign(
        at=found["step"],
        step=steps(package, found, language),
        group=groups_of(package, found, language),
    )


def _about_items(package: Package, kind: str, language: Language) -> pd.DataFrame:
    found = _said(package, kind, language).drop_duplicates(["at", "author", "item"])
    found = found.reset_index(drop=True)
    return found.assign(item=ordered(found["item"], names(package.deck, language)))


def _nodes(package: Package, language: Language) -> pd.DataFrame:
    found = _said(package, "node", language)
    node = same_words(drawable(found["text"])).fillna("–")
    return found.assign(kind=ordered(found["bin"], names(package.deck, language)), node=node)


def _scales(deck: Deck, step: str) -> tuple[str, ...]:
    activity = deck.steps[step].activity
    return activity.scales if isinstance(activity, PlaceOnScales) else ()


def _are_alike(deck: Deck, scales: tuple[str, ...]) -> bool:
    return len(scales) == 2 and len({deck.scale[scale].values for scale in scales}) == 1


def _key(step: Any, part: Any) -> Any:
    """What tells a part of a step apart in the whole deck."""
    return step + "/" + part
