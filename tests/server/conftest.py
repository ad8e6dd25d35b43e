"""A server, and a visitor who speaks plain HTTP with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPSConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import pytest

from lhs_widgets.deck import deck_text
from lhs_widgets.server.cli import main
from lhs_widgets.store import Record
from lhs_widgets.workshop.codes import fingerprint
from tests.support.commands import LHS, Ended
from tests.support.room import Room
from tests.support.workshops import SMALL_DECK

Form = Mapping[str, str | list[str]]

#: The key of each workshop that these tests open.
KEY = "BDFG-HJKM-NPQR"


@dataclass
class Reply:
    status: int
    text: str
    headers: dict[str, str]

    @property
    def place(self) -> str:
        """Where a redirect leads."""
        return self.headers.get("Location", "")


@dataclass
class Visitor:
    """A browser without a screen: it keeps cookies, follows no redirect and changes no address."""

    room: Room
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Reply:
        return self.ask("GET", path, None, headers)

    def post(self, path: str, form: Form | None = None, **headers: str) -> Reply:
        headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(form or {}, doseq=True), headers)

    def ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Reply:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        place, trust = ("127.0.0.1", self.room.port), self.room.trust
        connection = (
            HTTPSConnection(*place, timeout=60, context=trust)
            if trust
            else HTTPConnection(*place, timeout=60)
        )
        connection.request(method, path, body, named)
        reply = connection.getresponse()
        text = reply.read().decode("utf-8", "replace")
        connection.close()
        for line in reply.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return Reply(reply.status, text, dict(reply.headers))

    def join(self, record: Record, **form: str) -> Reply:
        return self.post(f"/join/{record.code}", {"consent": "yes", **form})

    @property
    def open_pages(self) -> int:
        return int(json.loads(self.get("/healthz").text)["open_pages"])


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """One server for all tests of this folder; each opens a workshop of its own."""
    room = Room(tmp_path_factory.mktemp("room") / "data")
    room.open()
    yield room
    room.close()


@pytest.fixture
def visitor(room: Room) -> Visitor:
    return Visitor(room)


@pytest.fixture
def open_workshop(room: Room) -> Callable[[], Record]:
    """Opens a workshop with the key ``KEY``."""
    return lambda: room.store.open_workshop(deck_text("roadmap"), "A test", fingerprint(KEY))


@pytest.fixture
def workshop(open_workshop: Callable[[], Record]) -> Record:
    return open_workshop()


@pytest.fixture
def lhs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[LHS]:
    """Runs a command in an empty folder, whose ``data`` is then the default."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Ended:
        try:
            main(arguments)
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def code(lhs: LHS) -> str:
    """The code of a workshop with a small deck."""
    Path("small.yaml").write_text(SMALL_DECK, "utf-8")
    opened = lhs("new", "--deck", "small.yaml", "--title", "A test", "--json")
    return str(opened.json["code"])
