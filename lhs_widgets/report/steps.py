"""What came of each step: agreed, checked, themed, and said by those who see it otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ..analysis import words as said
from ..analysis.frames import FLOOR, drawable, same_words
from ..analysis.together import frames, measures
from ..deck import Language
from ..deck import Step as Asked
from ..package import Package
from . import words
from .content import Agreed, Figure, Kind, Position, Step, Theme, View
from .figures import figures, too_few_chose

KINDS: dict[str, Kind] = {
    "roles": "roles",
    "winning-conditions": "conditions",
    "challenges": "challenges",
}

#: The answers that are words of people's own, and no item or role of the deck.
_OWN = ("role", "condition", "challenge", "text")


@dataclass(frozen=True)
class Steps:
    """The steps of a package in one language; what belongs to all steps is read once."""

    package: Package
    language: Language

    def step(self, asked: Asked) -> Step:
        """What came of one step."""
        title = self._titles[asked.id]
        agreed, enough = self._agreed(asked.id), title not in self._too_few
        views = self._at(self._minority, title)
        return Step(
            id=asked.id,
            kind=KINDS.get(asked.activity.kind, "other"),
            title=asked.title(self.language),
            question=asked.question(self.language),
            agreed=tuple(each for each in agreed if not each.where),
            at_tables=tuple(each for each in agreed if each.where),
            positions=self._positions(self._at(self._agreement, title)),
            views=tuple(View(str(row.position), row.reason) for row in views.itertuples()),
            figures=self._figures.get(title, ()),
            themes=tuple(self._themes(title)),
            smaller=tuple(self._smaller(title)),
            said=self._said(asked.id),
            note="" if enough else words.label("too_few", self.language),
        )

    def _positions(self, rows: pd.DataFrame) -> tuple[Position, ...]:
        """How many took each position; nothing where fewer than five people took one."""
        keys = {name(self.language): key for key, name in said.POSITIONS.items()}
        return tuple(
            Position(keys[str(row.position)], str(row.position), int(row.n))
            for row in rows.itertuples()
        )

    def _agreed(self, step: str) -> list[Agreed]:
        found = self.package.tables["decisions"]
        rows = found[found["step"] == step].sort_values("table", na_position="first")
        texts = drawable(rows["text"])
        return [
            Agreed(text, language, self._table(table))
            for text, language, table in zip(texts, rows["language"], rows["table"], strict=True)
        ]

    def _themes(self, title: str) -> list[Theme]:
        rows = self._at(self._largest, title)
        return [
            Theme(
                said.one_line(row.theme),
                int(row.n),
                int(row.ideas),
                self._table(row.table),
                self._words_in(title, row.theme, row.table),
            )
            for row in rows[rows["n"] >= FLOOR].itertuples()
        ]

    def _smaller(self, title: str) -> list[str]:
        rows = self._at(self._largest, title)
        names = rows[rows["n"] < FLOOR]["theme"].map(said.one_line)
        return list(dict.fromkeys(names))

    def _words_in(self, title: str, theme: str, table: object) -> tuple[str, ...]:
        ideas = self._at(self._ideas, title)
        here = ideas["table"].isna() if pd.isna(table) else ideas["table"] == table
        return tuple(ideas[(ideas["theme"] == theme) & here.fillna(False)]["idea"])

    def _said(self, step: str) -> tuple[str, ...]:
        """What people wrote and the group saw, where no themes were made of it."""
        made = self.package.tables["themes"]
        if ((made["step"] == step) & (made["state"] == "there")).any():
            return ()
        found = self.package.tables["contributions"]
        shown = found["revealed"] & found["moderated"].isna() & found["kind"].isin(_OWN)
        own = found[shown & (found["step"] == step) & found["role"].isna()]
        texts = same_words(drawable(own["text"])).dropna().drop_duplicates()
        return tuple(sorted(texts, key=str.casefold))

    def _table(self, table: object) -> str:
        if pd.isna(table):
            return ""
        return words.label("at_table", self.language).format(n=table)

    @staticmethod
    def _at(measure: pd.DataFrame, title: str) -> pd.DataFrame:
        return measure[measure["step"] == title]

    @cached_property
    def _titles(self) -> dict[str, str]:
        return frames.titles(self.package, self.language)

    @cached_property
    def _figures(self) -> dict[str, tuple[Figure, ...]]:
        return dict(figures(self.package, self.language))

    @cached_property
    def _too_few(self) -> frozenset[str]:
        return too_few_chose(self.package, self.language)

    @cached_property
    def _largest(self) -> pd.DataFrame:
        return measures.largest(frames.themes(self.package, self.language))

    @cached_property
    def _ideas(self) -> pd.DataFrame:
        return frames.ideas(self.package, self.language)

    @cached_property
    def _agreement(self) -> pd.DataFrame:
        return measures.agreement(frames.positions(self.package, self.language))

    @cached_property
    def _minority(self) -> pd.DataFrame:
        found = measures.minority(frames.positions(self.package, self.language))
        return found[found["position"] != said.POSITIONS["agree"](self.language)]
