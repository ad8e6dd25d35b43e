"""What the session is for, who to invite, and erasing, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lhs_widgets.package import read_package
from lhs_widgets.store import Store
from lhs_widgets.workshop import Stamp, actions
from lhs_widgets.workshop.codes import contact_lock
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


def test_who_asked_to_be_told_is_listed_and_erased_by_address(lhs: LHS) -> None:
    code = opened(lhs)
    with Store(Path("data")) as store:
        for person in ("one", "two"):
            store.contacts(code).keep(contact_lock(person), f"{person}@example.org")
    assert sorted(lhs("contacts", code, "--json").json) == ["one@example.org", "two@example.org"]
    assert lhs("contacts", code, "--remove", "one@example.org").code == 0
    assert lhs("contacts", code).out == "two@example.org\n"


def test_an_address_that_is_not_kept_erases_nothing(lhs: LHS) -> None:
    code = opened(lhs)
    assert refused(lhs("contacts", code, "--remove", "nobody@example.org"))


def finished(code: str) -> None:
    with Store(Path("data")) as store:
        record = store.record(code)
        record.append(actions.finish(record.state(), Stamp("facilitator")))


def test_a_finished_workshop_is_archived_and_erased(lhs: LHS) -> None:
    code = opened(lhs)
    finished(code)
    assert lhs("archive", code, "--to", "shelf", "--yes").code == 0
    assert read_package(Path("shelf") / code).title == "Ours"
    assert lhs("list", "--json").json == []


def test_all_whose_day_has_passed_are_archived_together(lhs: LHS) -> None:
    old, other = opened(lhs, "--keep-until", "2026-01-31"), opened(lhs)
    finished(old)
    assert lhs("archive", "--due", "--to", "shelf", "--yes").code == 0
    assert [row["code"] for row in lhs("list", "--json").json] == [other]
    assert refused(lhs("archive", "--due", "--to", "shelf", "--yes")), "nothing is due any more"


def test_a_workshop_that_is_named_twice_is_archived_once(lhs: LHS) -> None:
    code = opened(lhs, "--keep-until", "2026-01-31")
    finished(code)
    assert lhs("archive", code, code, "--due", "--to", "shelf", "--yes").code == 0
    assert read_package(Path("shelf") / code).title == "Ours"


def test_a_workshop_that_goes_on_is_not_archived(lhs: LHS) -> None:
    code = opened(lhs)
    assert "goes on" in refused(lhs("archive", code, "--to", "shelf", "--yes"))
    assert not Path("shelf").exists()
    assert refused(lhs("archive", "--to", "shelf"))
    assert [row["code"] for row in lhs("list", "--json").json] == [code]


def test_what_can_not_be_written_is_not_erased(lhs: LHS) -> None:
    code = opened(lhs)
    finished(code)
    Path("shelf").write_text("a file in the way")
    assert lhs("archive", code, "--to", "shelf", "--yes").code != 0
    assert [row["code"] for row in lhs("list", "--json").json] == [code]
