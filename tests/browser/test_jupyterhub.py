"""Facilitators sign in at a real JupyterHub, and are let in while it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.deck import deck_text
from lhs_widgets.workshop.codes import fingerprint
from tests.server.conftest import KEY, Visitor
from tests.support.accessibility import check_everyone_can_use
from tests.support.hub import Hub, is_installed
from tests.support.room import LAPTOP, REPOSITORY, Participant, Person, Room, free_port, wait_until

pytestmark = pytest.mark.skipif(
    not is_installed(), reason="JupyterHub or its proxy is missing: scripts/set-up-hub gets them"
)

PROMPT = str(REPOSITORY / "tests" / "support" / "prompt_hub_server.py")
SIGN_IN = "Sign in with JupyterHub"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return Hub(tmp_path_factory.mktemp("hub"), f"http://127.0.0.1:{free_port()}")


@pytest.fixture(scope="module")
def room(hub: Hub) -> Iterator[Room]:
    """A server that is a service of the Hub; both start at once."""
    port = int(hub.workbook.rpartition(":")[2])
    options = ("--hub", hub.address)
    room = Room(hub.folder / "data", port, program=(PROMPT,), options=options)
    with hub.running() as process, pytest.MonkeyPatch.context() as environment:
        for name, value in hub.told.items():
            environment.setenv(name, value)
        room.open()
        hub.wait(process)
        yield room
        room.close()


def come(browser: Browser, room: Room, hub: Hub, name: str) -> Person:
    """Someone at a laptop who signs in at the Hub."""
    person = Person(browser, LAPTOP)
    person.page.goto(f"{room.address}/facilitate")
    person.page.get_by_role("link", name=SIGN_IN).press("Enter")
    hub.sign_in(person.page, name)
    return person


def test_a_facilitator_is_let_in_while_the_hub_says_so_and_people_join_without_it(
    browser: Browser, room: Room, hub: Hub
) -> None:
    cleo = come(browser, room, hub, "cleo")
    expect(cleo.page.get_by_text("Signed in with JupyterHub as cleo.")).to_be_visible()
    cleo.page.locator("#title").fill("A workshop of the Hub")
    cleo.page.locator("#new button.main").click()
    expect(cleo.page.locator(".console .stage h2")).to_be_visible()
    code = cleo.page.url.rpartition("/")[2]

    participant, asked = Participant(browser), list[str]()
    participant.page.on("request", lambda request: asked.append(request.url))
    participant.join(room, code)

    hub.take_right_away("cleo")
    expect(cleo.page.get_by_role("link", name=SIGN_IN)).to_be_visible()
    assert cleo.page.url == f"{room.address}/facilitate?workshop={code}"
    participant.page.reload()
    participant.arrive()
    assert not [url for url in asked if not url.startswith((room.address, "blob:", "data:"))]
    participant.close()
    cleo.close()


def test_who_has_no_right_is_told_so_in_their_language(
    browser: Browser, room: Room, hub: Hub
) -> None:
    bob = come(browser, room, hub, "bob")
    expect(bob.page.get_by_role("heading")).to_have_text("This account can’t open workshops")
    check_everyone_can_use(bob.page, "en")
    bob.page.get_by_role("link", name="Français").click()  # by the Hub, which knows bob by now
    expect(bob.page.get_by_role("heading")).to_have_text("Ce compte ne peut pas ouvrir d’ateliers")
    check_everyone_can_use(bob.page, "fr")
    bob.page.get_by_role("link", name="Se déconnecter et prendre un autre compte").click()
    expect(bob.page.locator("#username_input")).to_be_visible()
    for path in ("/facilitate", "/facilitate/hub?error=access_denied"):
        bob.page.goto(room.address + path)
        check_everyone_can_use(bob.page, "fr")
    bob.close()


def test_who_signs_out_of_the_hub_is_out_here_too(browser: Browser, room: Room, hub: Hub) -> None:
    ada = come(browser, room, hub, "ada")
    check_everyone_can_use(ada.page, "en")
    elsewhere = ada.context.new_page()
    elsewhere.goto(f"{hub.address}/logout")
    expect(elsewhere.locator("#username_input")).to_be_visible()

    def is_out() -> bool:
        ada.page.goto(f"{room.address}/facilitate")
        return ada.page.get_by_role("link", name=SIGN_IN).is_visible()

    wait_until(is_out, "the door to close")
    check_everyone_can_use(ada.page, "en")
    ada.close()


def test_a_secret_link_works_beside_the_hub(room: Room) -> None:
    opened = room.store.open_workshop(deck_text("roadmap"), "A test", fingerprint(KEY))
    visitor = Visitor(room)
    reply = visitor.get(f"/facilitate?workshop={opened.code}&key={KEY}")
    assert reply.place == f"/facilitate/{opened.code}"
    assert visitor.get(f"/facilitate/{opened.code}/keys").status == 200


def test_nobody_is_let_in_whom_this_server_did_not_send(room: Room, hub: Hub) -> None:
    """Else someone could sign another person in as themselves, and read what they then write."""
    victim, attacker = Visitor(room), Visitor(room)
    state = re.findall("state=([^&]+)", attacker.get("/facilitate/hub").place)[0]
    assert victim.get(f"/facilitate/hub?code=stolen&state={state}").status == 403
    for query in ("code=any&state=", "code=any", f"state={state}", "error=access_denied"):
        assert attacker.get(f"/facilitate/hub?{query}").status == 403, query
    victim.cookies["lhs-hub"] = hub.token
    assert "JupyterHub as" not in victim.get("/facilitate").text


def test_from_the_hub_people_come_to_addresses_of_ours_only(room: Room, hub: Hub) -> None:
    place = Visitor(room).get("/facilitate/hub?workshop=//elsewhere.example").place
    assert place.startswith(f"{hub.address}/api/oauth2/authorize?")
    assert "elsewhere" not in place
