"""Laws of what a page may know, whatever happened in the workshop.

Two records that differ only in what must stay private give everyone else the same state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lhs_widgets.deck import parse_deck
from lhs_widgets.store import Record, Store
from lhs_widgets.store import store as store_module
from lhs_widgets.workshop import Event, Kind, Profile, Stamp, Workshop
from tests.support.workshops import NOON, SMALL_DECK, condition

STEP = "conditions"
PEOPLE = ("p-ada", "p-bea", "p-cyd")
ANSWERS = ("c-01", "c-02", "c-03", "c-04")
EVE = "p-eve"  # who looks

#: Few examples: each is two workshops on the disk.
few = settings(max_examples=40)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with (
        Store(tmp_path_factory.mktemp("laws")) as store,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(store_module, "parse_deck", cache(parse_deck))  # most of the time, else
        yield store


def happened(
    kind: Kind, body: dict[str, Any], who: str | None, when: int = 0, step: str = STEP
) -> Event:
    """An event under an id that says what it is: the same event has the same id in both records."""
    id_ = str(uuid5(NAMESPACE_OID, repr((kind, body, who, when, step))))
    at = NOON + timedelta(seconds=when)
    return Stamp("participant", at, id_).event(kind, body, participant=who, step=step)


def writes(who: str, answer: str, text: str, when: int = 0) -> Event:
    body = condition(answer, text, ratings={"importance": 1 + when % 2}).model_dump(mode="json")
    return happened(Kind.CONTRIBUTED, body, who, when)


def shows(revealed: bool, when: int) -> Event:
    return happened(Kind.REVEALED, {"revealed": revealed}, None, when)


whens = st.integers(0, 999)
#: Each answer has one author: whoever its number says.
authors = {answer: PEOPLE[number % 3] for number, answer in enumerate(ANSWERS)}


@st.composite
def private(draw: st.DrawFn) -> Event:
    """Something a person other than Eve does."""
    answer, when = draw(st.sampled_from(ANSWERS)), draw(whens)
    who = authors[answer]
    match draw(st.sampled_from(["write", "write", "write", "take back", "done", "hand", "vote"])):
        case "write":
            return writes(who, answer, draw(st.sampled_from(["One", "two", "Three", " "])), when)
        case "take back":
            return happened(Kind.WITHDRAWN, {"contribution": answer}, who, when)
        case "done":
            return happened(Kind.DONE, {"done": draw(st.booleans())}, who, when)
        case "hand":
            return happened(Kind.HAND, {"hand": draw(st.booleans())}, who, when)
    ballot = {"stage": "vote", "round": 1, "dots": {answer: draw(st.integers(1, 2))}}
    return happened(Kind.BALLOT, {"ballot": ballot, "group": "patient"}, who, when)


@st.composite
def public(draw: st.DrawFn) -> Event:
    """Something the facilitator or Eve does."""
    when = draw(whens)
    match draw(st.sampled_from(["show", "show", "count", "eve", "move"])):
        case "show":
            return shows(draw(st.booleans()), when)
        case "count":
            body = {"stage": "vote", "round": 1, "counted": draw(st.booleans())}
            return happened(Kind.COUNTED, body, None, when)
        case "eve":
            return writes(EVE, f"e-{draw(st.sampled_from(ANSWERS))}", "Eve's", when)
    return happened(Kind.MOVED, {}, None, when, draw(st.sampled_from(["welcome", STEP])))


@st.composite
def turns(draw: st.DrawFn) -> Event:
    """Something that changes what was shown already."""
    when = draw(whens)
    match draw(st.sampled_from(["hide", "split", "sit", "rename"])):
        case "hide":
            body = {
                "contribution": draw(st.sampled_from(ANSWERS)),
                "moderated": draw(st.booleans()),
            }
            return happened(Kind.MODERATED, {**body, "reason": "", "note": ""}, None, when)
        case "split":
            return happened(Kind.SPLIT, {"tables": draw(st.sampled_from([0, 2]))}, None, when)
        case "sit":
            who = draw(st.sampled_from((*PEOPLE, EVE)))
            return happened(Kind.SEATED, {"table": draw(st.integers(1, 2))}, who, when)
    profile = Profile(language="fr", group="family", name="Another").model_dump()
    return happened(Kind.PROFILE_CHANGED, profile, draw(st.sampled_from(PEOPLE)), when)


def records(of: st.SearchStrategy[Event]) -> st.SearchStrategy[list[Event]]:
    return st.lists(of, max_size=14, unique_by=lambda event: event.id)


anything = records(st.one_of(private(), private(), public()))
names = st.sampled_from(["anonymous", "group", "named"])


def opened(shelf: Store, names: str, record: Sequence[Event] = ()) -> Record:
    """A workshop which everyone has joined, and in which this happened."""
    deck = SMALL_DECK.replace("id: conditions\n", f"id: conditions\n        names: {names}\n")
    new = shelf.open_workshop(deck, "A workshop", "f", Stamp("facilitator", NOON, "opened"))
    profile = Profile(language="en", group="patient", name="Someone").model_dump()
    joined = [happened(Kind.JOINED, profile, person) for person in (*PEOPLE, EVE)]
    new.bring_in(joined, record)
    return new


def seen(shelf: Store, record: Sequence[Event], names: str = "anonymous") -> list[Workshop]:
    """What Eve's page and the wall know, and what the facilitator does."""
    new = opened(shelf, names, record)
    return [new.state_for(EVE), new.state_for_wall()[0], new.state()]


