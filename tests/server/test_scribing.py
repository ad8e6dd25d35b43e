"""People without a phone, over plain HTTP: adding them, finding their cards, printing, leaving."""

from __future__ import annotations

import pytest

from lhs_widgets.store import Record
from lhs_widgets.workshop import Participant, Stamp, actions
from tests.server.conftest import KEY, Reply, Visitor
from tests.support.workshops import move


@pytest.fixture
def scribe(visitor: Visitor, workshop: Record) -> Visitor:
    """Someone with the key of the workshop."""
    visitor.get(f"/facilitate?workshop={workshop.code}&key={KEY}")
    return visitor


def add(scribe: Visitor, record: Record, card: str = "A7", **form: str) -> Reply:
    person = {"consent": "yes", "card": card, "language": "en", "group": "patient", **form}
    return scribe.post(f"/scribe/{record.code}", person)


def the_one(record: Record) -> Participant:
    (person,) = record.state().participants.values()
    return person


@pytest.mark.parametrize("path", ["", "/card?code=A7", "/cards.pdf", "/A7", "/A7/more"])
def test_strangers_are_sent_to_the_key_before_a_kernel_starts(
    visitor: Visitor, workshop: Record, path: str
) -> None:
    before = visitor.open_pages
    visitor.join(workshop)
    reply = visitor.get(f"/scribe/{workshop.code}{path}", X_LHS_Card="A7")
    assert (reply.status, reply.place) == (302, f"/facilitate?workshop={workshop.code}")
    assert visitor.open_pages == before


@pytest.mark.parametrize("path", ["", "/A7/more"])
def test_strangers_add_and_erase_nobody(visitor: Visitor, workshop: Record, path: str) -> None:
    form = {"consent": "yes", "card": "A7", "language": "en", "do": "forget"}
    assert visitor.post(f"/scribe/{workshop.code}{path}", form).status == 403
    assert workshop.state().participants == {}


def test_a_header_makes_no_scribe_of_a_participant(visitor: Visitor, workshop: Record) -> None:
    visitor.join(workshop)
    page = visitor.get(f"/walk/{workshop.code}", X_LHS_Card="A7").text
    assert "You are writing for" not in page
    assert "data-model=" in page


def test_a_form_on_another_site_adds_nobody(scribe: Visitor, workshop: Record) -> None:
    form = {"consent": "yes", "card": "A7", "language": "en"}
    reply = scribe.post(f"/scribe/{workshop.code}", form, Origin="http://elsewhere.example")
    assert reply.status == 403
    assert workshop.state().participants == {}


def test_who_is_added_is_marked_and_listed(scribe: Visitor, workshop: Record) -> None:
    page = scribe.get(add(scribe, workshop, "a7", name=" Rosa ").place).text
    person = the_one(workshop)
    assert (person.origin, person.profile.card, person.profile.group) == ("scribe", "A7", "patient")
    assert "A7 is on the list." in page
    assert "Rosa" in page
    assert f'href="/scribe/{workshop.code}/A7"' in page


def test_who_is_added_late_sits_down_where_there_is_room(scribe: Visitor, workshop: Record) -> None:
    workshop.append(actions.split(2, Stamp("facilitator")))
    for card in ("A1", "A2", "A3"):
        add(scribe, workshop, card)
    seated = {each.profile.card: each.table for each in workshop.state().participants.values()}
    assert seated == {"A1": 1, "A2": 2, "A3": 1}


def test_the_next_free_code_is_proposed(scribe: Visitor, workshop: Record) -> None:
    add(scribe, workshop, "A1")
    assert 'name="card" value="A2"' in scribe.get(f"/scribe/{workshop.code}").text


