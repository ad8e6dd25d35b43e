"""The way in over plain HTTP: codes, consent, coming back, leaving, both languages."""

from __future__ import annotations

import os
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from lhs_widgets.store import Record
from lhs_widgets.workshop import Stamp, actions
from tests.server.conftest import Visitor
from tests.support.room import wait_until


def spaced(code: str) -> str:
    return f"{code[:3].lower()}+{code[3:].lower()}"


def test_a_code_may_be_typed_small_and_with_spaces(visitor: Visitor, workshop: Record) -> None:
    assert visitor.get(f"/find?code={spaced(workshop.code)}").place == f"/join/{workshop.code}"
    assert visitor.get(f"/join/{workshop.code.lower()}").place == f"/join/{workshop.code}"


@pytest.mark.parametrize("code", ["ZZZZZZ", "", "%00", "a" * 3000, "<script>"])
def test_an_unknown_code_is_said_where_it_was_typed(visitor: Visitor, code: str) -> None:
    reply = visitor.get(f"/find?code={code}")
    assert reply.status == 404
    assert "No workshop has this code." in reply.text
    assert 'aria-invalid="true"' in reply.text
    assert "<script>" not in reply.text


@pytest.mark.parametrize("path", ["/join/ZZZZZZ", "/return/ZZZZZZ"])
def test_a_link_to_an_unknown_workshop_leads_to_a_calm_page(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status == 404
    assert "This page is not here" in visitor.post(path).text


def test_nothing_is_saved_without_consent(visitor: Visitor, workshop: Record) -> None:
    reply = visitor.post(f"/join/{workshop.code}", {"name": "Ada", "group": "patient"})
    assert reply.status == 400
    assert "nothing was saved" in reply.text
    assert 'value="Ada"' in reply.text, "what was typed is kept"
    assert workshop.state().participants == {}
    assert visitor.cookies == {}


@pytest.mark.parametrize("wrong", [{"group": "emperor"}, {"name": "A" * 61}], ids=str)
def test_a_profile_that_can_not_be_used_is_refused(
    visitor: Visitor, workshop: Record, wrong: dict[str, str]
) -> None:
    reply = visitor.join(workshop, **wrong)
    assert reply.status == 400
    assert "Please choose a group from the list" in reply.text
    assert workshop.state().participants == {}


def test_joining_needs_no_name_and_leads_to_the_walk(visitor: Visitor, workshop: Record) -> None:
    reply = visitor.join(workshop)
    assert (reply.status, reply.place) == (303, f"/walk/{workshop.code}")
    (person,) = workshop.state().participants.values()
    assert (person.profile.name, person.profile.group) == ("", None)


def test_the_cookie_is_out_of_reach_of_scripts(visitor: Visitor, workshop: Record) -> None:
    cookie = visitor.join(workshop).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_who_joined_is_not_asked_again(visitor: Visitor, workshop: Record) -> None:
    visitor.join(workshop)
    page = visitor.get(f"/join/{workshop.code}").text
    assert "Continue where you were" in page
    assert "consent" not in page


def test_nobody_joins_a_finished_workshop(visitor: Visitor, workshop: Record) -> None:
    workshop.append(actions.finish(workshop.state(), Stamp("facilitator")))
    reply = visitor.join(workshop)
    assert reply.status == 400
    assert "This workshop is finished." in reply.text
    assert workshop.state().participants == {}


def test_a_return_code_opens_the_walk_on_another_device(visitor: Visitor, workshop: Record) -> None:
    visitor.join(workshop)
    code = visitor.cookies[f"lhs-{workshop.code}"]
    other = Visitor(visitor.room)
    spaced = f"{code[:4]} {code[4:8]}-{code[8:]}".lower()
    reply = other.post(f"/return/{workshop.code}", {"return_code": spaced})
    assert reply.place == f"/walk/{workshop.code}"
    assert other.cookies == visitor.cookies


@pytest.mark.parametrize("wrong", ["", "BBBB-BBBB-BBBB", "' OR 1=1 --"])
def test_a_wrong_return_code_is_said(visitor: Visitor, workshop: Record, wrong: str) -> None:
    reply = visitor.post(f"/return/{workshop.code}", {"return_code": wrong})
    assert reply.status == 404
    assert "This code is not known in this workshop." in reply.text
    assert visitor.cookies == {}


def test_leaving_forgets_the_person_on_this_device(visitor: Visitor, workshop: Record) -> None:
    visitor.join(workshop)
    left = visitor.post(f"/leave/{workshop.code}").place
    assert "This phone has forgotten you" in visitor.get(left).text
    assert visitor.get(f"/walk/{workshop.code}").place == f"/join/{workshop.code}"
    assert len(workshop.state().participants) == 1, "the answers stay in the workshop"


def test_who_takes_their_answers_back_is_erased(visitor: Visitor, workshop: Record) -> None:
    visitor.join(workshop)
    assert "Yes, erase my answers" in visitor.get(f"/take-back/{workshop.code}").text
    done = visitor.post(f"/take-back/{workshop.code}").place
    assert "Nothing of yours is here" in visitor.get(done).text
    assert not workshop.state().participants
    assert workshop.state().forgotten == 1


def test_a_form_sent_twice_makes_one_person(visitor: Visitor, workshop: Record) -> None:
    visitor.join(workshop)
    visitor.join(workshop)
    assert len(workshop.state().participants) == 1


def test_a_form_that_waits_at_the_door_and_is_sent_anew_makes_one_person(
    visitor: Visitor, workshop: Record
) -> None:
    """Who presses again gives up the first form, which waits behind those who have no page yet."""
    places = 2 * (os.cpu_count() or 1)
    port, form = visitor.room.port, b"consent=yes"
    head = f"POST /join/{workshop.code} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n"
    with ThreadPoolExecutor(2 * places) as others:
        for _ in range(2 * places):
            others.submit(Visitor(visitor.room).join, workshop)
        wait_until(lambda: len(workshop.state().participants) >= places, "a full door")
        with socket.create_connection(("127.0.0.1", port)) as given_up:
            given_up.sendall(head.encode() + b"\r\n" + form)
        visitor.join(workshop)
    assert len(workshop.state().participants) == 2 * places + 1


def test_who_was_forgotten_is_a_stranger_again(visitor: Visitor, workshop: Record) -> None:
    visitor.join(workshop)
    workshop.forget(next(iter(workshop.state().participants)))
    assert visitor.get(f"/walk/{workshop.code}").place == f"/join/{workshop.code}"
    assert "consent" in visitor.get(f"/join/{workshop.code}").text


@pytest.mark.parametrize(
    ("wish", "language"),
    [("fr-CA,fr;q=0.9", "fr"), ("de,fr;q=0.5", "fr"), ("de", "en"), ("", "en")],
)
def test_the_page_speaks_what_the_browser_prefers(
    visitor: Visitor, wish: str, language: str
) -> None:
    assert f'<html lang="{language}"' in visitor.get("/", Accept_Language=wish).text


def test_a_chosen_language_stays(visitor: Visitor, workshop: Record) -> None:
    visitor.get("/?language=fr")
    assert "Avant de commencer" in visitor.get(f"/join/{workshop.code}").text
    visitor.join(workshop)
    (person,) = workshop.state().participants.values()
    assert person.profile.language == "fr"
