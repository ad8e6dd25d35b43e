"""A link for each facilitator, links for those who look on, and links that are taken away."""

from __future__ import annotations

import asyncio
import re
from urllib.parse import urlsplit

import pytest

from benchmarks.client import Visitor as PageVisitor
from lhs_widgets.store import Record
from tests.server.conftest import KEY, Reply, Visitor
from tests.support.room import Room


@pytest.fixture
def facilitator(visitor: Visitor, workshop: Record) -> Visitor:
    """Someone who came with the workshop's first link."""
    visitor.get(f"/facilitate?workshop={workshop.code}&key={KEY}")
    return visitor


def give(visitor: Visitor, workshop: Record, role: str, name: str = "Sam") -> Reply:
    form = {"do": "give", "role": role, "name": name}
    return visitor.post(f"/facilitate/{workshop.code}/keys", form)


def link_in(reply: Reply) -> str:
    """The path of the secret link on a page."""
    (link,) = re.findall(r"http://[^<\s]*key=[A-Z0-9-]+", reply.text)
    parts = urlsplit(link.replace("&amp;", "&"))
    return f"{parts.path}?{parts.query}"


def came_with(room: Room, link: str) -> Visitor:
    someone = Visitor(room)
    someone.get(link)
    return someone


def take_away(visitor: Visitor, workshop: Record, name: str) -> Reply:
    (key,) = (key for key in visitor.room.store.keys(workshop.code).all() if key.name == name)
    form = {"do": "take-away", "key": key.id}
    return visitor.post(f"/facilitate/{workshop.code}/keys", form)


def test_a_second_facilitator_does_all_the_first_does(
    room: Room, facilitator: Visitor, workshop: Record
) -> None:
    second = came_with(room, link_in(give(facilitator, workshop, "facilitator")))
    assert second.get(f"/scribe/{workshop.code}").status == 200
    assert second.get(f"/facilitate/{workshop.code}/keys").status == 200
    assert link_in(give(second, workshop, "facilitator", "Third"))


def test_a_secret_is_shown_once_and_never_stored(
    room: Room, facilitator: Visitor, workshop: Record
) -> None:
    secret = link_in(give(facilitator, workshop, "facilitator")).rpartition("key=")[2]
    assert secret not in facilitator.get(f"/facilitate/{workshop.code}/keys").text
    files = [file.read_bytes() for file in (room.data / "saved").iterdir() if file.is_file()]
    for form in (secret, secret.replace("-", "")):
        assert not any(form.encode() in content for content in files)


def test_who_looks_on_reaches_only_the_console(
    room: Room, facilitator: Visitor, workshop: Record
) -> None:
    onlooker = came_with(room, link_in(give(facilitator, workshop, "onlooker")))
    for path in ("/scribe/{}", "/facilitate/{}/keys", "/scribe/{}/A1"):
        reply = onlooker.get(path.format(workshop.code))
        assert reply.place == f"/facilitate?workshop={workshop.code}", path
    for path in ("/facilitate/{}/keys", "/facilitate/{}/rehearse", "/facilitate/new"):
        assert onlooker.post(path.format(workshop.code), {"do": "give"}).status == 403, path
    assert onlooker.get("/facilitate").text.count(workshop.code) == 0


def test_a_page_of_who_looks_on_changes_nothing(
    room: Room, facilitator: Visitor, workshop: Record
) -> None:
    link = link_in(give(facilitator, workshop, "onlooker"))

    async def attack() -> None:
        someone = PageVisitor(room.address)
        await someone.get(link)
        page = await someone.open(f"/facilitate/{workshop.code}")
        console = page.widget("Console")
        await page.send(console, {"type": "do", "does": "move", "step": "p2d-roles"})
        await page.until(lambda: bool(console.messages), "an answer")
        await page.close()

    before = workshop.events()
    asyncio.run(attack())
    assert workshop.events() == before


def test_a_link_that_is_taken_away_opens_nothing_and_its_pages_end(
    room: Room, facilitator: Visitor, workshop: Record
) -> None:
    link = link_in(give(facilitator, workshop, "facilitator"))

    async def pulses() -> tuple[int, int]:
        """Of the page that the link opened, before and after it is taken away."""
        someone = PageVisitor(room.address)
        await someone.get(link)
        page = await someone.open(f"/facilitate/{workshop.code}")
        before = (await someone.get(f"/pulse/{page.kernel}")).status
        await asyncio.to_thread(take_away, facilitator, workshop, "Sam")
        after = (await someone.get(f"/pulse/{page.kernel}")).status
        await page.close()
        return before, after

    assert asyncio.run(pulses()) == (204, 404)
    late = came_with(room, link)
    assert late.get(f"/facilitate/{workshop.code}").place.startswith("/facilitate?workshop=")
    assert facilitator.get(f"/facilitate/{workshop.code}/keys").status == 200


def test_nobody_locks_themselves_out(facilitator: Visitor, workshop: Record) -> None:
    assert take_away(facilitator, workshop, "").status == 400
    assert facilitator.get(f"/facilitate/{workshop.code}/keys").status == 200


@pytest.mark.parametrize(
    ("role", "name"), [("owner", "Sam"), ("onlooker", ""), ("onlooker", "S" * 61)]
)
def test_what_is_wrong_with_a_new_link_is_said(
    facilitator: Visitor, workshop: Record, role: str, name: str
) -> None:
    reply = give(facilitator, workshop, role, name)
    assert reply.status == 400
    assert "Say in at most 60 letters" in reply.text
    assert len(facilitator.room.store.keys(workshop.code).all()) == 1


def test_names_are_words_and_never_markup(facilitator: Visitor, workshop: Record) -> None:
    assert "<img" not in give(facilitator, workshop, "onlooker", "<img src=x>").text


def test_the_servers_key_renewed_shuts_out_who_had_the_old_one(
    room: Room, visitor: Visitor, workshop: Record
) -> None:
    key = room.data / "saved" / "facilitator.key"
    before = key.read_text()
    visitor.get(f"/facilitate?key={before.strip()}")
    assert workshop.code in visitor.get("/facilitate").text
    key.write_text("XXXX-XXXX-XXXX\n")
    try:
        assert workshop.code not in visitor.get("/facilitate").text
    finally:
        key.write_text(before)