def test_nobody_is_added_without_consent(scribe: Visitor, workshop: Record) -> None:
    reply = add(scribe, workshop, consent="", name="Rosa")
    assert reply.status == 400
    assert "nothing was saved" in reply.text
    assert 'value="Rosa"' in reply.text, "what was typed is kept"
    assert workshop.state().participants == {}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"card": ""}, "a letter and a digit"),
        ({"card": "A7-05"}, "a letter and a digit"),
        ({"card": "<b>"}, "a letter and a digit"),
        ({"group": "emperor"}, "Please choose a group"),
        ({"language": "de"}, "Please choose a group"),
        ({"name": "A" * 61}, "Please choose a group"),
    ],
    ids=str,
)
def test_a_person_that_can_not_be_added_is_said(
    scribe: Visitor, workshop: Record, wrong: dict[str, str], sentence: str
) -> None:
    reply = add(scribe, workshop, **wrong)
    assert reply.status == 400
    assert sentence in reply.text
    assert 'aria-invalid="true"' in reply.text
    assert workshop.state().participants == {}


def test_a_form_sent_twice_adds_one_person(scribe: Visitor, workshop: Record) -> None:
    assert add(scribe, workshop).place == add(scribe, workshop).place
    assert the_one(workshop)


def test_a_code_is_given_once(scribe: Visitor, workshop: Record) -> None:
    add(scribe, workshop, name="Rosa")
    reply = add(scribe, workshop, name="Ali")
    assert reply.status == 400
    assert "Someone else has this code." in reply.text
    assert the_one(workshop).profile.name == "Rosa"


def test_nobody_is_added_to_a_finished_workshop(scribe: Visitor, workshop: Record) -> None:
    workshop.append(actions.finish(workshop.state(), Stamp("facilitator")))
    reply = add(scribe, workshop)
    assert reply.status == 400
    assert "The workshop is finished: nothing can be added." in reply.text
    assert workshop.state().participants == {}


def test_the_code_on_a_card_leads_to_the_person_at_that_step(
    scribe: Visitor, workshop: Record
) -> None:
    add(scribe, workshop)
    move(workshop, "p2d-challenges")
    found = scribe.get(f"/scribe/{workshop.code}/card?code=a7+5").place
    assert found == f"/scribe/{workshop.code}/A7?at=p2d-conditions"
    assert scribe.get(f"/scribe/{workshop.code}/card?code=A7").place == found.partition("?")[0]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("", "This is not the code of a card."),
        ("%00", "This is not the code of a card."),
        ("<script>alert(1)", "This is not the code of a card."),
        ("B1-05", "Nobody has this code yet."),
        ("A7-01", "There is nothing to answer at the step with this number."),
        ("A7-99", "There is nothing to answer at the step with this number."),
        ("A7-05", "The group has not reached this step yet."),
    ],
)
def test_a_card_that_can_not_be_opened_is_said(
    scribe: Visitor, workshop: Record, code: str, sentence: str
) -> None:
    add(scribe, workshop)
    reply = scribe.get(f"/scribe/{workshop.code}/card?code={code}")
    assert reply.status == 404
    assert sentence in reply.text
    assert "<script>alert" not in reply.text


def test_a_code_that_nobody_has_is_ready_to_be_added(scribe: Visitor, workshop: Record) -> None:
    page = scribe.get(f"/scribe/{workshop.code}/card?code=b1-05").text
    assert 'name="card" value="B1"' in page


def test_only_who_was_added_can_be_written_for(scribe: Visitor, workshop: Record) -> None:
    Visitor(scribe.room).join(workshop)
    before = scribe.open_pages
    by_phone = the_one(workshop).id
    assert scribe.get(f"/scribe/{workshop.code}/{by_phone}").status == 404
    away = scribe.get(f"/scribe/{workshop.code}/A1")
    assert (away.status, away.place) == (302, f"/scribe/{workshop.code}/card?code=A1")
    assert scribe.open_pages == before


def test_writing_for_someone_leaves_the_participant_of_the_browser_alone(
    scribe: Visitor, workshop: Record
) -> None:
    scribe.join(workshop)
    mine = scribe.cookies[f"lhs-{workshop.code}"]
    add(scribe, workshop)
    reply = scribe.get(f"/scribe/{workshop.code}/A7")
    assert reply.status == 200
    assert '"person": "A7"' in reply.text.replace("\\u0022", '"')
    assert mine not in reply.text.replace("-", "")
    assert scribe.cookies[f"lhs-{workshop.code}"] == mine


