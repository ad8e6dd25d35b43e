"""No pool tells a group of fewer than five people, alone or by subtraction.

Checked on made-up rooms of any mix of groups and languages, by counting again in plain Python.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lhs_widgets.package import Package
from lhs_widgets.package.pooling.gathering import join, of_one
from lhs_widgets.package.pooling.telling import told
from lhs_widgets.package.rows import rows_of
from lhs_widgets.package.schema import TABLES
from lhs_widgets.workshop import Kind

from .conftest import NAMED_CHALLENGES, Script

FEWEST = 5
Room = list[tuple[str | None, str, bool, bool, int]]

#: A person: their group and language, whether they answer and vote, and the table they sit at.
PEOPLE = st.tuples(
    st.sampled_from(["patient", "patient", "manager", None]),
    st.sampled_from(["en", "en", "fr"]),
    st.booleans(),
    st.booleans(),
    st.integers(0, 2),
)
#: Rooms of several who are alike: mixed one by one, people hardly ever come to five.
ROOMS = st.lists(st.tuples(PEOPLE, st.integers(1, 8)), min_size=1, max_size=6).map(
    lambda sizes: [person for person, size in sizes for _ in range(size)]
)


def package_of(room: Room, code: str = "TST234") -> Package:
    script = Script(NAMED_CHALLENGES)
    script.happens(Kind.SPLIT, {"tables": 2}, origin="facilitator")
    for place, (group, language, answers, votes, table) in enumerate(room):
        who = f"p-{place:02}"
        script.joins(who, group=group, language=language)
        if table:
            script.happens(Kind.SEATED, {"table": table}, participant=who, origin="facilitator")
        if answers:
            script.says(who, f"cond-{place:02}", f"Idea {place}", language=language)
            script.says(who, f"chal-{place:02}", f"Worry {place}", "challenges", language=language)
        if votes:
            script.casts(who, "vote", group=group, dots={f"cond-{place:02}": 1})
    script.finishes()
    source = script.source(code)
    rows = rows_of(source)
    frames = {
        table.name: pd.DataFrame(rows[table.name], columns=list(table.columns)).astype(table.dtypes)
        for table in TABLES
    }
    return Package(source.deck, frames, source.deck_yaml)


def alone(room: Room, code: str = "TST234") -> dict[str, pd.DataFrame]:
    return told(of_one(package_of(room, code)))


def records(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """The rows as plain values, None for what is missing."""
    rows = frame[list(columns)].astype("object")
    return list(rows.where(rows.notna(), None).itertuples(index=False, name=None))


def no_small_group(rows: Iterable[tuple[Any, str, str | None]]) -> None:
    """Of who are alike in all that is told, each group has five people, and so has the rest."""
    alike: defaultdict[Any, dict[str, str | None]] = defaultdict(dict)
    for what, who, group in rows:
        alike[what][who] = group
    for people in alike.values():
        sizes = Counter(people.values())
        rest = sizes.pop(None, 0)
        assert all(size >= FEWEST for size in sizes.values())
        assert not sizes or rest == 0 or rest >= FEWEST


@given(ROOMS)
@settings(max_examples=9)
def test_within_a_workshop_no_small_group_is_told(room: Room) -> None:
    tables = alone(room)
    people = records(tables["participants"], "language", "table", "participant", "group")
    no_small_group(((language, table), who, group) for language, table, who, group in people)
    said = tables["contributions"]
    secret = records(said[said["step"] == "conditions"], "language", "author", "group")
    no_small_group(secret)
    no_small_group((None, who, g) for who, g in records(tables["votes"], "ballot", "group"))


@given(ROOMS)
@settings(max_examples=9)
def test_a_group_is_told_of_no_row_if_it_is_told_of_no_person(room: Room) -> None:
    tables = alone(room)
    groups = set(tables["participants"]["group"].dropna())
    for name in ("contributions", "votes"):
        assert set(tables[name]["group"].dropna()) <= groups
    whose = dict(records(tables["participants"], "participant", "group"))
    said = tables["contributions"]
    named = records(said[said["participant"].notna()], "participant", "group")
    assert [whose[who] for who, _ in named] == [group for _, group in named]


@given(ROOMS)
@settings(max_examples=6)
def test_a_pool_tells_nothing_that_the_package_does_not(room: Room) -> None:
    package, tables = package_of(room), alone(room)
    for table in TABLES:
        before, after = package.tables[table.name], tables[table.name][list(table.columns)]
        assert ((after == before) | after.isna()).all(axis=None)


@given(ROOMS, ROOMS)
@settings(max_examples=3)
def test_what_is_told_of_a_workshop_does_not_depend_on_the_others(one: Room, two: Room) -> None:
    parts = [of_one(package_of(one, "AAA222")), of_one(package_of(two, "BBB333"))]
    together = told(join(parts))
    for code, room in (("AAA222", one), ("BBB333", two)):
        for name, frame in alone(room, code).items():
            own = together[name]["code" if name == "workshop" else "workshop"] == code
            pd.testing.assert_frame_equal(together[name][own].reset_index(drop=True), frame)


@given(ROOMS)
@settings(max_examples=3)
def test_hiding_small_groups_again_changes_nothing(room: Room) -> None:
    once = alone(room)
    for name, frame in told(once).items():
        pd.testing.assert_frame_equal(frame, once[name])


SIT, ANSWER = 0, True


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [
        ({"patient": 5}, {"patient": 5}),
        ({"patient": 4}, {}),
        ({"patient": 9, "manager": 5}, {"patient": 9, "manager": 5}),
        ({"patient": 9, "manager": 4}, {}),
        ({"patient": 9, "manager": 6, None: 2}, {"patient": 9}),
    ],
)
def test_which_groups_of_a_room_are_told(
    sizes: dict[str | None, int], groups: dict[str, int]
) -> None:
    room: Room = [(g, "en", ANSWER, True, SIT) for g, n in sizes.items() for _ in range(n)]
    tables = alone(room)
    for name in ("participants", "contributions", "votes"):
        found = tables[name]["group"].dropna()
        times = 2 if name == "contributions" else 1  # each person answered two steps
        assert Counter(found) == {group: times * n for group, n in groups.items()}
