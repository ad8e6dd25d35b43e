"""What a phase holds, which roles run through, and which condition would ease which challenge."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from lhs_widgets.analysis import pictures
from lhs_widgets.analysis.roadmap import charts, frames, measures, sentences
from lhs_widgets.package import Package


def roles(*choices: tuple[str, str, int]) -> pd.DataFrame:
    """Phase, role and points of each ballot."""
    rows = [(f"b-{n}", *choice) for n, choice in enumerate(choices)]
    return pd.DataFrame(rows, columns=list(frames.ROLES)).astype(frames.ROLES)


def links(*drawn: tuple[str, str | None]) -> pd.DataFrame:
    """Challenge and condition of each link, in one phase."""
    rows = [
        ("P2D", f"p-{n}", challenge, eased, eased is not None)
        for n, (challenge, eased) in enumerate(drawn)
    ]
    return pd.DataFrame(rows, columns=list(frames.LINKS)).astype(frames.LINKS)


def writes(who: str, step: str, id_: str, text: str, **more: Any) -> tuple[str, dict[str, Any]]:
    return who, {"id": id_, "step": step, "text": text, "scope": "self", **more}


@pytest.fixture(scope="module")
def held(example: Package) -> pd.DataFrame:
    return measures.held(
        frames.roles(example, "en"),
        frames.conditions(example, "en"),
        frames.challenges(example, "en"),
    )


def test_each_phase_holds_three_of_each_part(held: pd.DataFrame) -> None:
    assert held.groupby(["phase", "part"], observed=True).size().tolist() == [3] * 9
    assert held["place"].tolist() == [1, 2, 3] * 9
    figures = held[["part", *measures.FIGURES]].set_index("part").notna()
    assert figures.loc["roles"].any().tolist() == [True, False, False, False, False]
    assert figures.loc["challenges"].any().tolist() == [False, False, False, True, True]


def test_a_phase_without_votes_on_roles_holds_its_conditions(example: Package) -> None:
    found = measures.held(
        frames.roles(example, "en").head(0),
        frames.conditions(example, "en"),
        frames.challenges(example, "en"),
    )
    assert found["phase"].notna().all()
    assert len(found) == 18
    nowhere = replace(example, tables={**example.tables, "votes": example.tables["votes"].head(0)})
    assert frames.roles(nowhere, "en")["phase"].dtype == frames.roles(example, "en")["phase"].dtype


def test_the_first_of_each_part_is_named(held: pd.DataFrame) -> None:
    sentence = sentences.held(held, "en")
    for what in held[held["place"] == 1]["what"]:
        assert what[:60] in sentence


def test_the_roadmap_is_drawn_as_a_page_of_words(held: pd.DataFrame) -> None:
    spec = charts.held(held, "fr").to_dict()
    assert pictures.png(spec).startswith(b"\x89PNG")
    (rows,) = spec["datasets"].values()
    assert len(rows) == 27
    assert {row["row"] for row in rows} == {"Rôles", "Conditions gagnantes", "Défis"}


def test_roles_with_points_in_every_phase_come_first() -> None:
    found = measures.through(
        roles(("P2D", "Advisor", 1), ("D2K", "Advisor", 1), ("P2D", "Leader", 9))
    )
    assert found[["role", "points"]].to_numpy().tolist() == [
        ["Advisor", 1],
        ["Advisor", 1],
        ["Leader", 9],
    ]
    assert sentences.through(found, "en") == (
        "Roles with points in every phase: 1 of 2, first of all “Advisor” (2 points)."
    )


def test_where_no_role_runs_through_the_sentence_says_so() -> None:
    found = measures.through(roles(("P2D", "Advisor", 1), ("D2K", "Leader", 3)))
    assert sentences.through(found, "en").startswith("No role has points in every phase; the most")


def test_links_count_people_and_those_of_one_challenge_stay_together() -> None:
    found = measures.easing(
        links(("Time", "Pay"), ("Time", "Pay"), ("Trust", "Talk"), ("Time", "Talk"))
    )
    assert found[["challenge", "eased_by", "n"]].to_numpy().tolist() == [
        ["Time", "Pay", 2],
        ["Time", "Talk", 1],
        ["Trust", "Talk", 1],
    ]
    assert "“Pay” would ease “Time” – P2D (2 people)" in sentences.easing(found, "en")


def test_only_the_widest_part_of_a_grid_is_drawn() -> None:
    drawn = [(f"c-{n}", f"e-{n}") for n in range(20)]
    found = measures.widest(measures.easing(links(*drawn, *drawn[:3])))
    assert found["challenge"].nunique() == 6
    assert set(found["challenge"]) >= {"c-0", "c-1", "c-2"}


def test_a_challenge_without_a_condition_is_counted() -> None:
    found = measures.alone(links(("Time", "Pay"), ("Trust", None), ("Trust", None)))
    assert found[["texts", "without"]].to_numpy().tolist() == [[3, 2]]
    assert sentences.alone(found, "en").endswith(": 2 of 3, P2D: 2/3.")


def test_a_link_goes_by_the_words_of_its_two_ends(package_of: Any) -> None:
    package = package_of(
        {"p-1": "patient", "p-2": "patient"},
        [
            writes("p-1", "p2d-conditions", "cond-1", "Time is paid."),
            writes("p-1", "p2d-challenges", "chal-1", "No time", eased_by="cond-1"),
            writes("p-2", "p2d-challenges", "chal-2", "no time", eased_by=None),
        ],
    )
    found = frames.links(package, "en")
    assert found["challenge"].nunique() == 1
    assert found["eased_by"].dropna().tolist() == ["Time is paid."]
    assert sorted(found["linked"]) == [False, True]


def test_what_the_group_put_in_a_theme_goes_by_its_name(example: Package) -> None:
    found = frames.links(example, "en")
    themes = set(example.tables["themes"].query("state == 'there'")["title"])
    assert found["challenge"].isin(themes).mean() > 0.5
    assert {str(dtype) for dtype in found.dtypes} == {"category", "string", "boolean"}