def test_a_return_code_opens_the_walk_on_a_phone_and_replaces_the_last(
    scribe: Visitor, workshop: Record
) -> None:
    add(scribe, workshop)
    codes = [made(scribe, workshop) for _ in range(2)]
    phones = [Visitor(scribe.room), Visitor(scribe.room)]
    replies = [
        phone.post(f"/return/{workshop.code}", {"return_code": code})
        for phone, code in zip(phones, codes, strict=True)
    ]
    assert [reply.status for reply in replies] == [404, 303]
    assert phones[1].get(f"/walk/{workshop.code}").status == 200


def made(scribe: Visitor, workshop: Record) -> str:
    page = scribe.post(f"/scribe/{workshop.code}/A7/more", {"do": "return-code"}).text
    return page.split("Return code of A7:")[1].split("</strong>")[0].split(">")[-1]


def test_the_answers_of_a_person_can_be_taken_back(scribe: Visitor, workshop: Record) -> None:
    add(scribe, workshop, name="Rosa")
    assert "Yes, erase A7" in scribe.get(f"/scribe/{workshop.code}/a7/more").text
    reply = scribe.post(f"/scribe/{workshop.code}/A7/more", {"do": "forget"})
    assert reply.place == f"/scribe/{workshop.code}"
    assert (workshop.state().participants, workshop.state().forgotten) == ({}, 1)
    assert scribe.get(f"/scribe/{workshop.code}/A7/more").status == 404


@pytest.mark.parametrize("do", ["", "everything"])
def test_nothing_is_done_that_was_not_asked_for(scribe: Visitor, workshop: Record, do: str) -> None:
    add(scribe, workshop)
    before = workshop.events()
    assert scribe.post(f"/scribe/{workshop.code}/A7/more", {"do": do}).status == 400
    assert workshop.events() == before


def test_names_stay_on_the_facilitators_side(scribe: Visitor, workshop: Record) -> None:
    add(scribe, workshop, name="Rosalinda")
    other = Visitor(scribe.room)
    other.join(workshop)
    for path in (f"/walk/{workshop.code}", f"/wall/{workshop.code}", f"/join/{workshop.code}"):
        assert "Rosalinda" not in other.get(path).text
    assert "Rosalinda" not in scribe.get(f"/facilitate/{workshop.code}").text


def test_the_cards_are_a_pdf(scribe: Visitor, workshop: Record) -> None:
    reply = scribe.get(f"/scribe/{workshop.code}/cards.pdf?people=1&language=fr")
    assert reply.headers["Content-Type"] == "application/pdf"
    assert reply.text.startswith("%PDF-")


@pytest.mark.parametrize("people", ["0", "41", "many", "-1"])
def test_a_number_of_cards_that_can_not_be_printed_is_said(
    scribe: Visitor, workshop: Record, people: str
) -> None:
    reply = scribe.get(f"/scribe/{workshop.code}/cards.pdf?people={people}")
    assert reply.status == 400
    assert "Choose a number of people from 1 to 40." in reply.text


def test_titles_and_names_are_words_and_never_markup(scribe: Visitor, workshop: Record) -> None:
    add(scribe, workshop, name="<script>alert(1)</script>")
    for path in ("", "/A7", "/A7/more"):
        assert "<script>alert" not in scribe.get(f"/scribe/{workshop.code}{path}").text


def test_the_pages_speak_french(scribe: Visitor, workshop: Record) -> None:
    add(scribe, workshop, language="fr")
    for path in ("", "/A7/more", "/card?code=Z9", "/A7"):
        reply = scribe.get(f"/scribe/{workshop.code}{path}", Accept_Language="fr")
        assert '<html lang="fr"' in reply.text
        assert "People without" not in reply.text
