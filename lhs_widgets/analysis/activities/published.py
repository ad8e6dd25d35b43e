"""What people picked of lists that come with figures of a source: one more frame."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...deck import Language
from ...deck.activities import Choose, Fill, Sort
from ...deck.parts import ItemList
from ...package import Package
from ..frames import ordered, typed
from ..together.frames import steps
from .frames import names

PUBLISHED = {
    "step": "category",
    "figure": "category",
    "option": "category",
    "published": "Int64",
    "picks": "Int64",
}


def published(package: Package, language: Language) -> pd.DataFrame:
    """One row an option of a list with figures that a step picks from, columns :data:`PUBLISHED`.

    ``figure`` says what the source counted; ``picks`` counts an item sorted there, a person who
    chose it, or a row of a table that holds it. Lists of which nothing was picked are left out.
    """
    rows = [row for step, list_, picked in _picks(package) for row in _rows(step, list_, picked)]
    found = pd.DataFrame(rows, columns=["at", "list", *list(PUBLISHED)[2:]])
    counted = {list_.id: list_.count_of(language) for list_ in package.deck.lists if list_.count_of}
    made = found.assign(
        step=steps(package, found.rename(columns={"at": "step"}), language),
        figure=ordered(found["list"], counted),
        option=ordered(found["option"], names(package.deck, language)),
    )
    return typed(made, PUBLISHED)


Picked = tuple[str, ItemList, pd.Series]


def _picks(package: Package) -> Iterator[Picked]:
    """For each step and list that it picks from, the ids that were picked."""
    lists, answers = package.deck.list_of, package.tables["contributions"]
    cells = package.tables["cells"].merge(answers[["contribution", "step"]], on="contribution")
    for step in package.deck.steps.values():
        here = answers[answers["step"] == step.id]
        match step.activity:
            case Sort(bins=bins):
                yield step.id, lists[bins], here["bin"]
            case Choose(items=items):
                yield step.id, lists[items], here.drop_duplicates(["author", "item"])["item"]
            case Fill(columns=columns):
                filled = cells[cells["step"] == step.id]
                for column in (c for c in columns if c.choices in lists):
                    picked = filled[filled["column"] == column.id]["choice"]
                    yield step.id, lists[column.choices or ""], picked


def _rows(step: str, list_: ItemList, picked: pd.Series) -> Iterator[tuple[object, ...]]:
    counts = picked.value_counts()
    given = [item for item in list_.items if item.count is not None]
    if list_.count_of and any(item.id in counts for item in given):
        for item in given:
            yield step, list_.id, item.id, item.count, int(counts.get(item.id, 0))
