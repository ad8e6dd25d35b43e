"""What people wrote in another language than the report's, with its translation beside it."""

from __future__ import annotations

from dataclasses import replace

from ..deck import Language
from ..package import Package
from . import words


def translated(package: Package, language: Language) -> Package:
    """The package with translations into a language put after the words that they are of.

    Every part of a report starts from it, so that the words are the same wherever they stand.
    """
    found = package.tables["translations"]
    here = found[found["language"] == language].set_index("contribution")["text"]
    if here.empty:
        return package
    said = package.tables["contributions"]
    label = words.label("translated", language)
    both = [
        label.format(words=text, translation=translation)
        for text, translation in zip(said["text"], said["contribution"].map(here), strict=True)
    ]
    there = said["contribution"].isin(here.index) & said["text"].notna()
    changed = said.assign(text=said["text"].where(~there, both).astype("string"))
    return replace(package, tables={**package.tables, "contributions": changed})
