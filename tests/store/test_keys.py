"""The keys of a workshop: several facilitators, onlookers, and keys that are taken away."""

from __future__ import annotations

import pytest

from lhs_widgets.errors import Refused
from lhs_widgets.store import Keys, Record, Store
from lhs_widgets.workshop.codes import fingerprint


@pytest.fixture
def keys(store: Store, record: Record) -> Keys:
    return store.keys(record.code)


def test_a_key_is_known_by_its_fingerprint_only(store: Store, record: Record) -> None:
    assert store.keys(record.code).role_of(fingerprint("key")) == "facilitator"
    assert store.keys(record.code).role_of("KEY") is None
    assert store.keys("BCDFGH").role_of(fingerprint("KEY")) is None


def test_a_workshop_has_as_many_keys_as_people_need(keys: Keys) -> None:
    keys.add(fingerprint("SECOND"), "facilitator", "  Sam   at the  back ")
    keys.add(fingerprint("THIRD"), "onlooker", "The evaluator")
    assert [(key.role, key.name) for key in keys.all()] == [
        ("facilitator", ""),
        ("facilitator", "Sam at the back"),
        ("onlooker", "The evaluator"),
    ]
    assert keys.role_of(fingerprint("THIRD")) == "onlooker"


@pytest.mark.parametrize(
    ("role", "name"), [("owner", "Sam"), ("onlooker", " "), ("facilitator", "S" * 61)]
)
def test_a_key_has_a_role_and_says_whose_it_is(keys: Keys, role: str, name: str) -> None:
    with pytest.raises(Refused):
        keys.add(fingerprint("SECOND"), role, name)
    assert len(keys.all()) == 1


def test_a_key_that_is_taken_away_opens_nothing(store: Store, record: Record, keys: Keys) -> None:
    keys.add(fingerprint("SECOND"), "facilitator", "Sam")
    rehearsal = store.keys(store.open_rehearsal(record.code).code)
    taken = keys.take_away(keys.all()[1].id)
    assert taken is not None
    assert taken.name == "Sam"
    assert keys.role_of(fingerprint("SECOND")) is None
    assert rehearsal.role_of(fingerprint("SECOND")) is None
    assert keys.role_of(fingerprint("KEY")) == "facilitator"


def test_taking_away_what_is_not_there_changes_nothing(keys: Keys) -> None:
    assert keys.take_away("0123456789ab") is None
    assert len(keys.all()) == 1
