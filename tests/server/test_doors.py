"""Who may pass: the facilitator's keys, strangers, other sites; and no kernel before the door."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lhs_widgets.server.settings import Settings
from lhs_widgets.store import Record
from tests.server.conftest import KEY, Visitor


@pytest.fixture
def facilitator(visitor: Visitor) -> Visitor:
    """Someone who has used the server's secret link."""
    visitor.get(f"/facilitate?key={Settings.of(visitor.room.data).facilitator_key()}")
    return visitor


def test_the_key_leaves_the_address_bar(visitor: Visitor, workshop: Record) -> None:
    key = Settings.of(visitor.room.data).facilitator_key()
    reply = visitor.get(f"/facilitate?key={key}")
    assert (reply.status, reply.place) == (303, "/facilitate")
    assert key not in str(visitor.cookies)
    assert workshop.code in visitor.get("/facilitate").text


@pytest.mark.parametrize("key", ["wrong", KEY, "é", "' OR 1=1"])
def test_a_wrong_key_opens_nothing(visitor: Visitor, workshop: Record, key: str) -> None:
    reply = visitor.post("/facilitate", {"key": key})
    assert reply.status == 403
    assert "This key opens nothing here." in reply.text
    assert workshop.code not in visitor.get("/facilitate").text


def test_the_key_of_a_workshop_opens_only_this_workshop(visitor: Visitor, workshop: Record) -> None:
    other = visitor.room.store.open_workshop(workshop.deck_yaml, "Another", "f" * 64)
    reply = visitor.get(f"/facilitate?workshop={workshop.code}&key={KEY.lower()}")
    assert (reply.status, reply.place) == (303, f"/facilitate/{workshop.code}")
    away = visitor.get(f"/facilitate/{other.code}")
    assert (away.status, away.place) == (302, f"/facilitate?workshop={other.code}")
    assert other.code not in visitor.get("/facilitate").text


@pytest.mark.parametrize("page", ["facilitate", "walk"])
def test_a_stranger_is_sent_away_before_a_kernel_starts(
    visitor: Visitor, workshop: Record, page: str
) -> None:
    before = visitor.open_pages
    visitor.cookies |= {"lhs-facilitator": "yes", f"lhs-{workshop.code}": "BBBBBBBBBBBB"}
    reply = visitor.get(f"/{page}/{workshop.code}", X_LHS_Participant="p-ada")
    assert reply.status == 302
    assert visitor.open_pages == before


def test_a_participant_of_one_workshop_is_a_stranger_in_another(
    visitor: Visitor, workshop: Record, open_workshop: Callable[[], Record]
) -> None:
    other = open_workshop()
    visitor.join(workshop)
    visitor.cookies[f"lhs-{other.code}"] = visitor.cookies[f"lhs-{workshop.code}"]
    assert visitor.get(f"/walk/{other.code}").place == f"/join/{other.code}"


@pytest.mark.parametrize("page", ["walk", "facilitate", "wall"])
def test_a_page_of_an_unknown_workshop_leads_to_the_first_page(visitor: Visitor, page: str) -> None:
    assert visitor.get(f"/{page}/ZZZZZZ").place == "/find?code=ZZZZZZ"


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "http://127.0.0.1:1"])
@pytest.mark.parametrize("path", ["/join/{}", "/leave/{}", "/return/{}", "/facilitate/new"])
def test_a_form_on_another_site_does_nothing(
    facilitator: Visitor, workshop: Record, path: str, origin: str
) -> None:
    form = {"consent": "yes", "title": "Forged", "deck": "roadmap"}
    reply = facilitator.post(path.format(workshop.code), form, Origin=origin)
    assert reply.status == 403
    assert workshop.state().participants == {}
    assert "Forged" not in facilitator.get("/facilitate").text


def test_only_a_facilitator_opens_a_workshop(visitor: Visitor) -> None:
    before = len(visitor.room.store.workshops())
    assert visitor.post("/facilitate/new", {"title": "T", "deck": "roadmap"}).status == 403
    assert len(visitor.room.store.workshops()) == before


def test_a_facilitator_opens_a_workshop_and_lands_in_its_console(facilitator: Visitor) -> None:
    form = {"title": " Better  discharge ", "deck": "roadmap"}
    reply = facilitator.post("/facilitate/new", form, Origin=facilitator.room.address)
    newest = facilitator.room.store.workshops()[0]
    assert (reply.status, reply.place) == (303, f"/facilitate/{newest.code}")
    assert "Better discharge" in facilitator.get("/facilitate").text


@pytest.mark.parametrize(
    "wrong",
    [{"title": " "}, {"title": "T" * 121}, {"deck": "../../etc/passwd"}, {"deck": ""}],
    ids=str,
)
def test_a_workshop_needs_a_title_and_a_known_deck(
    facilitator: Visitor, wrong: dict[str, str]
) -> None:
    before = len(facilitator.room.store.workshops())
    reply = facilitator.post("/facilitate/new", {"title": "T", "deck": "roadmap"} | wrong)
    assert reply.status == 400
    assert "Give the workshop a title" in reply.text
    assert len(facilitator.room.store.workshops()) == before


def test_titles_are_words_and_never_markup(facilitator: Visitor) -> None:
    facilitator.post("/facilitate/new", {"title": "<script>alert(1)</script>", "deck": "roadmap"})
    code = facilitator.room.store.workshops()[0].code
    for page in ("/facilitate", f"/join/{code}", f"/wall/{code}"):
        text = facilitator.get(page).text
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text


def test_without_a_hub_there_is_no_way_to_one(visitor: Visitor) -> None:
    assert "JupyterHub" not in visitor.get("/facilitate").text
    for path in ("/facilitate/hub", "/facilitate/hub?code=a&state=b", "/facilitate/sign-out"):
        assert visitor.get(path).status == 404
