"""Who sits at which table."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.deck import Deck
from lhs_widgets.workshop import Profile, Stamp, Workshop, actions, replay
from lhs_widgets.workshop.seating import How, emptiest, seats
from tests.support.workshops import NOON

GROUPS = st.lists(st.sampled_from(["patient", "manager", None]), max_size=40)
TABLES = st.integers(min_value=1, max_value=9)


def room(deck: Deck, groups: list[str | None]) -> Workshop:
    """People of these groups, named after their place."""
    start = Workshop(deck)
    joins = (
        actions.join(start, f"p-{place}", Profile(language="en", group=group), stamp(place))
        for place, group in enumerate(groups)
    )
    return replay(joins, start)


def stamp(number: int) -> Stamp:
    return Stamp("participant", NOON, f"join-{number}")


def spread(tables: list[int], count: int) -> int:
    """By how many people the fullest table has more than the emptiest."""
    sizes = Counter(tables)
    return max(sizes.values(), default=0) - min(sizes[n + 1] for n in range(count))


@pytest.mark.parametrize("how", ["random", "balanced"])
@given(groups=GROUPS, tables=TABLES, seed=st.integers())
def test_everyone_has_a_table_and_no_table_is_fuller_by_more_than_one(
    small_deck: Deck, how: How, groups: list[str | None], tables: int, seed: int
) -> None:
    found = seats(room(small_deck, groups), tables, how, Random(seed))
    assert found.keys() == {f"p-{place}" for place in range(len(groups))}
    assert set(found.values()) <= set(range(1, tables + 1))
    assert spread(list(found.values()), tables) <= 1


@given(groups=GROUPS, tables=TABLES, seed=st.integers())
def test_balanced_tables_share_each_group_fairly(
    small_deck: Deck, groups: list[str | None], tables: int, seed: int
) -> None:
    found = seats(room(small_deck, groups), tables, "balanced", Random(seed))
    for group in set(groups):
        members = [found[f"p-{place}"] for place, other in enumerate(groups) if other == group]
        assert spread(members, tables) <= 1


def test_by_hand_nobody_is_moved(small_deck: Deck) -> None:
    assert seats(room(small_deck, ["patient"] * 5), 2, "by-hand", Random(1)) == {}


def test_who_comes_late_sits_where_there_is_most_room(small_deck: Deck) -> None:
    workshop = room(small_deck, [None, None, None])
    for number, (person, table) in enumerate([("p-0", 1), ("p-1", 3)]):
        seated = actions.seat(workshop, person, table, stamp(10 + number))
        workshop = replay([actions.split(3, stamp(20 + number)), seated], workshop)
    assert emptiest(workshop) == 2


def test_who_only_wrote_imported_ideas_has_no_seat(small_deck: Deck) -> None:
    start = Workshop(small_deck)
    imported = Stamp("import", NOON, "join-imported")
    joined = actions.join(start, "p-file", Profile(language="en"), imported)
    assert seats(replay([joined], start), 2, "random", Random(1)) == {}
