"""What answers about the deck's items come to, once they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import median
from typing import Any

from ...deck import Deck, Language, Step
from ...deck.activities import Choose, Map, PlaceOnScales, Sort
from ...deck.parts import Item
from ...widgets.content import items_content, scale_content
from ...workshop import Contribution, Workshop, ideas

Tally = dict[str, Any]


def tally(workshop: Workshop, step: Step, table: int | None, language: Language) -> Tally | None:
    """The tally of a step's shown answers; None where people write in their own words.

    ``people`` counts who answered. Each row is an item: its title, the figure of its source, and
    by kind: ``counts`` in the order of the boxes (sort), medians and counts by scale (place), or a
    score (choose). A map has its nodes and links instead.
    """
    told = [a for idea in ideas(workshop, step.id, table) for a in idea.answers]
    said = [answer.contribution for answer in told]
    if isinstance(step.activity, Map):
        return _map(workshop.deck, step.activity, said, language)
    row = _ROWS.get(type(step.activity))
    if row is None:
        return None
    listed = workshop.deck.list_of[step.activity.items]  # type: ignore[union-attr]
    about = {item.id: [each for each in said if each.item == item.id] for item in listed.items}
    count_of = listed.count_of(language) if listed.count_of else None
    rows = [
        {
            "option": item.id,
            "title": item.name(language),
            "published": _published(item, count_of),
            **row(workshop.deck, step.activity, about[item.id]),
        }
        for item in listed.items
    ]
    return {**_frame(workshop.deck, step.activity, language), "rows": _ordered(step, rows)}


def _frame(deck: Deck, activity: Any, language: Language) -> Tally:
    match activity:
        case Sort(bins=bins):
            boxes = items_content(deck, bins, language)
            return {"kind": "sort", "bins": [{"id": b["id"], "name": b["name"]} for b in boxes]}
        case PlaceOnScales(scales=scales):
            return {
                "kind": "place",
                "scales": [scale_content(deck.scale[s], language) for s in scales],
            }
    return {"kind": "choose", "ranked": activity.ranked}


def _sorted(deck: Deck, activity: Sort, said: Sequence[Contribution]) -> Tally:
    found = Counter(each.bin for each in said)
    counts = [found[bin_.id] for bin_ in deck.list_of[activity.bins].items]
    return {"people": len(said), "counts": counts}


def _placed(_: Deck, activity: PlaceOnScales, said: Sequence[Contribution]) -> Tally:
    values = {
        scale: sorted(each.ratings[scale] for each in said if scale in each.ratings)
        for scale in activity.scales
    }
    return {
        "people": len(said),
        "medians": {scale: median(given) for scale, given in values.items() if given},
        "counts": {scale: sorted(Counter(given).items()) for scale, given in values.items()},
    }


def _chosen(_: Deck, activity: Choose, said: Sequence[Contribution]) -> Tally:
    ranks = [each.rank for each in said if each.rank]
    points = (activity.most + 1 - rank for rank in ranks)
    return {"people": len(ranks), "score": sum(points) if activity.ranked else len(ranks)}


_ROWS: dict[type, Callable[[Deck, Any, Sequence[Contribution]], Tally]] = {
    Sort: _sorted,
    PlaceOnScales: _placed,
    Choose: _chosen,
}


def _ordered(step: Step, rows: list[Tally]) -> list[Tally]:
    """As in the source; what was chosen, the most chosen first."""
    if not isinstance(step.activity, Choose):
        return rows
    return sorted((row for row in rows if row["people"]), key=lambda row: -row["score"])


def _published(item: Item, count_of: str | None) -> str:
    return f"{count_of} {item.count}" if count_of and item.count is not None else ""


def _map(deck: Deck, activity: Map, said: Iterable[Contribution], language: Language) -> Tally:
    said = list(said)
    nodes = [{"id": each.id, "text": each.text, "bin": each.bin} for each in said if each.bin]
    known = {node["id"] for node in nodes} | {"centre"}
    links = [
        {"ends": list(each.ends), "text": each.text}
        for each in said
        if each.ends and known.issuperset(each.ends)
    ]
    return {
        "kind": "map",
        "nodes": nodes,
        "links": links,
        "kinds": [
            {"id": k["id"], "name": k["name"]}
            for k in items_content(deck, activity.nodes, language)
        ],
        "centre": activity.centre(language),
    }
