"""What every backend of the store promises."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from lhs_widgets.errors import BadInput, DeckError, Refused, StoreError, UnknownWorkshop
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import Event, Kind, Profile, Stamp, Workshop, actions
from lhs_widgets.workshop.codes import fingerprint
from tests.support.workshops import (
    NOON,
    SMALL_DECK,
    condition,
    count,
    join,
    move,
    reveal,
    stamp,
    vote,
    write,
)

MakeStore = Callable[[], Store]
Rows = list[tuple[Any, ...]]


class TestWorkshops:
    def test_a_workshop_survives_reopening(self, make_store: MakeStore, record: Record) -> None:
        write(record, join(record), condition("c-01", "Time"))
        again = make_store().record(record.code)
        assert again.events() == record.events()
        assert again.state() == record.state()
        assert again.deck_yaml == SMALL_DECK

    def test_a_code_may_be_typed_in_any_way(self, store: Store, record: Record) -> None:
        typed = f" {record.code[:3].lower()}-{record.code[3:]} "
        assert store.record(typed).code == record.code

    def test_an_unknown_code_is_refused(self, store: Store) -> None:
        with pytest.raises(UnknownWorkshop, match="No workshop has the code 'BCDFGH'"):
            store.record("BCDFGH")

    def test_all_workshops_are_listed_newest_first(self, store: Store) -> None:
        opened = [
            store.open_workshop(SMALL_DECK, "A walk", "f", Stamp("facilitator", at)).code
            for at in (NOON.replace(hour=9), NOON.replace(hour=11), NOON.replace(hour=10))
        ]
        listed = [entry.code for entry in store.workshops()]
        assert listed == [opened[1], opened[2], opened[0]]

    def test_a_faulty_deck_opens_nothing(self, store: Store) -> None:
        with pytest.raises(DeckError):
            store.open_workshop("format: 1", "A walk", "f")
        with pytest.raises(Refused):
            store.open_workshop(SMALL_DECK, "", "f")
        assert store.workshops() == []

    def test_workshops_know_nothing_of_each_other(self, store: Store, record: Record) -> None:
        other = store.open_workshop(SMALL_DECK, "Another", "f")
        join(record)
        assert [event.kind for event in other.events()] == [Kind.OPENED]
        assert not other.forget("p-ada")

    def test_a_location_that_is_not_supported_is_refused(self) -> None:
        with pytest.raises(BadInput, match="is not supported"):
            Store("mysql://somewhere/else")


class TestBringingIn:
    def test_people_come_with_what_they_said(self, record: Record) -> None:
        record.bring_in([joined("p-ada"), joined("p-bea")], [said("p-ada"), said("p-bea")])
        state = record.state()
        assert set(state.participants) == {"p-ada", "p-bea"}
        assert len(state.answers) == 2
        assert record.forget("p-ada"), "they can be forgotten as anyone can"

    def test_all_or_none_come(self, record: Record) -> None:
        before = record.events()
        with pytest.raises(Refused):
            record.bring_in([joined("p-ada")], [said("p-ada"), said("p-stranger")])
        with pytest.raises(StoreError):
            record.bring_in([joined("p-ada"), joined("p-ada")], [])
        assert record.events() == before
        assert not record.forget("p-ada")


def joined(person: str) -> Event:
    return stamp().event(Kind.JOINED, {"language": "en"}, participant=person)


def said(person: str) -> Event:
    answer = condition(f"c-{person}").model_dump(mode="json")
    return stamp().event(Kind.CONTRIBUTED, answer, participant=person, step="conditions")


class TestAppending:
    def test_an_event_is_saved_once(self, record: Record) -> None:
        event = write(record, join(record), condition("c-01"))
        before = record.events()
        record.append(event)
        assert record.events() == before
        assert record.has(event.id)
        assert not record.has("another-id")

    def test_the_first_of_two_events_with_an_id_stays(self, record: Record) -> None:
        event = write(record, join(record), condition("c-01", "First"))
        changed = event.model_copy(update={"body": {**event.body, "text": "Second"}})
        record.append(changed)
        assert record.state().answers["c-01"].contribution.text == "First"

    def test_all_or_none_are_saved(self, record: Record) -> None:
        ada, before = join(record), record.events()[:-1]
        good = stamp().event(Kind.DONE, {"done": True}, participant=ada, step="roles")
        bad = good.model_copy(update={"id": "bad-event", "step": "\ud800"})
        with pytest.raises(UnicodeEncodeError):
            record.append(good, bad)
        assert record.events()[:-1] == before
        assert not record.has(good.id)

    def test_appending_nothing_is_no_mistake(self, record: Record) -> None:
        before = record.events()
        record.append()
        assert record.events() == before

    def test_order_is_kept(self, record: Record) -> None:
        steps = ["roles", "conditions", "roles", "challenges", "welcome"]
        record.append(*(stamp().event(Kind.MOVED, step=step) for step in steps))
        moved = [event.step for event in record.events() if event.kind == Kind.MOVED]
        assert moved[-5:] == steps
        places = [event.seq for event in record.events()]
        assert places == sorted(set(places))

    def test_what_came_after_a_place_can_be_asked_for(self, record: Record) -> None:
        place = record.events()[-1].seq
        join(record)
        assert [event.kind for event in record.events(after=place)] == [Kind.JOINED]

    def test_a_place_is_never_used_twice(self, record: Record) -> None:
        write(record, join(record), condition("c-01"))
        last = record.events()[-1].seq
        record.forget("p-ada")
        assert record.events()[-1].seq > last

    def test_writers_side_by_side_lose_nothing(self, make_store: MakeStore, record: Record) -> None:
        def writes(person: str) -> None:
            mine = make_store().record(record.code)
            join(mine, person)
            for number in range(10):
                write(mine, person, condition(f"{person}-{number}"))

        people = ["p-ada", "p-ben", "p-cyd", "p-dan"]
        with ThreadPoolExecutor() as pool:
            list(pool.map(writes, people))
        assert len(list(record.state().answers_to("conditions"))) == 40


class TestPrivacy:
    @pytest.fixture
    def ben(self, record: Record) -> str:
        """Ben, in a workshop where Ada has answered."""
        write(record, join(record, "p-ada"), condition("c-01", "Ada's words"))
        return join(record, "p-ben")

    def test_before_a_reveal_nothing_of_others_is_even_read(
        self, record: Record, ben: str, rows_read: Rows
    ) -> None:
        state = record.state_for(ben)
        assert state.answers == {}
        assert set(state.participants) == {ben}
        assert "Ada's words" not in repr(rows_read)
        assert "p-ada" not in repr(rows_read)

    def test_after_a_reveal_words_are_shown_without_their_author(
        self, record: Record, ben: str
    ) -> None:
        reveal(record, "conditions")
        state = record.state_for(ben)
        [answer] = state.answers_to("conditions")
        assert (answer.contribution.text, answer.participant) == ("Ada's words", "")
        assert "p-ada" not in repr(state)

    def test_hiding_again_hides(self, record: Record, ben: str) -> None:
        reveal(record, "conditions")
        reveal(record, "conditions", revealed=False)
        assert record.state_for(ben).answers == {}

    def test_what_was_taken_back_is_not_shown(self, record: Record, ben: str) -> None:
        record.append(actions.withdraw(record.state(), "p-ada", "c-01", stamp()))
        reveal(record, "conditions")
        assert record.state_for(ben).answers == {}

    def test_ones_own_answers_are_always_there(self, record: Record, ben: str) -> None:
        write(record, ben, condition("c-02", "Ben's words"))
        [mine] = record.state_for(ben).answers.values()
        assert (mine.contribution.text, mine.participant) == ("Ben's words", ben)
        reveal(record, "conditions")
        state = record.state_for(ben)
        assert state.answers["c-02"] == mine, "shown, it is still one's own"
        assert mine in state.shown["conditions"]

    def test_a_forged_answer_does_not_replace_the_real_one(self, record: Record, ben: str) -> None:
        forged = condition("c-01", "Forged").model_dump(mode="json")
        record.append(stamp().event(Kind.CONTRIBUTED, forged, participant=ben, step="conditions"))
        reveal(record, "conditions")
        cyd = join(record, "p-cyd")
        for state in (record.state(), record.state_for(ben), record.state_for(cyd)):
            [answer] = state.answers.values()
            assert answer.contribution.text == "Ada's words"

    def test_the_wall_shows_counts_and_no_one(
        self, record: Record, ben: str, rows_read: Rows
    ) -> None:
        done = actions.mark_done(record.state(), ben, "challenges", stamp(), done=True)
        record.append(done)
        rows_read.clear()
        state, counts = record.state_for_wall()
        assert (counts.joined, counts.done) == (2, 1)
        assert (state.participants, state.answers) == ({}, {})
        assert "Ada's words" not in repr(rows_read)

    def test_someone_who_changed_their_mind_is_not_counted_as_done(
        self, record: Record, ben: str
    ) -> None:
        for done in (True, False):
            record.append(actions.mark_done(record.state(), ben, "challenges", stamp(), done=done))
        assert record.state_for_wall()[1].done == 0


class TestVotes:
    @pytest.fixture
    def ben(self, record: Record) -> str:
        """Ben, in a workshop where three have voted in secret for the one idea there is."""
        write(record, join(record, "p-ada"), condition("c-01"))
        reveal(record, "conditions")
        for person in ("p-ada", join(record, "p-cyd"), join(record, "p-dan")):
            vote(record, person, {"c-01": 2})
        return join(record, "p-ben")

    def test_before_the_count_no_ballot_is_even_read(
        self, record: Record, ben: str, rows_read: Rows
    ) -> None:
        assert record.state_for(ben).ballots == {}
        assert record.state_for_wall()[0].ballots == {}
        assert '"dots"' not in repr(rows_read)

    def test_after_the_count_ballots_have_no_voter(self, record: Record, ben: str) -> None:
        count(record, "vote")
        [casts] = record.state_for(ben).ballots.values()
        assert [(cast.ballot.dots, cast.participant) for cast in casts] == [({"c-01": 2}, "")] * 3

    def test_another_round_is_secret_again(self, record: Record, ben: str) -> None:
        count(record, "vote")
        again = actions.stage(record.state(), "conditions", "vote", stamp(), again=True)
        record.append(again)
        for person in ("p-ada", "p-cyd", "p-dan"):
            vote(record, person, {"c-01": 1}, turn=2)
        assert set(record.state_for(ben).ballots) == {("conditions", "vote", 1)}

    def test_opening_the_vote_again_hides_the_ballots(self, record: Record, ben: str) -> None:
        count(record, "vote")
        count(record, "vote", counted=False)
        assert record.state_for(ben).ballots == {}

    def test_ones_own_ballot_is_always_there(self, record: Record, ben: str) -> None:
        vote(record, ben, {"c-01": 1})
        [[cast]] = record.state_for(ben).ballots.values()
        assert cast.participant == ben
        count(record, "vote")
        [casts] = record.state_for(ben).ballots.values()
        assert sorted(cast.participant for cast in casts) == ["", "", "", ben]


class TestTables:
    @pytest.fixture
    def split(self, record: Record) -> None:
        """Ada, Ben and Dan sit together, Cyd at another table; all is shown that they answered."""
        tables = {"p-ada": 1, "p-ben": 1, "p-cyd": 2, "p-dan": 1}
        for number, person in enumerate(tables):
            write(record, join(record, person), condition(f"c-0{number}", f"Words {number}"))
        reveal(record, "conditions")
        for person, table in tables.items():
            record.append(actions.seat(record.state(), person, table, stamp()))
        record.append(actions.split(2, stamp()))

    def words_of(self, state: Workshop) -> set[str]:
        return {answer.contribution.text for answer in state.shown_at("conditions")}

    @pytest.mark.usefixtures("split")
    def test_a_table_reads_only_its_own_words(self, record: Record, rows_read: Rows) -> None:
        state = record.state_for("p-ada")
        assert self.words_of(state) == {"Words 0", "Words 1", "Words 3"}
        assert "Words 2" not in repr(rows_read)

    @pytest.mark.usefixtures("split")
    def test_someone_without_a_table_reads_no_table(self, record: Record) -> None:
        late = join(record, "p-eve")
        assert self.words_of(record.state_for(late)) == set()
        assert self.words_of(record.state_for_wall()[0]) == set()

    @pytest.mark.usefixtures("split")
    def test_together_again_everyone_reads_everything(self, record: Record) -> None:
        record.append(actions.split(0, stamp()))
        assert len(self.words_of(record.state_for("p-cyd"))) == 4

    @pytest.mark.usefixtures("split")
    def test_nobody_learns_who_sits_where(self, record: Record) -> None:
        state = record.state_for("p-ada")
        assert set(state.participants) == {"p-ada"}
        assert "p-ben" not in repr(state)


class TestModeration:
    def test_a_hidden_answer_is_not_read_and_its_author_knows_why(
        self, record: Record, rows_read: Rows
    ) -> None:
        ada, ben = join(record, "p-ada"), join(record, "p-ben")
        write(record, ada, condition("c-01", "Dr. Someone shouts"))
        reveal(record, "conditions")
        why = "Names a person"
        record.append(actions.moderate(record.state(), "c-01", why, stamp(), moderated=True))
        rows_read.clear()
        state = record.state_for(ben)
        assert state.shown_at("conditions") == ()
        assert "Dr. Someone" not in repr(rows_read)
        assert state.moderated == {}
        assert record.state_for(ada).moderated == {"c-01": why}


class TestNames:
    @pytest.mark.parametrize(
        ("names", "known"),
        [("named", ("Ada", "patient")), ("group", ("", "patient")), ("anonymous", None)],
    )
    def test_a_step_says_as_much_of_an_author_as_its_names_allow(
        self, store: Store, names: str, known: tuple[str, str] | None
    ) -> None:
        deck = SMALL_DECK.replace("id: conditions\n", f"id: conditions\n        names: {names}\n")
        record = store.open_workshop(deck, "A workshop", "f")
        move(record, "challenges")
        profile = Profile(language="en", name="Ada", group="patient")
        record.admit(actions.join(record.state(), "p-ada", profile, stamp()), None)
        write(record, "p-ada", condition("c-01"))
        ben = join(record, "p-ben")
        reveal(record, "conditions")
        [answer] = record.state_for(ben).shown_at("conditions")
        by = answer.by and (answer.by.name, answer.by.group)
        assert by == known
        assert answer.participant == ""
        assert set(record.state_for(ben).participants) == {ben}


class TestNotes:
    def test_the_facilitators_notes_are_not_read_by_others(
        self, record: Record, rows_read: Rows
    ) -> None:
        ben = join(record, "p-ben")
        record.append(actions.note(record.state(), "conditions", "Mind the time", stamp()))
        rows_read.clear()
        assert record.state_for(ben).notes == {}
        assert record.state_for_wall()[0].notes == {}
        assert "Mind the time" not in repr(rows_read)
        assert record.state().notes == {"conditions": "Mind the time"}


class TestComingBack:
    def test_a_new_code_takes_the_place_of_the_last(self, record: Record) -> None:
        ada, bea = join(record, secret="FIRST"), join(record, "p-bea", secret="OTHER")
        record.give_code(ada, fingerprint("SECOND"))
        found = [record.participant_with(fingerprint(c)) for c in ("FIRST", "SECOND", "OTHER")]
        assert found == [None, ada, bea]

    def test_a_code_is_given_in_one_workshop(self, store: Store, record: Record) -> None:
        other = store.open_workshop(SMALL_DECK, "Another", "f")
        join(record), join(other)
        record.give_code("p-ada", fingerprint("CODE"))
        assert other.participant_with(fingerprint("CODE")) is None

    def test_a_person_is_found_by_the_fingerprint_of_their_code(self, record: Record) -> None:
        join(record, "p-ada", secret="BDFG-HJKM")
        assert record.participant_with(fingerprint("bdfg hjkm")) == "p-ada"

    def test_nothing_else_finds_them(self, store: Store, record: Record) -> None:
        join(record, "p-ada", secret="BDFG-HJKM")
        join(record, "p-ben")
        assert record.participant_with("BDFG-HJKM") is None
        assert record.participant_with("") is None
        other = store.open_workshop(SMALL_DECK, "Another", "f")
        assert other.participant_with(fingerprint("BDFG-HJKM")) is None

    def test_a_code_brings_back_one_person_only(self, record: Record) -> None:
        join(record, "p-ada", secret="BDFG-HJKM")
        with pytest.raises(StoreError):
            join(record, "p-ben", secret="BDFG-HJKM")
        assert set(record.state().participants) == {"p-ada"}


class TestForgetting:
    def test_a_person_is_gone_with_all_they_said(self, record: Record) -> None:
        ada = join(record, "p-ada", secret="BDFG-HJKM")
        write(record, ada, condition("c-01", "Words"))
        assert record.forget(ada)
        state = record.state()
        assert (state.participants, state.answers, state.forgotten) == ({}, {}, 1)
        assert record.participant_with(fingerprint("BDFG-HJKM")) is None

    def test_others_stay(self, record: Record) -> None:
        join(record, "p-ada")
        write(record, join(record, "p-ben"), condition("c-02", "Ben's"))
        record.forget("p-ada")
        assert [a.contribution.text for a in record.state().answers.values()] == ["Ben's"]

    def test_forgetting_someone_unknown_changes_nothing(self, record: Record) -> None:
        before = record.events()
        assert not record.forget("p-eve")
        assert record.events() == before

    def test_a_page_that_was_still_open_can_not_bring_them_back(self, record: Record) -> None:
        ada = join(record, "p-ada")
        late = actions.contribute(record.state(), ada, condition("c-01", "Late"), stamp())
        record.forget(ada)
        with pytest.raises(Refused) as caught:
            record.append(late)
        assert caught.value.reason == "not-here"
        assert record.state().answers == {}
