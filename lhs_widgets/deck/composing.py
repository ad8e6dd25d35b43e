"""A deck made of steps of several decks, for a workshop of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from ruamel.yaml import YAML

from ..errors import BadInput
from .base import Text
from .loading import built_in_decks, load_deck, parse_deck
from .models import Deck, Phase, Step

#: The parts that steps share; the same id is the same thing in every built-in deck.
_SHARED = ("sources", "groups", "scales", "role_functions", "lists")


def compose(identifier: str, title: Text, steps: Sequence[str]) -> str:
    """The YAML of a deck with these steps of the built-in decks, in this order.

    Raises
    ------
    BadInput
        A step is unknown or named twice, or there is none.
    DeckError
        The steps do not fit together, such as challenges without the conditions that ease them.
    """
    if not steps or len(set(steps)) < len(steps):
        raise BadInput("Name one step or more, each once.")
    homes = dict(_homes())
    for step in steps:
        if step not in homes:
            raise BadInput(
                f"{step!r} is not a step of a built-in deck; `lhs decks --json` lists them."
            )
    chosen = [homes[step] for step in steps]
    document = {
        "format": 1,
        "id": identifier,
        "version": "1.0.0",
        "title": _plain(title),
        "summary": _plain(_summary(chosen)),
        **_shared([deck for deck, _, _ in chosen]),
        "phases": list(_phases(chosen)),
    }
    text = _as_yaml(document)
    parse_deck(text)
    return text


Home = tuple[Deck, Phase, Step]


def _homes() -> Iterator[tuple[str, Home]]:
    """Every step of the built-in decks, with its deck and phase."""
    for name in built_in_decks():
        deck = load_deck(name)
        for phase in deck.phases:
            for step in phase.steps:
                yield step.id, (deck, phase, step)


def _summary(chosen: Sequence[Home]) -> Text:
    titles = {deck.id: deck.title for deck, _, _ in chosen}
    return Text(
        en=" · ".join(title.en for title in titles.values()),
        fr=" · ".join(title.fr for title in titles.values()),
    )


def _shared(decks: Sequence[Deck]) -> dict[str, Any]:
    """What the steps may refer to, each once."""
    shared: dict[str, Any] = {}
    for name in _SHARED:
        parts = {part.id: part for deck in decks for part in getattr(deck, name)}
        shared[name] = [_plain(part) for part in parts.values()]
    reviewed = [deck.systems_reviewed for deck in decks if deck.systems_reviewed]
    return shared | ({"systems_reviewed": reviewed[0]} if reviewed else {})


def _phases(chosen: Sequence[Home]) -> Iterator[dict[str, Any]]:
    """Steps of one phase that follow each other stay together."""
    phases: list[tuple[Deck, Phase, list[Step]]] = []
    for deck, phase, step in chosen:
        if phases and phases[-1][:2] == (deck, phase):
            phases[-1][2].append(step)
        else:
            phases.append((deck, phase, [step]))
    for number, (_, phase, steps) in enumerate(phases, 1):
        plain = _plain(phase)
        yield plain | {"id": f"part-{number}", "steps": [_plain(step) for step in steps]}


def _plain(part: Any) -> Any:
    return part.model_dump(mode="json", exclude_defaults=True)


def _as_yaml(document: Mapping[str, Any]) -> str:
    writer = YAML()
    writer.width = 100
    text = StringIO()
    writer.dump(document, text)
    return text.getvalue()
