"""A plan beside published figures: shares as by hand, and what people wish for beside it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lhs_widgets.analysis import frames as alone
from lhs_widgets.analysis.plan import charts, frames, measures, sentences
from lhs_widgets.package import Package, read_package

from .conftest import ROOT


@pytest.fixture(scope="module")
def plan() -> Package:
    return read_package(ROOT / "data" / "example-plan")


def planned(*rows: dict[str, Any]) -> pd.DataFrame:
    """The choices of each row of a plan, by what they are about; a promise is its level."""
    made = [
        (f"r-{n}", about, f"level-{choice}" if about == "promise" else choice, level)
        for n, row in enumerate(rows)
        for about, choices in row.items()
        for choice in (choices if isinstance(choices, list) else [choices])
        for level in [choice if about == "promise" else None]
    ]
    return pd.DataFrame(made, columns=list(frames.PLANNED)).astype(frames.PLANNED)


def figures(about: str, **counts: int) -> pd.DataFrame:
    rows = [(about, name, "Articles", n) for name, n in counts.items()]
    return pd.DataFrame(rows, columns=list(frames.FIGURES)).astype(frames.FIGURES)


def rated(*people: tuple[str, int]) -> pd.DataFrame:
    """The say wished for by each person in a role."""
    rows = [
        {"author": f"p-{n}", "role": role, "wished": wished, "today": 1, "gap": wished - 1}
        for n, (role, wished) in enumerate(people)
    ]
    frame = pd.DataFrame(rows, columns=list(alone.ROLES)).assign(scope="Self", phase="Plan")
    return frame.astype(alone.ROLES)


def test_figures_are_those_of_the_source(plan: Package) -> None:
    found = frames.figures(plan, "en").groupby("about", observed=True)["published"]
    assert found.sum().to_dict() == {
        "activity": 179,
        "function": 179,
        "promise": 139,
        "role": 15 + 13 + 6 + 3 + 10 + 11 + 8 + 8 + 20 + 18,
    }
    assert found.size().to_dict() == {"activity": 29, "function": 7, "promise": 5, "role": 10}


def test_a_plan_has_its_activities_groups_roles_and_promises(plan: Package) -> None:
    found = frames.planned(plan, "fr")
    assert {c: str(t) for c, t in found.dtypes.items()} == frames.PLANNED
    assert set(found["about"]) == {"activity", "function", "who", "role", "promise"}
    levels = found[found["about"] == "promise"].drop_duplicates("choice")
    names = dict(zip(levels["level"], levels["choice"], strict=True))
    assert (names[1], names[5]) == ("Informer", "Donner le pouvoir")


def test_shares_are_of_the_plan_and_of_the_figures() -> None:
    plan = planned({"activity": "a"}, {"activity": "a"}, {"activity": "a"}, {"activity": "b"})
    found = measures.beside(plan, figures("activity", a=2, b=6, c=12), "activity")
    assert found.to_numpy().tolist() == [
        ["a", 3, 75, 2, 10],
        ["b", 1, 25, 6, 30],
        ["c", 0, 0, 12, 60],
    ]
    sentence = sentences.activities(found, "en")
    assert "above the source: “a” (75% of the plan, 10% of the figures)" in sentence
    assert sentence.endswith("found most often by the source: “c” (12).")


def test_a_plan_like_the_source_is_told_so() -> None:
    found = measures.beside(planned({"role": ["a", "b"]}), figures("role", a=5, b=5), "role")
    assert sentences.roles(found, "en") == "The plan is spread as the figures of the source are."


def test_promises_that_share_the_decision_are_counted(plan: Package) -> None:
    assert measures.deciding(frames.planned(plan, "en"), frames.figures(plan, "en")) == (
        26,
        53,
        55,
        139,
    )
    ours = planned({"promise": 4}, {"promise": 5}, {"promise": 1})
    levels = {f"level-{n}": count for n, count in enumerate([11, 24, 49, 41, 14], 1)}
    found = measures.deciding(ours, figures("promise", **levels))
    assert found == (2, 3, 55, 139)
    assert "2 of 3 in the plan (67%), 55 of 139 in the source (40%)" in sentences.deciding(
        found, "en"
    )


def test_a_row_counts_for_each_group_it_names() -> None:
    plan = planned(
        {"who": ["Patients", "Families"], "promise": 3}, {"who": "Patients", "promise": 3}
    )
    found = measures.crossed(plan, "who")
    assert found.to_numpy().tolist() == [["Patients", "level-3", 2], ["Families", "level-3", 1]]
    assert "“Patients” → level-3 (rows: 2)" in sentences.who(found, "en")


def test_a_promise_stands_beside_the_wishes_of_five_people() -> None:
    plan = planned(
        {"role": ["Advisor", "Leader"], "promise": 2},
        {"role": "Advisor", "promise": 3},
        {"role": "Worker", "promise": 1},
    )
    wishes = [*[("Advisor", 4)] * 5, *[("Leader", 2)] * 6, *[("Worker", 5)] * 4]
    found = measures.promised(plan, rated(*wishes))
    assert found[["role", "n", "wished", "rows", "promised"]].to_numpy().tolist() == [
        ["Advisor", 5, 4, 2, 2.5],
        ["Leader", 6, 2, 1, 2],
    ]
    assert sentences.promised(found, "en") == (
        "Self: roles promised less say than people wish for, 1 of 2, most of all “Advisor” (by 1.5 "
        "points at the median)."
    )


def test_a_promise_that_keeps_up_is_told() -> None:
    found = measures.promised(
        planned({"role": "Advisor", "promise": 4}), rated(*[("Advisor", 4)] * 5)
    )
    assert "at least the say" in sentences.promised(found, "en")


def test_activities_that_differ_most_are_drawn(plan: Package) -> None:
    found = measures.beside(frames.planned(plan, "en"), frames.figures(plan, "en"), "activity")
    spec = charts.activities(found, "en").to_dict()
    (rows,) = spec["datasets"].values()
    assert len(rows) == 10
    assert "The 10 that differ most" in spec["description"]


def test_the_way_to_a_figure_that_is_written_down_leads_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = (ROOT / "docs" / "analysis.md").read_text("utf-8")
    first = re.search(r"```python\n(.*?)```", guide, re.DOTALL)
    assert first
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    exec(first.group(1), {})
    assert "<svg" in (tmp_path / "levels.svg").read_text("utf-8")
    assert len((tmp_path / "levels.csv").read_text("utf-8").splitlines()) == 6
    assert "26 of 53 in the plan" in capsys.readouterr().out
