"""Codes and keys can't be guessed at a useful rate, and those inside are not disturbed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import pytest

from lhs_widgets.deck import deck_text
from lhs_widgets.server.limits import GUESSES, LARGEST_FORM
from lhs_widgets.store import Record
from lhs_widgets.workshop.codes import fingerprint
from tests.server.conftest import KEY, Reply, Visitor
from tests.support.room import Room


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A server that nobody has guessed at yet."""
    room = Room(tmp_path_factory.mktemp("guessed") / "data")
    room.open()
    yield room
    room.close()


@pytest.fixture(scope="module")
def workshop(room: Room) -> Record:
    return room.store.open_workshop(deck_text("roadmap"), "A test", fingerprint(KEY))


@pytest.fixture(scope="module")
def participant(room: Room, workshop: Record) -> Visitor:
    someone = Visitor(room)
    someone.join(workshop)
    return someone


@pytest.fixture(scope="module")
def facilitator(room: Room, workshop: Record) -> Visitor:
    someone = Visitor(room)
    someone.get(f"/facilitate?workshop={workshop.code}&key={KEY}")
    return someone


@pytest.fixture(scope="module")
def guesser(room: Room, participant: Visitor, facilitator: Visitor) -> Visitor:
    """Someone who has tried codes for a while; the others came before them."""
    assert participant.cookies
    assert facilitator.cookies
    someone = Visitor(room)
    tries = [someone.get(f"/find?code=ZZZZ{n:02}").status for n in range(GUESSES.at_once + 5)]
    assert tries[0] == 404
    assert tries[-1] == 429
    return someone


def told(reply: Reply, asked: str) -> str:
    """What a page says, but for the address that was asked for, and the nonce of each page."""
    return re.sub('nonce="[^"]*"', "", reply.text).replace(asked, "CODE")


@pytest.mark.parametrize("path", ["/find?code={}", "/join/{}", "/return/{}"])
def test_a_guesser_learns_nothing_any_more_not_even_of_a_right_code(
    guesser: Visitor, workshop: Record, path: str
) -> None:
    right, wrong = (guesser.get(path.format(code)) for code in (workshop.code, "ZZZZZZ"))
    assert (right.status, wrong.status) == (429, 429)
    assert told(right, workshop.code) == told(wrong, "ZZZZZZ")
    assert "Please wait a moment" in right.text


@pytest.mark.parametrize("page", ["walk", "facilitate", "wall"])
def test_pages_with_a_kernel_tell_them_nothing_either(
    guesser: Visitor, workshop: Record, page: str
) -> None:
    for code in (workshop.code, "ZZZZZZ"):
        assert guesser.get(f"/{page}/{code}").place == f"/find?code={code}"


def test_nor_do_keys_and_return_codes(guesser: Visitor, workshop: Record) -> None:
    assert guesser.post("/facilitate", {"key": KEY, "workshop": workshop.code}).status == 429
    assert guesser.post("/facilitate", {"key": "wrong"}).status == 429
    assert guesser.post(f"/return/{workshop.code}", {"return_code": "wrong"}).status == 429


@pytest.mark.usefixtures("guesser")
def test_who_belongs_to_the_workshop_goes_on(
    participant: Visitor, facilitator: Visitor, workshop: Record
) -> None:
    assert participant.get(f"/take-back/{workshop.code}").status == 200
    assert participant.get(f"/join/{workshop.code}").status == 200
    assert facilitator.get(f"/scribe/{workshop.code}").status == 200


def test_a_form_that_is_far_too_large_is_not_read(participant: Visitor, workshop: Record) -> None:
    with suppress(ConnectionError):  # the connection may be closed while it still comes
        stranger = Visitor(participant.room)
        assert stranger.join(workshop, name="n" * (LARGEST_FORM + 1)).status >= 400
    assert workshop.state().joined == 1
