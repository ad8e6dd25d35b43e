"""Rules between the parts of a deck that a single model can't see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .activities import (
    Choose,
    ChooseRoles,
    Fill,
    Map,
    PlaceOnScales,
    Sort,
    WriteChallenges,
    WriteConditions,
)
from .models import Deck, Step
from .stages import Rate

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """A broken rule: the path of the field, what is wrong, how to mend it."""

    path: Path
    wrong: str
    mend: str


def faults(deck: Deck) -> Iterator[Fault]:
    """Every broken rule between parts: ids used twice, references to nothing, backward links."""
    yield from _repeated_ids(deck)
    yield from _unknown_sources(deck)
    yield from _unknown_families(deck)
    for path, step in _steps(deck):
        yield from _step_faults(deck, path, step)


def _steps(deck: Deck) -> Iterator[tuple[Path, Step]]:
    for p, phase in enumerate(deck.phases):
        for s, step in enumerate(phase.steps):
            yield ("phases", p, "steps", s), step


def _repeated_ids(deck: Deck) -> Iterator[Fault]:
    roles: list[tuple[Path, str]] = [
        (("role_functions", f, "roles", r), role.id)
        for f, function in enumerate(deck.role_functions)
        for r, role in enumerate(function.roles)
    ]
    cards: list[tuple[Path, str]] = [
        ((*path, "cards", c), card.id)
        for path, step in _steps(deck)
        for c, card in enumerate(step.cards)
    ]
    families: dict[str, list[tuple[Path, str]]] = {
        "source": [(("sources", i), item.id) for i, item in enumerate(deck.sources)],
        "group": [(("groups", i), item.id) for i, item in enumerate(deck.groups)],
        "scale": [(("scales", i), item.id) for i, item in enumerate(deck.scales)],
        "phase": [(("phases", i), item.id) for i, item in enumerate(deck.phases)],
        "function": [(("role_functions", i), f.id) for i, f in enumerate(deck.role_functions)],
        "step": [(path, step.id) for path, step in _steps(deck)],
        "role": roles,
        "card": cards,
        "list": [(("lists", i), item.id) for i, item in enumerate(deck.lists)],
        "item": [
            (("lists", i, "items", j), item.id)
            for i, each in enumerate(deck.lists)
            for j, item in enumerate(each.items)
        ],
    }
    for family, members in families.items():
        times = Counter(identifier for _, identifier in members)
        seen: set[str] = set()
        for path, identifier in members:
            if times[identifier] > 1 and identifier in seen:
                yield Fault(
                    (*path, "id"),
                    f"The {family} id “{identifier}” is used twice.",
                    f"Give each {family} an id of its own.",
                )
            seen.add(identifier)


def _unknown_sources(deck: Deck) -> Iterator[Fault]:
    for path, source in _places(deck):
        if source not in deck.source:
            yield Fault(
                (*path, "source"),
                f"No source has the id “{source}”.",
                f"Use one of: {_listed(deck.source)}; or add it under sources.",
            )


def _places(deck: Deck) -> Iterator[tuple[Path, str]]:
    for i, scale in enumerate(deck.scales):
        if scale.place:
            yield ("scales", i, "place"), scale.place.source
    for f, function in enumerate(deck.role_functions):
        for r, role in enumerate(function.roles):
            yield ("role_functions", f, "roles", r, "place"), role.place.source
    yield from _item_places(deck)
    for p, phase in enumerate(deck.phases):
        if phase.central_challenge:
            yield ("phases", p, "central_challenge", "place"), phase.central_challenge.place.source
    for path, step in _steps(deck):
        for c, card in enumerate(step.cards):
            yield (*path, "cards", c, "place"), card.place.source


def _unknown_families(deck: Deck) -> Iterator[Fault]:
    for i, each in enumerate(deck.lists):
        known = [family.id for family in each.families]
        for j, item in enumerate(each.items):
            if item.family not in known and (known or item.family):
                yield Fault(
                    ("lists", i, "items", j, "family"),
                    f"“{item.family}” is not a family of this list.",
                    f"Use one of: {_listed(known)}; or add it under families.",
                )


def _item_places(deck: Deck) -> Iterator[tuple[Path, str]]:
    for i, each in enumerate(deck.lists):
        for j, item in enumerate(each.items):
            if item.place:
                yield ("lists", i, "items", j, "place"), item.place.source


def _step_faults(deck: Deck, path: Path, step: Step) -> Iterator[Fault]:
    activity = step.activity
    if isinstance(activity, ChooseRoles | WriteConditions | WriteChallenges | PlaceOnScales):
        for scale in activity.scales:
            if scale not in deck.scale:
                yield Fault(
                    (*path, "activity"),
                    f"No scale has the id “{scale}”.",
                    f"Use one of: {_listed(deck.scale)}; or add it under scales.",
                )
    for field, name in _lists_of(step):
        if name not in deck.list_of:
            yield Fault(
                (*path, "activity", *field),
                f"No list has the id “{name}”.",
                f"Use one of: {_listed(deck.list_of)}; or add it under lists.",
            )
    yield from _stage_faults(deck, path, step)
    if isinstance(activity, ChooseRoles) and not deck.role_functions:
        yield Fault(
            (*path, "activity"),
            "This step chooses roles, but the deck has none.",
            "Add role_functions with their roles.",
        )
    if isinstance(activity, WriteChallenges):
        yield from _link_faults(deck, path, step.id, activity)


def _lists_of(step: Step) -> Iterator[tuple[Path, str]]:
    """The lists of items that an activity names, with the field that names each."""
    match step.activity:
        case Sort(items=items, bins=bins):
            yield ("items",), items
            yield ("bins",), bins
        case PlaceOnScales(items=items) | Choose(items=items):
            yield ("items",), items
        case Map(nodes=nodes):
            yield ("nodes",), nodes
        case Fill(rows=rows, columns=columns):
            if rows:
                yield ("rows",), rows
            for i, column in enumerate(columns):
                if column.choices and column.choices not in ("groups", "roles"):
                    yield ("columns", i, "choices"), column.choices


def _stage_faults(deck: Deck, path: Path, step: Step) -> Iterator[Fault]:
    for i, stage in enumerate(step.stages):
        for scale in stage.scales if isinstance(stage, Rate) else ():
            if scale not in deck.scale:
                yield Fault(
                    (*path, "stages", i, "scales"),
                    f"No scale has the id “{scale}”.",
                    f"Use one of: {_listed(deck.scale)}; or add it under scales.",
                )
    if step.stages and not step.is_answered:
        yield Fault(
            (*path, "stages"),
            "This step has stages, but nothing to answer.",
            "Take the stages away, or give the step an activity that people answer.",
        )


def _link_faults(deck: Deck, path: Path, step: str, activity: WriteChallenges) -> Iterator[Fault]:
    earlier = list(deck.steps)[: deck.position(step)]
    conditions = [s for s in earlier if isinstance(deck.steps[s].activity, WriteConditions)]
    if activity.eased_by not in conditions:
        yield Fault(
            (*path, "activity", "eased_by"),
            f"“{activity.eased_by}” is not an earlier step with winning conditions.",
            f"Use one of: {_listed(conditions)}.",
        )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none yet"
