"""When the group agrees is settled before anybody answers, and stays so."""

from __future__ import annotations

from typing import Any

import pytest

from lhs_widgets.deck import Limits, parse_deck
from lhs_widgets.errors import Refused
from lhs_widgets.session.commands import carry_out
from lhs_widgets.workshop import Event, Kind, Profile, Stamp, Workshop, actions, replay
from tests.support.workshops import NOON, SMALL_DECK, condition, stamp

OTHER = {"agreement": 80, "core": 75, "against": 10}


@pytest.fixture
def workshop() -> Workshop:
    """Ada has joined a workshop whose group has not begun."""
    start = Workshop(parse_deck(SMALL_DECK))
    ada = actions.join(start, "p-ada", Profile(language="en"), stamp())
    return replay([actions.open_workshop("A workshop", stamp()), ada], start)


def settled(workshop: Workshop, limits: Any = OTHER) -> Workshop:
    return replay([actions.settle(workshop, limits, stamp())], workshop)


def answered(workshop: Workshop, **stamped: Any) -> Workshop:
    body = condition("c-01").model_dump(mode="json")
    event = stamp().event(Kind.CONTRIBUTED, body, participant="p-ada", step="conditions")
    return replay([event.model_copy(update=stamped)], workshop)


def test_they_are_the_decks_unless_something_else_is_settled(workshop: Workshop) -> None:
    assert (workshop.limits, workshop.settled) == (Limits(), NOON)
    assert settled(workshop).limits == Limits(**OTHER)
    of_a_deck = parse_deck(f"{SMALL_DECK}limits: {{agreement: 90}}\n")
    opened = replay([actions.open_workshop("A workshop", stamp())], Workshop(of_a_deck))
    assert opened.limits == Limits(agreement=90)


def test_the_record_keeps_them_whatever_the_software_says_later(workshop: Workshop) -> None:
    event = actions.open_workshop("A workshop", stamp(), limits=Limits(**OTHER))
    assert event.body["limits"] == OTHER
    assert replay([event], Workshop(workshop.deck)).limits == Limits(**OTHER)


def a_ballot() -> Event:
    body = {"ballot": {"stage": "vote", "round": 1, "dots": {"c-01": 1}}, "group": None}
    return stamp().event(Kind.BALLOT, body, participant="p-ada", step="conditions")


def test_an_answer_a_ballot_or_a_step_locks_them(workshop: Workshop) -> None:
    moved = actions.move(workshop, "conditions", stamp())
    voted, begun = (replay([event], workshop) for event in (a_ballot(), moved))
    for locked in (answered(workshop), voted, begun):
        with pytest.raises(Refused, match="can't change"):
            actions.settle(locked, OTHER, stamp())


def test_ideas_brought_in_lock_nothing(workshop: Workshop) -> None:
    assert settled(answered(workshop, origin="import")).limits == Limits(**OTHER)


@pytest.mark.parametrize(
    "limits", [None, 75, {"agreement": 50}, {"agreement": 101}, {"against": 50}, {"often": 75}]
)
def test_what_is_no_limit_is_refused(workshop: Workshop, limits: object) -> None:
    with pytest.raises(Refused) as caught:
        actions.settle(workshop, limits, stamp())
    assert caught.value.reason == "bad-limits"


def test_an_undo_leaves_them(workshop: Workshop) -> None:
    retitled = replay([actions.retitle(workshop, "Another", stamp())], workshop)
    now = settled(retitled)
    assert len(now.earlier) == 1
    undone = replay(carry_out(now, {"does": "unprepare"}, Stamp("facilitator")), now)
    assert (undone.title, undone.limits) == ("A workshop", Limits(**OTHER))
    assert not undone.earlier
