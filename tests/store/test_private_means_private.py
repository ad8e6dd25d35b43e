"""What the database gives to a page of someone else, or to the wall: an attacker's look at it.

Everything a page's kernel reads counts as known to it, so these tests look at the raw rows as well
as at the state made of them.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from lhs_widgets.paper import import_ideas
from lhs_widgets.store import Record, Store
from lhs_widgets.store.doorbell import Doorbell, Topics, _Listener
from lhs_widgets.workshop import Ballot, Contribution, Profile, Stamp, Workshop, actions
from tests.support.workshops import NOON, SMALL_DECK, condition, count, move, reveal, stamp, write

Rows = list[tuple[Any, ...]]

#: The moment at which Ada does things, unlike any other.
THEN = datetime.fromisoformat("2026-11-22T12:34:56.789012+00:00")

ADA = Profile(language="fr", name="Zéphirine", group="manager", card="A7")

#: What must never leave the database for anyone else, whatever a step says of its authors.
ALWAYS_SECRET = {
    "who": "p-ada",
    "her card": "A7",
    "when": "12:34:56",
    "the event": "act-of-ada",
    "the draft": "a first draft",
    "what she changed since": "changed since",
    "what she took back": "taken back",
    "what it was linked to": "c-link",
    "how she rated it": "importance",
    "the device": "scribe",
}
WORDS = "Time to meet"


def opened(store: Store, names: str = "anonymous") -> Record:
    deck = SMALL_DECK.replace("id: conditions\n", f"id: conditions\n        names: {names}\n")
    record = store.open_workshop(deck, "A workshop", "f", Stamp("facilitator", NOON))
    move(record, "challenges")
    return record


def came(record: Record, person: str, profile: Profile | None = None, at: datetime = NOON) -> str:
    joined = Stamp("scribe", at, f"act-of-ada-{person}") if profile else stamp()
    profile = profile or Profile(language="en", group="patient")
    record.admit(actions.join(record.state(), person, profile, joined), None)
    return person


def said(record: Record, person: str, answer: Contribution, *, number: int = 0) -> None:
    written = Stamp("scribe", THEN, f"act-of-ada-{number}-{answer.id}")
    record.append(actions.contribute(record.state(), person, answer, written))


@pytest.fixture(params=["anonymous", "group", "named"])
def names(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def room(store: Store, names: str) -> Record:
    """Ada has written, changed, rated, taken back, finished and raised her hand; Ben looks."""
    record = opened(store, names)
    came(record, "p-ada", ADA, THEN)
    came(record, "p-ben")
    said(record, "p-ada", condition("c-01", "a first draft"))
    said(record, "p-ada", condition("c-01", WORDS, ratings={"importance": 2}), number=1)
    said(record, "p-ada", condition("c-02", "taken back"))
    then = [Stamp("scribe", THEN, f"act-of-ada-{n}") for n in range(2, 5)]
    record.append(actions.withdraw(record.state(), "p-ada", "c-02", then[0]))
    record.append(actions.mark_done(record.state(), "p-ada", "conditions", then[1], done=True))
    record.append(actions.raise_hand(record.state(), "p-ada", then[2], hand=True))
    return record


@pytest.fixture(params=["p-ben", "the wall"])
def look(request: pytest.FixtureRequest, room: Record, rows_read: Rows) -> Callable[[], str]:
    """All that someone else's kernel, or the wall's, gets to hold when it reads the record."""

    def read() -> str:
        rows_read.clear()
        on_the_wall = request.param == "the wall"
        state = room.state_for_wall()[0] if on_the_wall else room.state_for(request.param)
        assert rows_read, "the rows are watched"
        known = {**vars(state), "deck": "", "plan": "", "participants": ""}
        return repr([rows_read, known])

    return read


def found(secrets: dict[str, str], text: str) -> list[str]:
    return [what for what, secret in secrets.items() if secret in text]


def test_before_the_reveal_nothing_of_others_leaves_the_database(
    look: Callable[[], str],
) -> None:
    whole = ALWAYS_SECRET | {"the words": WORDS, "the name": "phirine", "the group": "manager"}
    assert found(whole, look()) == []


def test_after_the_reveal_only_what_the_step_says(
    look: Callable[[], str], room: Record, names: str
) -> None:
    reveal(room, "conditions")
    linked = condition("c-01", "changed since", eased_by="c-link")
    said(room, "p-ada", linked.model_copy(update={"eased_by": None}), number=9)
    text = look()
    assert found(ALWAYS_SECRET, text) == []
    assert WORDS in text, "what was shown is read"
    assert ("phirine" in text) == (names == "named")
    assert ("manager" in text) == (names != "anonymous")


def test_hidden_again_is_as_before_the_reveal(look: Callable[[], str], room: Record) -> None:
    reveal(room, "conditions")
    named = actions.group_ideas(
        room.state(), "conditions", ["c-01"], "theme-1", stamp(), title="On meeting"
    )
    room.append(named)
    assert "On meeting" in look()
    reveal(room, "conditions", revealed=False)
    assert found({"words": WORDS, "theme": "On meeting", "id": "c-01"}, look()) == []


def test_who_was_forgotten_leaves_nothing_behind(look: Callable[[], str], room: Record) -> None:
    reveal(room, "conditions")
    assert WORDS in look()
    room.forget("p-ada")
    assert found(ALWAYS_SECRET | {"words": WORDS, "that": "'forgotten', '"}, look()) == []


def test_a_link_from_an_anonymous_answer_is_not_told(store: Store, rows_read: Rows) -> None:
    record = opened(store, "named")
    for person in ("p-ada", "p-ben"):
        came(record, person)
    said(record, "p-ada", condition("c-link", "Her own condition"))
    hard = Contribution(id="h-01", step="challenges", language="en", text="x", eased_by="c-link")
    said(record, "p-ada", hard)
    reveal(record, "challenges")
    rows_read.clear()
    [answer] = record.state_for("p-ben").shown_at("challenges")
    assert answer.contribution.eased_by is None
    assert "c-link" not in repr(rows_read)


def test_why_a_card_was_hidden_is_for_its_author(room: Record, rows_read: Rows) -> None:
    reveal(room, "conditions")
    why = actions.moderate(room.state(), "c-01", "Names a neighbour", stamp(), moderated=True)
    room.append(why)
    rows_read.clear()
    assert room.state_for("p-ben").moderated == room.state_for("").moderated == {}
    assert "neighbour" not in repr(rows_read)
    assert WORDS not in repr(rows_read)
    assert room.state_for("p-ada").moderated == {"c-01": "Names a neighbour"}


def test_acts_on_themes_have_no_time_and_no_device(room: Record, rows_read: Rows) -> None:
    reveal(room, "conditions")
    then = Stamp("scribe", THEN, "a-random-id")
    room.append(
        actions.group_ideas(room.state(), "conditions", ["c-01"], "theme-1", then, title="Meeting")
    )
    rows_read.clear()
    [[act]] = room.state_for("p-ben").theme_acts.values()
    assert (act.at, act.origin, act.seq) == (NOON, "system", 0)
    assert found({"when": "12:34:56", "device": "scribe"}, repr(rows_read)) == []


def test_imported_ideas_tell_neither_their_row_nor_their_file(
    store: Store, rows_read: Rows, tmp_path: Path
) -> None:
    record = opened(store)
    file = tmp_path / "interview-with-zoe.csv"
    file.write_text("text,person\nFirst,Zoe\nSecond,Zoe\nThird,Yan\n", "utf-8")
    import_ideas(record, file, "conditions")
    reveal(record, "conditions")
    rows_read.clear()
    shown = record.state_for("").shown_at("conditions")
    assert len(shown) == 3
    assert [a.contribution.id for a in shown] == sorted(a.contribution.id for a in shown)
    assert (
        found({"file": "interview", "id": "import", "who": "Zoe"}, repr([rows_read, shown])) == []
    )


class TestVotes:
    """What people chose, once the vote is closed."""

    @pytest.fixture
    def record(self, store: Store) -> Record:
        record = opened(store)
        came(record, "p-ben")
        write(record, "p-ben", condition("c-01", "An idea"))
        reveal(record, "conditions")
        return record

    def vote(self, record: Record, *groups: str) -> None:
        for number, group in enumerate(groups):
            person = came(record, f"p-{number}", ADA.model_copy(update={"group": group}), THEN)
            for dots in ({"c-01": 2}, {"c-01": 1}):  # they change their minds
                ballot = Ballot(stage="vote", round=1, dots=dots)
                cast = Stamp("scribe", THEN, f"act-of-ada-{number}-{dots['c-01']}")
                record.append(
                    actions.cast_ballot(record.state(), person, "conditions", ballot, cast)
                )

    @pytest.mark.parametrize(("voters", "told"), [(1, 0), (2, 0), (3, 3)])
    def test_what_fewer_than_three_chose_is_not_told(
        self, record: Record, voters: int, told: int
    ) -> None:
        self.vote(record, *["patient"] * voters)
        count(record, "vote")
        ballots = record.state_for("p-ben").ballots
        assert sum(map(len, ballots.values())) == told

    def test_a_ballot_has_no_voter_no_time_and_no_earlier_mind(
        self, record: Record, rows_read: Rows
    ) -> None:
        self.vote(record, *["patient"] * 3)
        count(record, "vote")
        rows_read.clear()
        [casts] = record.state_for("p-ben").ballots.values()
        assert [cast.ballot.dots for cast in casts] == [{"c-01": 1}] * 3
        assert found({"who": "p-0", "when": "12:34:56", "what": "act-of"}, repr(rows_read)) == []

    def test_a_ballot_tells_its_group_only_where_the_group_is_large(self, record: Record) -> None:
        self.vote(record, *["patient"] * 5, *["manager"] * 5)
        count(record, "vote")
        told = [cast.group for cast in record.state_for("p-ben").ballots["conditions", "vote", 1]]
        assert sorted(map(str, told)) == ["manager"] * 5 + ["patient"] * 5
        record.forget("p-9")
        told = [cast.group for cast in record.state_for("p-ben").ballots["conditions", "vote", 1]]
        assert set(told) == {None}, "four managers would be known by subtraction"

    def test_ballots_stand_in_no_order_of_time_and_blank_ones_nowhere(self, record: Record) -> None:
        for number, given in enumerate(({"c-01": 2}, {"c-01": 1}, {}, {"c-01": 2}, {"c-01": 1})):
            person = came(record, f"p-{number}")
            ballot = Ballot(stage="vote", round=1, dots=given)
            record.append(
                actions.cast_ballot(record.state(), person, "conditions", ballot, stamp())
            )
        count(record, "vote")
        [casts] = record.state_for("p-ben").ballots.values()
        assert [cast.ballot.dots["c-01"] for cast in casts] == [1, 1, 2, 2]


class TestTables:
    """While the group is split."""

    @pytest.fixture
    def record(self, store: Store, names: str) -> Record:
        """Six people have answered; they sit three and three, and their answers are shown."""
        record = opened(store, names)
        for number in range(6):
            said(record, came(record, f"p-{number}"), condition(f"c-0{number}", f"Idea {number}"))
        self.split(record)
        return record

    def split(self, record: Record) -> None:
        record.append(actions.split(2, stamp()))
        for number in range(6):
            self.seat(record, f"p-{number}", 1 + number // 3)

    def seat(self, record: Record, person: str, table: int) -> None:
        record.append(actions.seat(record.state(), person, table, stamp()))

    def reads(self, state: Workshop) -> list[str]:
        return sorted(answer.contribution.id for answer in state.shown_at("conditions"))

    def test_two_at_a_table_read_nothing_of_each_other_unless_the_step_is_named(
        self, record: Record, names: str, rows_read: Rows
    ) -> None:
        self.seat(record, "p-2", 2)
        reveal(record, "conditions")
        rows_read.clear()
        mine = ["c-00", "c-01"] if names == "named" else ["c-00"]
        assert self.reads(record.state_for("p-0")) == mine
        assert ("Idea 1" in repr(rows_read)) == (names == "named")
        assert self.reads(record.state_for("p-2")) == ["c-02", "c-03", "c-04", "c-05"]

    def test_two_who_say_much_and_one_who_says_nothing_are_two(
        self, record: Record, names: str
    ) -> None:
        said(record, "p-1", condition("c-11", "More of one"))
        said(record, "p-2", condition("c-02", " "), number=1)
        reveal(record, "conditions")
        more = ["c-01", "c-11"] if names == "named" else []
        assert self.reads(record.state_for("p-0")) == ["c-00", *more]

    def test_a_table_reads_only_its_own_ballots(self, record: Record) -> None:
        reveal(record, "conditions")
        for number in range(6):
            ballot = Ballot(stage="vote", round=1, dots={f"c-0{number}": 1})
            person = f"p-{number}"
            state = record.state_for(person)
            record.append(actions.cast_ballot(state, person, "conditions", ballot, stamp()))
        count(record, "vote")
        [casts] = record.state_for("p-0").ballots.values()
        assert {item for cast in casts for item in cast.ballot.dots} == {"c-00", "c-01", "c-02"}

    @pytest.mark.parametrize("order", ["split, show", "show, split"])
    def test_who_changes_tables_leaves_their_cards_behind(self, record: Record, order: str) -> None:
        reveal(record, "conditions")
        if order == "show, split":
            record.append(actions.split(0, stamp()))
            self.split(record)
        before = [record.state_for(who).shown for who in ("p-0", "p-4")]
        self.seat(record, "p-2", 2)
        assert [record.state_for(who).shown for who in ("p-0", "p-4")] == before
        reveal(record, "conditions")
        assert "c-02" in self.reads(record.state_for("p-4"))

    def test_a_table_reads_no_theme_and_no_outcome_of_another(
        self, record: Record, rows_read: Rows
    ) -> None:
        reveal(record, "conditions")
        state = record.state()
        record.append(
            actions.group_ideas(
                state, "conditions", ["c-04"], "theme-2", stamp(), title="A theme of two", table=2
            ),
            actions.agree(state, "conditions", "Agreed at two", "en", stamp(), table=2),
        )
        rows_read.clear()
        for known in (record.state_for("p-0"), record.state_for("")):
            assert (known.theme_acts, known.outcomes) == ({}, {})
        assert found({"theme": "of two", "outcome": "at two"}, repr(rows_read)) == []
        record.append(actions.split(0, stamp()))
        assert record.state_for("p-0").themes("conditions")

    def test_nobody_reads_who_sits_where(self, record: Record, rows_read: Rows) -> None:
        reveal(record, "conditions")
        rows_read.clear()
        record.state_for("p-0")
        assert found({f"p-{n}": f"p-{n}" for n in range(1, 6)}, repr(rows_read)) == []


class TestTheBell:
    """Who is told what, at the moment when something is saved."""

    @pytest.fixture
    def bell(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Doorbell]:
        with tempfile.TemporaryDirectory(prefix="lhs") as folder:
            monkeypatch.setattr(tempfile, "tempdir", folder)
            monkeypatch.setattr(_Listener, "GATHER", 0)
            yield Doorbell(str(tmp_path))

    def heard(self, bell: Doorbell, who: str, topics: Topics) -> list[str]:
        """The topics a page is told of before it hears the last word, which is for everyone."""

        async def story() -> list[str]:
            told: list[str] = []
            last = asyncio.Event()

            def wants(topics: Topics) -> bool:
                told.extend(topics)
                return "group" in topics

            end = bell.listen("CODE", last.set, wants, who=who)
            bell.ring("CODE", topics)
            bell.ring("CODE", frozenset({"group"}))
            await asyncio.wait_for(last.wait(), 10)
            end()
            return told[:-1]

        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(story())).result()

    @pytest.mark.parametrize(
        ("who", "told"), [("p-ben", []), ("p-ada", ["person:p-ada"]), ("", ["someone"])]
    )
    def test_that_a_person_saved_something_is_told_to_their_own_pages_only(
        self, bell: Doorbell, who: str, told: list[str]
    ) -> None:
        assert self.heard(bell, who, frozenset({"person:p-ada"})) == told

    def test_facilitators_matters_wake_no_participant(self, bell: Doorbell) -> None:
        assert self.heard(bell, "p-ben", frozenset({"facilitators"})) == []

    @pytest.mark.parametrize("who", ["p-ben", ""])
    def test_that_a_shown_answer_is_gone_is_told_without_a_name(
        self, bell: Doorbell, who: str
    ) -> None:
        told = self.heard(bell, who, frozenset({"person:p-ada", "step:conditions"}))
        assert set(told) - {"someone"} == {"step:conditions"}