def is_others(event: Event) -> bool:
    return event.participant in PEOPLE


@few
@given(anything, names)
def test_before_the_reveal_all_that_others_do_leaves_no_trace(
    shelf: Store, record: list[Event], names: str
) -> None:
    hidden = [*record, shows(False, 1000), happened(Kind.COUNTED, uncounted(), None, 1000)]
    without = [event for event in hidden if not is_others(event)]
    assert seen(shelf, hidden, names)[:2] == seen(shelf, without, names)[:2]


@few
@given(anything, records(private()), names)
def test_after_the_reveal_what_others_go_on_writing_leaves_no_trace(
    shelf: Store, record: list[Event], more: list[Event], names: str
) -> None:
    known = {event.id for event in record}
    later = [e for e in more if e.kind is not Kind.WITHDRAWN and e.id not in known]
    shown = [*record, happened(Kind.COUNTED, uncounted(), None, 1000), shows(True, 1000)]
    assert seen(shelf, [*shown, *later], names)[:2] == seen(shelf, shown, names)[:2]


@few
@given(anything, st.permutations(PEOPLE), st.sampled_from(["anonymous", "group"]))
def test_people_of_a_group_may_swap_all_they_wrote_and_chose(
    shelf: Store, record: list[Event], others: list[str], names: str
) -> None:
    """They have said equally much of themselves, so nobody can tell one from the other."""
    as_if = dict(zip(PEOPLE, others, strict=True))
    swapped = [
        event.model_copy(update={"participant": as_if[event.participant or ""]})
        if is_others(event)
        else event
        for event in record
    ]
    assert seen(shelf, swapped, names)[:2] == seen(shelf, record, names)[:2]


@few
@given(st.data(), records(public()), names)
def test_answers_may_have_come_in_any_order_at_any_time(
    shelf: Store, data: st.DataObject, after: list[Event], names: str
) -> None:
    words = data.draw(st.dictionaries(st.sampled_from(ANSWERS), st.sampled_from(["A", "b", "B"])))
    orders = [data.draw(st.permutations(sorted(words))) for _ in range(2)]
    times = [data.draw(st.permutations(range(len(words)))) for _ in range(2)]
    one, other = (
        [writes(authors[a], a, words[a], when) for a, when in zip(order, time, strict=True)]
        for order, time in zip(orders, times, strict=True)
    )
    same_ratings = [e.model_copy(update={"body": {**e.body, "ratings": {}}}) for e in other]
    assert seen(shelf, [*one, *after], names)[:2] == seen(shelf, [*same_ratings, *after], names)[:2]


@few
@given(anything, names)
def test_all_read_the_words_that_the_facilitator_has_shown(
    shelf: Store, record: list[Event], names: str
) -> None:
    assume(any(event.kind is Kind.REVEALED for event in record))
    eve, wall, facilitator = (
        {
            step: {(a.contribution.id, a.contribution.text) for a in answers}
            for step, answers in state.shown.items()
        }
        for state in seen(shelf, record, names)
    )
    assert eve == facilitator
    assert wall == facilitator


@few
@given(records(st.one_of(private(), private(), public(), turns())), names, st.booleans())
def test_a_page_that_asked_at_every_turn_knows_what_a_new_page_does(
    shelf: Store, record: list[Event], names: str, forgets: bool
) -> None:
    new = opened(shelf, names)
    looks = (
        lambda one: one.state_for(EVE),
        lambda one: one.state_for_wall()[0],
        lambda one: one.state(),
    )
    pages = [shelf.record(new.code) for _ in looks]
    for place, event in enumerate(record):
        is_gone = forgets and place > len(record) // 2
        if not (is_gone and event.participant == PEOPLE[0]):
            new.append(event)
        if forgets and place == len(record) // 2:
            new.forget(PEOPLE[0])
        for look, page in zip(looks, pages, strict=True):
            assert look(page) == look(shelf.record(new.code))


def uncounted() -> dict[str, Any]:
    return {"stage": "vote", "round": 1, "counted": False}
