"""What a vote comes to, and what it must not tell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.deck.stages import Rank, Rate, SenseCheck, Vote
from lhs_widgets.workshop import Ballot, Cast
from lhs_widgets.workshop.results import SMALLEST_GROUP, reasons, results

VOTE = Vote(kind="vote", dots=3, most=3)
GROUPS = st.sampled_from(["patient", "family", "manager", None])


def cast(group: str | None = None, **ballot: object) -> Cast:
    return Cast("", group, Ballot(stage="vote", round=1, **ballot))  # type: ignore[arg-type]


def test_dots_are_added_up_and_the_most_come_first() -> None:
    casts = [cast(dots={"a": 1}), cast(dots={"b": 2, "a": 1}), cast(dots={"b": 1})]
    found = results(VOTE, casts, ["a", "b", "c"])
    assert [(r.option, r.score, r.people) for r in found] == [("b", 3, 2), ("a", 2, 2), ("c", 0, 0)]


def test_a_first_place_counts_as_many_points_as_there_are_places() -> None:
    rank = Rank(kind="rank", places=3)
    found = results(rank, [cast(ranking=("b", "a")), cast(ranking=("b",))], ["a", "b"])
    assert [(r.option, r.score) for r in found] == [("b", 6), ("a", 2)]


def test_a_rating_keeps_how_many_chose_each_point_beside_the_median() -> None:
    rate = Rate(kind="rate", scales=("importance", "in-place"))
    casts = [cast(ratings={"a": {"importance": n, "in-place": 1}}) for n in (1, 5, 5)]
    (found,) = results(rate, casts, ["a"])
    assert found.medians == {"importance": 5, "in-place": 1}
    assert found.counts["importance"] == {1: 1, 5: 2}


def test_a_sense_check_shows_all_three_positions_and_keeps_every_reason() -> None:
    casts = [cast(position="object", reason="Too soon "), cast(position="agree")]
    found = results(SenseCheck(kind="sense-check"), casts, [])
    assert [(r.option, r.score) for r in found] == [("agree", 1), ("live-with", 0), ("object", 1)]
    assert reasons(casts, "object") == ["Too soon"]


@given(st.lists(GROUPS, max_size=30))
def test_no_small_group_can_be_read_from_the_results_or_by_subtraction(
    groups: list[str | None],
) -> None:
    (found,) = results(VOTE, [cast(group, dots={"a": 1}) for group in groups], ["a"])
    sizes = {group: groups.count(group) for group in found.by_group}
    assert all(size >= SMALLEST_GROUP for size in sizes.values())
    rest = len(groups) - sum(sizes.values())
    assert rest == 0 or rest >= SMALLEST_GROUP or not sizes
