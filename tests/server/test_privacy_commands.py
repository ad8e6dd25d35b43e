"""What the session is for, who to invite, and erasing, from the command line."""

from __future__ import annotations

import pytest

from tests.support.commands import LHS, refused


def opened(lhs: LHS, *more: str) -> str:
    return str(lhs("new", "--deck", "roadmap", "--title", "Ours", *more, "--json").json["code"])


def test_a_workshop_is_opened_for_research_with_its_number(lhs: LHS) -> None:
    code = opened(lhs, "--purpose", "both", "--reb", "2026-014", "--keep-until", "2026-01-31")
    assert lhs("show", code, "--json").json["purpose"] == "both 2026-014"
    (row,) = lhs("list", "--json").json
    assert (row["keep_until"], row["due"]) == ("2026-01-31", True)
    assert code in lhs("doctor").out


@pytest.mark.parametrize(
    "wrong",
    [
        ("--purpose", "research"),
        ("--purpose", "profit", "--reb", "1"),
        ("--reb", "1"),
        ("--keep-until", "soon"),
    ],
)
def test_a_purpose_that_can_not_be_is_refused(lhs: LHS, wrong: tuple[str, ...]) -> None:
    assert refused(lhs("new", "--deck", "roadmap", "--title", "Ours", *wrong))
    assert lhs("list", "--json").json == []


def test_a_workshop_is_erased_when_asked_to(lhs: LHS) -> None:
    code = opened(lhs)
    assert lhs("erase", code, "--yes").code == 0
    assert lhs("list", "--json").json == []
