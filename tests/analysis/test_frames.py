"""Frames are tidy, typed, and tell no small group apart."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.analysis import frames
from lhs_widgets.package import Package

FRAMES = [
    (frames.people, frames.PEOPLE),
    (frames.roles, frames.ROLES),
    (frames.conditions, frames.CONDITIONS),
    (frames.challenges, frames.CHALLENGES),
]


def everyone(**sizes: int) -> dict[str, str]:
    """People p-<group>-<n>, so many of each group."""
    return {f"p-{group}-{n}": group for group, size in sizes.items() for n in range(size)}


@pytest.mark.parametrize(("frame", "dtypes"), FRAMES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_columns_and_dtypes_are_the_declared_ones(
    example: Package, frame: Any, dtypes: dict[str, str], language: str
) -> None:
    made = frame(example, language)
    assert {name: str(dtype) for name, dtype in made.dtypes.items()} == dtypes
    assert len(made)


@pytest.mark.parametrize(("frame", "dtypes"), FRAMES)
def test_an_empty_workshop_gives_empty_frames(
    package_of: Any, frame: Any, dtypes: dict[str, str]
) -> None:
    made = frame(package_of({}, []), "en")
    assert made.empty
    assert list(made.columns) == list(dtypes)


def test_small_groups_are_folded(package_of: Any) -> None:
    people = everyone(patient=6, manager=4, researcher=2)
    groups = frames.people(package_of(people, []), "en")["group"].value_counts().to_dict()
    assert groups == {
        "Patient or service user": 6,
        "Other groups (too few people to show apart)": 6,
    }


def test_one_small_group_takes_the_next_with_it(package_of: Any) -> None:
    people = everyone(patient=9, clinician=7, manager=2)
    groups = frames.people(package_of(people, []), "fr")["group"].value_counts().to_dict()
    assert sorted(groups.values()) == [9, 9]


def test_a_group_folded_among_people_is_not_told_with_their_answers(package_of: Any) -> None:
    # the seven clinicians make five with the two managers: told here, they would tell the two
    people = everyone(patient=9, clinician=7, manager=2)
    here = {who: group for who, group in people.items() if group != "manager"}
    package = package_of(people, answering({**here}))
    assert "clinician" in set(package.tables["contributions"]["group"])
    assert Counter(frames.conditions(package, "en")["group"]) == {
        "Patient or service user": 9,
        "Other groups (too few people to show apart)": 7,
    }


def test_when_no_group_is_large_all_are_together(package_of: Any) -> None:
    groups = frames.people(package_of(everyone(patient=3, manager=1), []), "en")["group"]
    assert set(groups) == {"All groups together"}


def test_people_without_a_group_are_a_group(package_of: Any) -> None:
    people = {f"p-{n}": None for n in range(5)}
    assert set(frames.people(package_of(people, []), "en")["group"]) == {"Group not given"}


@given(st.lists(st.sampled_from("abcdefg")))
def test_no_fold_leaves_fewer_than_five_apart(values: list[str]) -> None:
    sizes = Counter(frames.fold(pd.Series(values, dtype="string")))
    assert len(sizes) <= 1 or min(sizes.values()) >= frames.FLOOR


@given(st.lists(st.sampled_from("abc")))
def test_the_fold_loses_nobody(values: list[str]) -> None:
    assert len(frames.fold(pd.Series(values, dtype="string"))) == len(values)


def test_the_gap_is_wished_minus_today(package_of: Any) -> None:
    ratings = {"influence-today": 1, "influence-wished": 4}
    answer = {"id": "role-1", "step": "p2d-roles", "role": "advisor", "ratings": ratings}
    (row,) = frames.roles(package_of({"p-1": None}, [("p-1", answer)]), "fr").itertuples()
    assert (row.today, row.wished, row.gap) == (1, 4, 3)


def test_a_role_says_whom_it_is_for(package_of: Any) -> None:
    said = [
        ("p-1", {"id": f"role-{scope}", "step": "p2d-roles", "role": "advisor", "scope": scope})
        for scope in ("group", "self")
    ]
    found = frames.roles(package_of({"p-1": None}, said), "en")["scope"]
    assert list(found.cat.categories) == ["For themselves", "For patients, families and caregivers"]
    assert list(found) == ["For patients, families and caregivers", "For themselves"]


def test_a_role_few_people_named_for_a_scope_is_not_shown_in_their_words(package_of: Any) -> None:
    people = {f"p-{n}": None for n in range(6)}
    said = [
        (who, {"id": f"role-{who}", "step": "p2d-roles", "text": "Dog", "scope": scope})
        for who, scope in zip(people, ["self"] * 5 + ["group"], strict=True)
    ]
    found = frames.roles(package_of(people, said), "en").groupby("scope", observed=True)["role"]
    own, other = found.unique()
    assert list(own) == ["Dog"]
    assert "Dog" not in list(other)


def test_a_role_few_people_named_is_not_shown_in_their_words(package_of: Any) -> None:
    answer = {"id": "role-1", "step": "p2d-roles", "text": "The one with the dog"}
    (row,) = frames.roles(package_of({"p-1": None}, [("p-1", answer)]), "en").itertuples()
    assert "dog" not in row.role


def test_the_same_words_count_as_one_condition(package_of: Any) -> None:
    texts = ["Time is paid", "time is  paid.", "TIME IS PAID!"]
    said = [
        (f"p-{n}", {"id": f"cond-{n}", "step": "p2d-conditions", "text": text})
        for n, text in enumerate(texts)
    ]
    found = frames.conditions(package_of(dict.fromkeys(["p-0", "p-1", "p-2"]), said), "en")
    assert found["condition"].nunique() == 1


def test_a_missing_rating_stays_missing(package_of: Any) -> None:
    answer = {
        "id": "cond-1",
        "step": "p2d-conditions",
        "text": "Rest",
        "ratings": {"importance": 5},
    }
    (row,) = frames.conditions(package_of({"p-1": None}, [("p-1", answer)]), "en").itertuples()
    assert row.importance == 5
    assert pd.isna(row.in_place)


def test_a_challenge_shows_the_words_of_the_condition_that_eases_it(package_of: Any) -> None:
    said = [
        ("p-1", {"id": "cond-1", "step": "p2d-conditions", "text": "Rest"}),
        (
            "p-1",
            {"id": "chal-1", "step": "p2d-challenges", "text": "Hurry", "eased_by": "cond-1"},
        ),
    ]
    (row,) = frames.challenges(package_of({"p-1": None}, said), "en").itertuples()
    assert (row.challenge, row.eased_by) == ("Hurry", "Rest")


def answering(people: dict[str, str | None]) -> list[tuple[str, dict[str, Any]]]:
    return [(who, {"id": f"cond-{who}", "step": "p2d-conditions", "text": who}) for who in people]


def test_a_group_that_is_told_stands_beside_its_answers(package_of: Any) -> None:
    people: dict[str, str | None] = {**everyone(patient=6, manager=5)}
    groups = frames.conditions(package_of(people, answering(people)), "en")["group"]
    assert Counter(groups) == {"Patient or service user": 6, "Manager": 5}


def test_a_group_that_is_not_told_is_among_the_others(package_of: Any) -> None:
    people: dict[str, str | None] = {**everyone(patient=12, manager=4, researcher=2)}
    groups = frames.conditions(package_of(people, answering(people)), "en")["group"]
    others = "Other groups (too few people to show apart)"
    assert Counter(groups) == {"Patient or service user": 12, others: 6}


def test_an_author_leads_to_no_participant(example: Package) -> None:
    people = set(example.tables["participants"]["participant"])
    for frame in (frames.roles, frames.conditions, frames.challenges):
        assert not people & set(frame(example, "en")["author"])


def test_two_steps_of_one_kind_in_a_phase_are_kept_apart(example: Package) -> None:
    deck = example.deck.model_dump(mode="json")
    twice = deck["phases"][1]["steps"]
    twice.append({**twice[1], "id": "p2d-more", "title": {"en": "More", "fr": "Plus"}})
    package = Package(type(example.deck).model_validate(deck), example.tables)
    phases = frames.conditions(package, "en")["phase"].unique()
    assert "From practice to data – Winning conditions" in phases
