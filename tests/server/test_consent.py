"""What people agree to, over plain HTTP: asked before any input, changed at any time."""

from __future__ import annotations

import pytest

from lhs_widgets.store import Record
from lhs_widgets.workshop import Consent, Purpose, Stamp, actions
from tests.server.conftest import Visitor

ADDRESS = "ada@example.org"


@pytest.fixture
def study(workshop: Record) -> Record:
    """The workshop, when it is research."""
    workshop.append(actions.purpose(workshop.state(), "both", "2026-014", Stamp("facilitator")))
    return workshop


def agreed(record: Record) -> Consent | None:
    (person,) = record.state().participants.values()
    return person.consent


def addresses(visitor: Visitor, record: Record) -> list[str]:
    return visitor.room.store.contacts(record.code).all()


def test_the_way_in_says_what_it_is_for(visitor: Visitor, workshop: Record) -> None:
    page = visitor.get(f"/join/{workshop.code}").text
    assert "studied to improve care" in page
    assert 'name="research"' not in page
    workshop.append(actions.purpose(workshop.state(), "research", "2026-9", Stamp("facilitator")))
    page = visitor.get(f"/join/{workshop.code}").text
    assert "2026-9 of a research ethics board" in page
    assert 'name="research"' in page


def test_no_box_is_ticked_for_anyone(visitor: Visitor, study: Record) -> None:
    page = visitor.get(f"/join/{study.code}").text
    assert page.count('type="checkbox"') == 4
    assert " checked" not in page


def test_taking_part_is_all_that_is_needed(visitor: Visitor, study: Record) -> None:
    assert visitor.join(study).place == f"/walk/{study.code}"
    assert agreed(study) == Consent()


def test_each_yes_is_saved_with_the_joining(visitor: Visitor, study: Record) -> None:
    visitor.join(study, research="yes", quotes="yes", contact="yes", address=ADDRESS)
    assert agreed(study) == Consent(research=True, quotes=True)
    assert addresses(visitor, study) == [ADDRESS]
    assert ADDRESS not in str(study.events())


def test_research_is_not_agreed_to_where_it_is_not_asked(
    visitor: Visitor, workshop: Record
) -> None:
    visitor.join(workshop, research="yes")
    assert agreed(workshop) == Consent()


def test_an_address_that_is_missing_is_asked_for_and_nothing_is_saved(
    visitor: Visitor, study: Record
) -> None:
    reply = visitor.join(study, contact="yes", quotes="yes", address=" ")
    assert reply.status == 400
    assert "Give an address" in reply.text
    assert reply.text.count(" checked") == 2, "what was ticked stays ticked"
    assert study.state().participants == {}


def test_an_address_without_the_tick_is_not_kept(visitor: Visitor, study: Record) -> None:
    visitor.join(study, address=ADDRESS)
    assert addresses(visitor, study) == []


def test_no_leads_to_a_kind_page(visitor: Visitor, workshop: Record) -> None:
    assert f"/no-thanks/{workshop.code}" in visitor.get(f"/join/{workshop.code}").text
    reply = visitor.get(f"/no-thanks/{workshop.code}")
    assert reply.status == 200
    assert "You are welcome to stay" in reply.text
    assert workshop.state().participants == {}


@pytest.mark.parametrize("finished", [False, True])
def test_a_mind_can_be_changed_at_any_time(visitor: Visitor, study: Record, finished: bool) -> None:
    visitor.join(study, research="yes", contact="yes", address=ADDRESS)
    if finished:
        study.append(actions.finish(study.state(), Stamp("facilitator")))
    page = visitor.get(f"/consent/{study.code}").text
    assert page.count(" checked") == 2
    assert ADDRESS in page
    done = visitor.post(f"/consent/{study.code}", {"quotes": "yes"}).place
    assert "Saying no is fine" in visitor.get(done).text
    assert agreed(study) == Consent(quotes=True)
    assert addresses(visitor, study) == []


def test_a_stranger_sees_and_changes_nothing(visitor: Visitor, study: Record) -> None:
    visitor.join(study, research="yes")
    stranger = Visitor(visitor.room)
    assert "is nobody’s" in stranger.post(f"/consent/{study.code}", {}).text
    assert agreed(study) == Consent(research=True)


def test_who_takes_their_answers_back_leaves_no_address(visitor: Visitor, study: Record) -> None:
    visitor.join(study, contact="yes", address=ADDRESS)
    visitor.post(f"/take-back/{study.code}")
    assert addresses(visitor, study) == []
    assert not study.state().participants
    assert all(event.participant is None for event in study.events())


def test_a_purpose_stays_once_someone_agreed_to_it(visitor: Visitor, study: Record) -> None:
    visitor.join(study)
    with pytest.raises(Exception, match="joined for another purpose"):
        actions.purpose(study.state(), "quality", "", Stamp("facilitator"))
    study.append(actions.purpose(study.state(), "both", "2026-015", Stamp("facilitator")))
    assert study.state().purpose == Purpose(aim="both", reb="2026-015")
