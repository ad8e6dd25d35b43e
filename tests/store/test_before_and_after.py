"""Templates, and rehearsals: opened like a workshop, erased without a trace."""

from __future__ import annotations

import pytest

from lhs_widgets.errors import Refused, StoreError, UnknownTemplate, UnknownWorkshop
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import Kind, Promise, Stamp, actions
from lhs_widgets.workshop.codes import fingerprint
from lhs_widgets.workshop.replanning import replan
from tests.support.workshops import condition, join, move, stamp, write


@pytest.fixture
def prepared(record: Record) -> Record:
    """A workshop with a plan of its own, in French, with an action to do."""
    state = record.state()
    plan = replan(state.plan, "hide", "roles").model_dump(mode="json")
    record.append(
        actions.plan(state, plan, stamp()),
        actions.offer(state, ["fr"], stamp()),
        stamp().event(Kind.SETTLED, {"agreement": 80}),
        actions.promise(Promise("act-1", "Ask the clinic"), stamp()),
    )
    return record


class TestTemplates:
    def test_a_template_is_what_was_prepared_and_nothing_else(
        self, store: Store, prepared: Record
    ) -> None:
        write(prepared, join(prepared), condition("c-01", "Zebra"))
        store.templates.save("  Our   walk ", prepared)
        kept = store.templates.get("Our walk")
        assert kept.preparation == prepared.state().preparation
        assert (kept.deck, kept.deck_yaml) == (prepared.deck, prepared.deck_yaml)
        assert "Zebra" not in str(kept)
        assert "Ask the clinic" not in str(kept)

    def test_a_workshop_opens_from_it(self, store: Store, prepared: Record) -> None:
        store.templates.save("Our walk", prepared)
        kept = store.templates.get("Our walk")
        opened = store.open_workshop(kept.deck_yaml, "New", "f" * 64, prepared=kept.preparation)
        state = opened.state()
        assert (state.title, state.languages) == ("New", ("fr",))
        assert (state.plan, state.limits) == (prepared.state().plan, prepared.state().limits)

    def test_a_name_is_given_once(self, store: Store, record: Record) -> None:
        for name in ("One", "Two"):
            store.templates.save(name, record)
        with pytest.raises(Refused, match="already"):
            store.templates.save("One", record)
        with pytest.raises(Refused, match="already"):
            store.templates.rename("One", "Two")
        assert store.templates.names() == ["One", "Two"]

    @pytest.mark.parametrize("name", ["", "  ", "n" * 121])
    def test_a_name_has_some_letters(self, store: Store, record: Record, name: str) -> None:
        with pytest.raises(Refused, match="1 to 120"):
            store.templates.save(name, record)
        assert store.templates.names() == []

    def test_they_are_renamed_and_deleted(self, store: Store, record: Record) -> None:
        store.templates.save("Old", record)
        store.templates.rename("Old", "New")
        assert store.templates.names() == ["New"]
        store.templates.delete("New")
        assert store.templates.names() == []

    def test_what_is_not_there_is_said(self, store: Store) -> None:
        for act in (store.templates.get, store.templates.delete):
            with pytest.raises(UnknownTemplate, match="No template is called 'Gone'"):
                act("Gone")
        with pytest.raises(UnknownTemplate):
            store.templates.rename("Gone", "New")


class TestRehearsals:
    def test_one_is_like_the_workshop_with_nobody_in_it(
        self, store: Store, prepared: Record
    ) -> None:
        join(prepared)
        state, real = store.open_rehearsal(prepared.code).state(), prepared.state()
        assert state.rehearses == prepared.code
        assert state.preparation == real.preparation
        assert state.promises == real.promises
        assert state.participants == {}

    def test_the_same_keys_open_both(self, store: Store, record: Record) -> None:
        store.keys(record.code).add(fingerprint("SECOND"), "onlooker", "Sam")
        rehearsal = store.keys(store.open_rehearsal(record.code).code)
        assert rehearsal.role_of(fingerprint("KEY")) == "facilitator"
        assert rehearsal.role_of(fingerprint("SECOND")) == "onlooker"

    def test_an_erased_one_is_gone(self, store: Store, record: Record) -> None:
        rehearsal = store.open_rehearsal(record.code)
        join(rehearsal)
        store.erase_rehearsal(rehearsal.code.lower())
        with pytest.raises(UnknownWorkshop):
            store.record(rehearsal.code)

    def test_a_real_workshop_is_never_erased(self, store: Store, record: Record) -> None:
        before = record.events()
        with pytest.raises(Refused, match="not a rehearsal"):
            store.erase_rehearsal(record.code)
        assert record.events() == before

    def test_what_comes_too_late_is_not_saved(self, store: Store, record: Record) -> None:
        rehearsal = store.open_rehearsal(record.code)
        state = rehearsal.state()
        store.erase_rehearsal(rehearsal.code)
        with pytest.raises(StoreError):
            rehearsal.append(actions.move(state, "roles", Stamp("facilitator")))
        assert rehearsal.events() == []


def test_nobody_is_woken_for_nothing(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[str] = []
    bell = type(record._database.bell)
    monkeypatch.setattr(bell, "ring", lambda _bell, code, _topics: rung.append(code))
    record.append()
    assert rung == []
    move(record, "roles")
    assert rung == [record.code]
