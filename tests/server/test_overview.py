"""An organiser sees how all workshops are going, and what several said together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lhs_widgets.deck import deck_text
from lhs_widgets.server.settings import Settings
from lhs_widgets.store import Record
from lhs_widgets.workshop import Consent, Contribution, Stamp, actions
from lhs_widgets.workshop.codes import fingerprint
from tests.server.conftest import KEY, Visitor
from tests.support.room import Room
from tests.support.workshops import join, move, reveal, stamp, write

STEP = "p2d-conditions"


@pytest.fixture(scope="module")
def own_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A server of this file's own: what is looked at is the list of all its workshops."""
    room = Room(tmp_path_factory.mktemp("organiser") / "data")
    room.open()
    yield room
    room.close()


@pytest.fixture
def organiser(own_room: Room) -> Iterator[Visitor]:
    visitor = Visitor(own_room)
    visitor.get(f"/facilitate?key={Settings.of(own_room.data).facilitator_key()}")
    yield visitor
    for entry in own_room.store.workshops():
        own_room.store.erase(entry.code)


def opened(room: Room, title: str) -> Record:
    return room.store.open_workshop(deck_text("roadmap"), title, fingerprint(KEY))


def with_five_people(room: Room, title: str, words: str, *, research: bool = True) -> Record:
    """A finished workshop in which five people wrote the same, and it was shown."""
    record = opened(room, title)
    record.append(actions.purpose(record.state(), "both", "2026-014", Stamp("facilitator")))
    move(record, STEP)
    for number in range(5):
        person = join(record, f"p-{title}-{number}")
        agreed = Consent(research=research, quotes=True)
        record.append(actions.first_consent(person, agreed, stamp()))
        answer = Contribution(id=f"c-{title}-{number}", step=STEP, language="en", text=words)
        write(record, person, answer)
    reveal(record, STEP)
    record.append(actions.finish(record.state(), Stamp("facilitator")))
    return record


def test_state_people_and_progress_of_each_are_told(organiser: Visitor) -> None:
    room = organiser.room
    opened(room, "Not begun yet")
    going = opened(room, "Going on")
    move(going, STEP)
    join(going, "p-ada")
    page = organiser.get("/facilitate/overview").text
    assert page.index("Going on") < page.index("Not begun yet"), "what needs someone comes first"
    assert "Step 5 of 16: From practice to data" in page
    assert "1 workshop is going on · 0 people here now · 1 person joined" in page


def test_it_is_told_in_french(organiser: Visitor) -> None:
    move(opened(organiser.room, "Sorties"), STEP)
    page = organiser.get("/facilitate/overview?language=fr").text
    assert "1 atelier en cours" in page
    assert "Étape 5 sur 16" in page


def test_a_rehearsal_is_not_among_them(organiser: Visitor) -> None:
    original = opened(organiser.room, "The real one")
    organiser.room.store.open_rehearsal(original.code)
    page = organiser.get("/facilitate/overview").text
    assert page.count("The real one") == 1


def test_what_has_been_kept_long_enough_is_named_with_what_to_do(organiser: Visitor) -> None:
    record = opened(organiser.room, "Old")
    record.append(actions.keep_until(record.state(), "2020-01-31", Stamp("facilitator")))
    page = organiser.get("/facilitate/overview").text
    assert f"lhs archive {record.code} --to archive" in page


def test_who_has_the_key_of_one_workshop_sees_that_one_only(organiser: Visitor) -> None:
    record = opened(organiser.room, "Somebody else's")
    stranger = Visitor(organiser.room)
    for path in ("/facilitate/overview", "/facilitate/together?deck=roadmap"):
        assert stranger.get(path).place == "/facilitate"
    stranger.get(f"/facilitate?workshop={record.code}&key={KEY}")
    assert stranger.get("/facilitate/overview").place == "/facilitate"


def test_what_several_workshops_said_is_shown_together(organiser: Visitor) -> None:
    for title in ("North", "South"):
        with_five_people(organiser.room, title, "Time to meet")
    overview = organiser.get("/facilitate/overview").text
    assert "together?deck=roadmap" in overview
    page = organiser.get("/facilitate/together?deck=roadmap").text
    assert "10 people took part in 2 workshops" in page
    row = page[page.index(">Time to meet<") :].partition("</li>")[0]
    assert ">2<" in row, "the workshops it came back in"
    assert ">10<" in row, "the people"


def test_what_was_not_given_to_research_is_not_among_it(organiser: Visitor) -> None:
    with_five_people(organiser.room, "North", "Time to meet")
    with_five_people(organiser.room, "South", "Kept to ourselves", research=False)
    page = organiser.get("/facilitate/together?deck=roadmap").text
    assert "Kept to ourselves" not in page


def test_workshops_in_which_nobody_said_anything_yet_can_be_looked_at(organiser: Visitor) -> None:
    for title in ("North", "South"):
        opened(organiser.room, title)
    page = organiser.get("/facilitate/together?deck=roadmap").text
    assert "No roles were chosen in these workshops." in page


def test_results_of_one_workshop_are_not_called_those_of_several(organiser: Visitor) -> None:
    with_five_people(organiser.room, "North", "Time to meet")
    assert organiser.get("/facilitate/together?deck=roadmap").status == 404
    assert "together?deck" not in organiser.get("/facilitate/overview").text
