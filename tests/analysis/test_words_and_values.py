"""The words a group chose and set aside, and the values it put first."""

from __future__ import annotations

import pandas as pd
import pytest

from lhs_widgets.analysis.meaning import frames, measures, sections, sentences
from lhs_widgets.package import Package, read_package

from .conftest import ROOT


@pytest.fixture(scope="module")
def plan() -> Package:
    return read_package(ROOT / "data" / "example-plan")


def glossary(*rows: tuple[str, str | None, str | None, str | None]) -> pd.DataFrame:
    """Word, meaning, what is set aside and family."""
    made = [("Glossary", f"p-{n}", *row) for n, row in enumerate(rows)]
    return pd.DataFrame(made, columns=list(frames.GLOSSARY)).astype(frames.GLOSSARY)


def test_only_steps_about_these_lists_are_read(plan: Package) -> None:
    chosen = {
        lists: set(frames.chosen(plan, "en", lists)["step"])
        for lists in (frames.HEARD, frames.NAMES, frames.VALUES)
    }
    assert [len(steps) for steps in chosen.values()] == [1, 1, 1]
    (values,) = chosen[frames.VALUES]
    assert values == "What we hold to – The values we put first"


def test_names_nobody_chose_are_left_out(plan: Package) -> None:
    found = measures.named(frames.counted(plan, "en", frames.NAMES))
    assert (found["picks"] > 0).all()
    assert found["picks"].is_monotonic_decreasing
    assert found.iloc[0]["option"] in sentences.named(found, "en")


def test_the_glossary_has_its_words_meanings_and_what_is_set_aside(plan: Package) -> None:
    found = frames.glossary(plan, "en")
    assert {c: str(t) for c, t in found.dtypes.items()} == frames.GLOSSARY
    assert len(found) == 60
    assert found["word"].notna().all()
    assert found["aside"].notna().sum() == 53
    assert set(found["family"].dropna()) == {
        "Active involvement",
        "Collaboration, cooperation, co-production",
        "Leadership by patients or peers",
        "Partnership",
    }


def test_families_count_the_people_behind_their_words() -> None:
    rows = glossary(
        ("Peer", None, None, "Leadership"),
        ("Partner", None, None, "Partnership"),
        ("Ally", None, None, "Partnership"),
        ("Guest", None, None, None),
    )
    found = measures.families(rows)
    assert found[["family", "n", "texts"]].to_numpy().tolist() == [
        ["Partnership", 2, 2],
        ["Leadership", 1, 1],
    ]


def test_a_glossary_is_read_by_alphabet_each_entry_once() -> None:
    rows = glossary(
        ("peer", "One of us", "Lay person", None),
        ("Ally", None, None, None),
        ("peer", "One of us", "Lay person", None),
    )
    found = measures.words(rows)
    assert found["word"].tolist() == ["Ally", "peer"]
    assert sentences.words(found, "en") == (
        "The glossary has 2 entries; 1 of them say which word will not be used."
    )


def test_the_value_furthest_behind_what_it_matters_is_named(plan: Package) -> None:
    found = measures.lagging(frames.placed(plan, "en", frames.VALUES))
    assert len(found) == 11
    assert "“Adaptability” and “Sound science” (by 3 points at the median)" in sentences.lagging(
        found, "en"
    )


def test_values_that_are_there_as_they_matter_are_told_so() -> None:
    found = pd.DataFrame({"n": [6], "item": ["Equity"], "median": [0.0]})
    assert sentences.lagging(found, "en").startswith("No value matters more")


def test_points_and_people_of_the_first_value_are_told(plan: Package) -> None:
    found = measures.first(frames.chosen(plan, "fr", frames.VALUES))
    assert sentences.first(found, "fr").endswith("(65 points, 20 personnes).")


def test_without_a_glossary_there_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    nothing = measures.words(glossary())
    assert sections.read(nothing, "en") == "No glossary was written in this workshop."
    assert capsys.readouterr().out == ""
