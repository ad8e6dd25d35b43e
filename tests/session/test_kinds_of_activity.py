"""What a group sees of answers about a deck's items, of rows, texts and maps."""

from __future__ import annotations

from typing import Any

import pytest

from lhs_widgets.session import FacilitatorPage, ParticipantPage, WallPage
from lhs_widgets.store import Record, Store
from lhs_widgets.widgets.base import AnsweredStep
from lhs_widgets.workshop.codes import fingerprint
from tests.session.conftest import INVITATION, Browser
from tests.support.kinds import GOOD, KINDS_DECK, answer
from tests.support.workshops import join, move, reveal, write


@pytest.fixture
def record(store: Store) -> Record:
    record = store.open_workshop(KINDS_DECK, "A workshop", fingerprint("KEY"))
    move(record, "k-map")
    return record


def board(record: Record, step: str) -> dict[str, Any]:
    reveal(record, step)
    page = FacilitatorPage(record, INVITATION)
    page.view(step)
    found: dict[str, Any] = page.console.board
    return found


def two_say(record: Record, step: str, first: dict[str, Any], second: dict[str, Any]) -> None:
    for number, said in enumerate((first, second)):
        person = join(record, f"p-{step}-{number}")
        write(record, person, answer(step, f"{step}-{number}", **said))


@pytest.mark.parametrize("step", GOOD)
def test_an_answer_of_each_kind_is_saved_and_shown_again(record: Record, step: str) -> None:
    page = ParticipantPage(record, join(record), at=step)
    (widget,) = (w for w in page.widgets if isinstance(w, AnsweredStep) and w.shown)
    phone = Browser(page)
    entry = {"id": "answer-1", "step": step, "language": "en", **GOOD[step]}
    phone.say(widget, type="change", id="change-1", action="save", entry=entry)
    assert phone.heard == [{"type": "saved", "id": "change-1"}]
    again = ParticipantPage(record, "p-ada", at=step)
    (widget,) = (w for w in again.widgets if isinstance(w, AnsweredStep) and w.shown)
    assert widget.entries[0].items() >= entry.items()


@pytest.mark.parametrize("step", GOOD)
def test_nothing_of_others_is_tallied_before_it_is_shown(record: Record, step: str) -> None:
    write(record, join(record, "p-bob"), answer(step, "bobs-answer"))
    page = ParticipantPage(record, join(record), at=step)
    assert not page.together.board["tally"]
    assert "bobs-answer" not in Browser(page).sees()


def test_sorted_items_show_where_people_differ(record: Record) -> None:
    two_say(record, "k-sort", {}, {"bin": "alone"})
    tally = board(record, "k-sort")["tally"]
    assert [each["name"] for each in tally["bins"]] == ["Done together", "Done for people"]
    visit, call = tally["rows"]
    assert (visit["counts"], visit["people"]) == ([1, 1], 2)
    assert (call["counts"], call["people"]) == ([0, 0], 0)
    assert visit["published"] == "Systems that do it: 7"


def test_placed_items_have_medians_and_counts(record: Record) -> None:
    two_say(record, "k-place", {}, {"ratings": {"there": 3}})
    visit = board(record, "k-place")["tally"]["rows"][0]
    assert visit["medians"] == {"there": 2.5, "linked": 3}
    assert visit["counts"] == {"there": [(2, 1), (3, 1)], "linked": [(3, 1)]}


@pytest.mark.parametrize("step", ["k-sort", "k-place", "k-choose"])
def test_everyone_sees_the_same_tally(record: Record, step: str) -> None:
    two_say(record, step, {}, {"item": "call"})
    tally = board(record, step)["tally"]
    page = ParticipantPage(record, join(record), at=step)
    assert page.together.board["tally"] == tally
    move(record, step)
    assert WallPage(record, INVITATION).wall.live["board"]["tally"] == tally


def test_chosen_items_count_their_places_the_most_chosen_first(record: Record) -> None:
    two_say(record, "k-choose", {"rank": 2}, {"item": "call", "rank": 1})
    rows = board(record, "k-choose")["tally"]["rows"]
    assert [(row["option"], row["score"], row["people"]) for row in rows] == [
        ("call", 2, 1),
        ("visit", 1, 1),
    ]


def test_texts_say_which_prompt_they_answer(record: Record) -> None:
    two_say(record, "k-write", {}, {"item": "aim", "text": "Care that listens"})
    ideas = [option["ideas"][0] for option in board(record, "k-write")["options"]]
    assert {idea["text"]: idea["about"] for idea in ideas} == {
        "Care that listens": "Our aim in one sentence",
        "Nobody waits alone": "The best that could happen",
    }


def test_rows_are_read_by_their_columns(record: Record) -> None:
    write(record, join(record), answer("k-fill", "row-1"))
    (option,) = board(record, "k-fill")["options"]
    assert option["ideas"][0]["cells"] == [
        ("What", "Read letters aloud"),
        ("Who", "Patient"),
        ("How", "Done for people"),
    ]


def test_a_map_keeps_links_whose_ends_are_shown(record: Record) -> None:
    person = join(record)
    write(record, person, answer("k-map", "node-1"))
    for number, other in enumerate(("centre", "node-9")):
        ends = {"ends": ("node-1", other), "bin": None, "text": "calls"}
        write(record, person, answer("k-map", f"link-{number}", **ends))
    tally = board(record, "k-map")["tally"]
    assert tally["nodes"] == [{"id": "node-1", "text": "A neighbour", "bin": "person"}]
    assert tally["links"] == [{"ends": ["node-1", "centre"], "text": "calls"}]


def test_the_groups_own_words_stand_beside_every_later_step(record: Record) -> None:
    write(record, join(record, "p-bob"), answer("k-rows", "word-1"))
    page = ParticipantPage(record, join(record), at="k-map")

    def words() -> list[Any]:
        (widget,) = (w for w in page.widgets if isinstance(w, AnsweredStep) and w.shown)
        return widget.glossary

    assert words() == []
    reveal(record, "k-rows")
    page.refresh()
    assert words() == [("A first visit", "We meet before we decide")]
    page.go("k-sort")
    assert words() == []


def test_the_wall_shows_the_tally(record: Record) -> None:
    move(record, "k-sort")
    write(record, join(record), answer("k-sort", "answer-1"))
    reveal(record, "k-sort")
    assert WallPage(record, INVITATION).wall.live["board"]["tally"]["kind"] == "sort"
