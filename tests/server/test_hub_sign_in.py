"""What JupyterHub says of a facilitator, what counts while it is silent, and who it never sent."""

from __future__ import annotations

import ast
import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from tornado.web import HTTPError, RequestHandler

import lhs_widgets
from lhs_widgets.errors import BadInput
from lhs_widgets.server.hub import FRESH, RIGHT, Hub
from lhs_widgets.server.kernels import OwnedKernels
from lhs_widgets.server.limits import SIGN_INS

AN_HOUR = 3600.0
ENVIRONMENT = {
    "JUPYTERHUB_API_URL": "http://127.0.0.1:1/hub/api",
    "JUPYTERHUB_API_TOKEN": "secret",
    "JUPYTERHUB_CLIENT_ID": "service-lhs",
}


@dataclass
class FakeHub:
    """A Hub in this process: what it says of the one token there is, and how often it was asked."""

    says: dict[str, Any] | None = field(
        default_factory=lambda: {"kind": "user", "name": "ada", "scopes": [RIGHT]}
    )
    is_silent: bool = False
    login_url: str = "https://hub.example.org/hub/api/oauth2/authorize"
    asked: int = 0

    async def user_for_token(self, _token: str, **_: object) -> dict[str, Any] | None:
        self.asked += 1
        if self.is_silent:
            raise HTTPError(500)
        return self.says

    def generate_pkce_code_challenge(self) -> tuple[str, str, str]:
        return "verifier", "challenge", "S256"

    def set_state_cookie(self, *_: object, **__: object) -> str:
        return "state"

    def check_scopes(self, needed: set[str], user: dict[str, Any]) -> set[str]:
        return needed & set(user["scopes"])


class Browser:
    """A request of a browser that was let in, as far as the Hub's door looks at it."""

    def __init__(self) -> None:
        self.cookie: bytes | None = b"a token"
        self.request = SimpleNamespace(remote_ip="192.0.2.7")

    def redirect(self, place: str) -> None:
        assert place.startswith("https://hub.example.org/hub/")

    def get_signed_cookie(self, _name: str) -> bytes | None:
        return self.cookie

    def clear_cookie(self, _name: str, **_: object) -> None:
        self.cookie = None


class Pages:
    """The pages that are open for someone; they end when they are told to."""

    def __init__(self) -> None:
        self.open = ["a page"]

    def opened_for(self, whom: str) -> list[str]:
        assert whom.startswith("hub ")
        return list(self.open)

    async def end(self, pages: Sequence[str]) -> None:
        self.open = [page for page in self.open if page not in pages]


class Door:
    """The door, and a clock that is turned by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self.fake = FakeHub()
        self.hub = Hub(self.fake, "https://hub.example.org/hub", clock=lambda: self.now)
        self.browser = Browser()
        self.pages = Pages()

    def lets_in(self, *, after: float = 0.0) -> bool:
        """Whether a page is given to the browser, some seconds later."""
        self.now += after
        handler = cast(RequestHandler, self.browser)
        asyncio.run(self.hub.look(handler))
        return self.hub.account(handler) is not None

    def look_again(self, *, after: float = FRESH) -> None:
        self.now += after
        asyncio.run(self.hub.look_again(cast(OwnedKernels, self.pages)))


@pytest.fixture
def door() -> Door:
    return Door()


def test_the_hub_is_not_asked_for_every_page(door: Door) -> None:
    assert [door.lets_in(after=FRESH / 10) for _ in range(8)] == [True] * 8
    assert door.fake.asked == 1


@pytest.mark.parametrize(
    "says",
    [
        None,
        {"kind": "user", "name": "ada", "scopes": []},
        {"kind": "service", "name": "a program", "scopes": [RIGHT]},
    ],
    ids=["signed out", "without the right", "no person"],
)
def test_the_door_closes_when_the_hub_says_so(door: Door, says: dict[str, Any] | None) -> None:
    assert door.lets_in()
    door.fake.says = says
    assert not door.lets_in(after=FRESH)
    assert door.browser.cookie is None


def test_open_pages_end_when_the_right_is_gone(door: Door) -> None:
    assert door.lets_in()
    door.look_again()
    assert door.pages.open
    door.fake.says = None
    door.look_again()
    assert not door.pages.open


def test_a_silent_hub_closes_no_door_for_an_hour(door: Door) -> None:
    assert door.lets_in()
    door.fake.is_silent = True
    assert door.lets_in(after=AN_HOUR / 2)
    door.look_again()
    assert door.pages.open
    assert not door.lets_in(after=AN_HOUR / 2)
    door.look_again()
    assert not door.pages.open
    assert door.browser.cookie, "it is asked for nobody's way back when the Hub is there again"
    door.fake.is_silent = False
    assert door.lets_in()


def test_a_silent_hub_lets_in_nobody_new(door: Door) -> None:
    door.fake.is_silent = True
    assert not door.lets_in()


def test_who_signs_out_is_out_at_once(door: Door) -> None:
    assert door.lets_in()
    handler = cast(RequestHandler, door.browser)
    asyncio.run(door.hub.sign_out(handler, cast(OwnedKernels, door.pages)))
    assert not door.pages.open
    door.browser.cookie = b"a token"  # another window, which sent its own at the same moment
    assert not door.lets_in()


def test_who_begins_too_many_ways_to_the_hub_has_to_wait(door: Door) -> None:
    """Each is remembered until it ends: a flood of them would fill the memory."""
    handler = cast(RequestHandler, door.browser)
    for _ in range(SIGN_INS.at_once):
        door.hub.send_to(handler, "/facilitate")
    with pytest.raises(HTTPError, match="429"):
        door.hub.send_to(handler, "/facilitate")
    handler.request.remote_ip = "198.51.100.7"
    door.hub.send_to(handler, "/facilitate")


@pytest.mark.parametrize("missing", ENVIRONMENT)
def test_what_the_hub_tells_and_is_missing_is_named(missing: str) -> None:
    told = {name: value for name, value in ENVIRONMENT.items() if name != missing}
    with pytest.raises(BadInput, match=missing):
        Hub.at("https://hub.example.org/hub", "https://workshops.example.org", told)


@pytest.mark.parametrize("typed", ["hub.example.org", "ftp://hub.example.org", "https://"])
def test_what_is_no_address_of_a_hub_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="is not an address"):
        Hub.at(typed, "https://workshops.example.org", dict(ENVIRONMENT))


def test_kernels_are_not_told_the_secret_of_the_server() -> None:
    told = dict(ENVIRONMENT)
    Hub.at("https://hub.example.org/hub", "https://workshops.example.org", told)
    assert "JUPYTERHUB_API_TOKEN" not in told


def test_without_a_hub_nothing_of_it_is_loaded() -> None:
    package = Path(lhs_widgets.__file__).parent
    trees = [ast.parse(file.read_text("utf-8")) for file in (package / "server").glob("*.py")]
    loaded = [ast.unparse(line) for tree in trees for line in tree.body]  # not within functions
    assert not [line for line in loaded if re.match("(from|import) jupyterhub", line)]
