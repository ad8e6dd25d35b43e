"""A real server in a process of its own, and the people who use it through a real browser."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from lhs_widgets.server.cli import main
from lhs_widgets.server.settings import Settings
from lhs_widgets.store import Record, Store

REPOSITORY = Path(__file__).parents[2]
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 768}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def lhs(*arguments: str) -> str:
    """What an ``lhs`` command, run in this process, prints; it must succeed."""
    said = io.StringIO()
    code = None
    with redirect_stdout(said), redirect_stderr(said):
        try:
            main(arguments)
        except SystemExit as ended:
            code = ended.code
    assert not code, said.getvalue()
    return said.getvalue()


@dataclass
class Room:
    """A folder, and the server that keeps its workshops there, or in a database."""

    data: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    program: tuple[str, ...] = ("-m", "lhs_widgets")
    #: More options of ``lhs serve``.
    options: tuple[str, ...] = ()
    #: How to trust its certificate, where it speaks TLS.
    trust: ssl.SSLContext | None = None
    #: Where workshops are saved, if not in the folder.
    database: str = ""
    _store: Store | None = None

    @property
    def log(self) -> Path:
        """What the server printed and logged."""
        return self.data.parent / f"server-{self.port}.log"

    @property
    def location(self) -> str:
        return self.database or str(self.data)

    @property
    def address(self) -> str:
        return f"http{'s' if self.trust else ''}://127.0.0.1:{self.port}"

    def open(self) -> None:
        """Start the server and wait until it answers."""
        self.data.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, *self.program, "serve", "--no-browser"),
                    *("--port", str(self.port), "--data", self.location, *self.options),
                ],
                stdout=log,
                stderr=log,
                cwd=self.data.parent,
                env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
                start_new_session=True,
            )
        wait_until(self.answers, f"the server on {self.address}")

    def answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(
                f"{self.address}/healthz", timeout=2, context=self.trust
            ) as reply:
                return bool(json.load(reply)["status"] == "ok")
        except (urllib.error.URLError, OSError):
            return False

    def kill(self) -> None:
        """End the server the hard way; its kernels notice and end too."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)
        if self._store:
            self._store.close()

    @property
    def store(self) -> Store:
        """The store, beside the server: what a test saves in it, open pages hear of."""
        self._store = self._store or Store(self.location)
        return self._store

    def record(self, code: str) -> Record:
        return self.store.record(code)

    def kernels(self) -> set[int]:
        """The processes of the pages that are open, forked or not; not those that wait for one."""
        assert self.process is not None
        children = psutil.Process(self.process.pid).children(recursive=True)
        places = [_place(file) for file in self.connection_files()]
        return {child.pid for child in children if _listens_at(child.pid, places)}

    def connection_files(self) -> list[Path]:
        """One for each kernel of a page, in the folder that the server named in its log."""
        found = re.findall(
            r"Storing connection files in (\S+)\.$", self.log.read_text(), re.MULTILINE
        )
        return list(Path(found[-1]).glob("kernel-*.json"))

    def kernel_of(self, person: Person) -> int:
        """The process of the page a person has open; earlier pages may still be ending theirs."""
        page = json.loads(person.page.locator("#light-page").text_content() or "")
        (file,) = (each for each in self.connection_files() if page["kernel"] in each.name)
        (found,) = (pid for pid in self.kernels() if _listens_at(pid, [_place(file)]))
        return found

    def templates(self) -> set[int]:
        """The process from which kernels are forked."""
        assert self.process is not None
        children = psutil.Process(self.process.pid).children()
        return {child.pid for child in children if "forkserver" in " ".join(child.cmdline())}

    @property
    def facilitate_url(self) -> str:
        """The secret link to all workshops."""
        settings = Settings.of(self.location)
        return settings.facilitate_url(settings.facilitator_key())

    def new_workshop(
        self, title: str = "Better discharge, together", *, deck: str | Path = "roadmap"
    ) -> dict[str, str]:
        arguments = ["--deck", str(deck), "--title", title, "--data", self.location, "--json"]
        opened: dict[str, str] = json.loads(lhs("new", *arguments))
        return opened


def _place(connection_file: Path) -> str:
    """What the names of a kernel's sockets begin with; one that no socket has if it has ended."""
    with suppress(OSError, ValueError):
        return str(json.loads(connection_file.read_text())["ip"])
    return "nowhere"


def _listens_at(pid: int, places: list[str]) -> bool:
    with suppress(psutil.NoSuchProcess):
        sockets = psutil.Process(pid).net_connections("unix")
        return any(str(socket.laddr).startswith(tuple(places)) for socket in sockets)
    return False


def wait_until(condition: Any, what: str, seconds: float = 40) -> None:
    """Wait for a condition that has no event to wait on."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s for {what}"
        time.sleep(0.05)


class Person:
    """Someone with a browser; an error in its console or a request elsewhere fails the test."""

    def __init__(self, browser: Browser, size: dict[str, int], language: str = "en-CA") -> None:
        self.context: BrowserContext = browser.new_context(
            viewport=size,  # type: ignore[arg-type]
            locale=language,
            ignore_https_errors=True,  # a test that speaks TLS signs its certificate itself
        )
        self.context.set_default_timeout(30_000)
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self._check_host(request.url))

    def saved(self) -> None:
        """Wait until the page says that everything is saved."""
        status = self.page.locator(".step:visible .status")
        expect(status).to_have_attribute("data-state", "saved")
        expect(status.get_by_role("status")).to_have_text(self.words("Saved", "Enregistré"))

    def _check_host(self, url: str) -> None:
        host = urlsplit(url).hostname
        if host not in (None, "127.0.0.1"):
            self.errors.append(f"a request to another host: {url}")

    def words(self, english: str, french: str) -> str:
        return french if self.page.locator("html").get_attribute("lang") == "fr" else english

    def close(self) -> None:
        assert not self.errors, self.errors
        self.context.close()


class Participant(Person):
    """Someone on a phone."""

    def __init__(self, browser: Browser, language: str = "en-CA") -> None:
        super().__init__(browser, PHONE, language)
        self.language = language

    def join(
        self,
        room: Room,
        code: str,
        group: str = "patient",
        *,
        name: str = "",
        at: str | None = None,
        quoted: bool = False,
    ) -> None:
        """Join a workshop, at another address than the server's own if there is one between;
        ``quoted`` is to agree that one's words may be quoted."""
        self.page.goto(f"{at or room.address}/join/{code}")
        self.page.locator("[name=consent]").check()
        if quoted:
            self.page.locator("[name=quotes]").check()
        self.page.locator("#group").select_option(group)
        self.page.locator("#name").fill(name)
        self.page.locator("form button.main").click()
        self.arrive()

    def come_back(self, room: Room, code: str, return_code: str) -> None:
        self.page.goto(f"{room.address}/return/{code}")
        self.page.locator("#return_code").fill(return_code.lower())
        self.page.locator("form button.main").click()
        self.arrive()

    def arrive(self) -> None:
        """Wait until the walk is on the screen."""
        expect(self.page.locator("nav.bottom .buttons")).to_be_visible()
        expect(self.page.locator(".step:visible h2")).to_be_visible()

    @property
    def return_code(self) -> str:
        return self.page.locator("nav.bottom .code").inner_text(timeout=5000) or ""

    def follow(self, question: str) -> None:
        """Be at the step with this question, going along if someone was writing.

        The button may still lead to where the group was a moment ago.
        """
        here = self.page.locator(".step:visible h2")
        go = self.page.locator(".news button")

        def is_there() -> bool:
            if go.is_visible():
                with suppress(PlaywrightTimeout):  # the page went along by itself
                    go.click(timeout=2000)
            return here.filter(has_text=question).is_visible()

        wait_until(is_there, question)
        expect(here).to_have_text(question)

    def write(self, text: str, *, ratings: tuple[int, ...] = ()) -> None:
        """Write in the last card of the list, and rate it."""
        card = self.page.locator(".step:visible .cards > li").last
        card.locator("textarea").press_sequentially(text)
        for scale, value in enumerate(ratings):
            card.locator(".rating").nth(scale).locator(f"input[value='{value}']").check()

    def choose_role(self, number: int, *, today: int, wished: int) -> None:
        role = self.page.locator(".step:visible .role").nth(number)
        role.get_by_role("checkbox").check()
        role.locator("select").nth(0).select_option(str(today))
        role.locator("select").nth(1).select_option(str(wished))

    def finish_step(self) -> None:
        self.page.locator("button.done").click()
        expect(self.page.locator("button.done")).to_have_attribute("aria-pressed", "true")


class Facilitator(Person):
    """Someone at a laptop with the secret link."""

    def __init__(self, browser: Browser) -> None:
        super().__init__(browser, LAPTOP)

    def open(self, link: str) -> None:
        self.page.goto(link)
        expect(self.page.locator(".console .stage h2")).to_be_visible()

    def move(self, step: str) -> str:
        """Move everyone to a step; returns its question."""
        self.page.locator(f"[data-step={step}]").click()
        self.page.get_by_role("button", name="Move everyone here").click()
        expect(self.page.locator(f"[data-step={step}]")).to_have_attribute("aria-current", "step")
        return self.page.locator(".console .stage h2").inner_text()

    def reveal(self) -> None:
        """Show the answers of the step the group is at, which is thinking alone."""
        self.next("Show the answers to everyone")
        expect(self.page.locator("[data-stage=reveal]")).to_have_attribute("aria-current", "step")

    def next(self, words: str) -> None:
        """Press the main button, which says these words."""
        self.page.locator("button.next").filter(has_text=words).click()

    def more(self, words: str) -> None:
        """Press one of the buttons that are folded away."""
        button = self.page.get_by_role("button", name=words)
        for fold in self.page.locator("details.fold").all():
            if not button.is_visible() and fold.get_attribute("open") is None:
                fold.locator("summary").click()
        button.click()

    def unfold(self, words: str) -> None:
        fold = self.page.locator("details.fold").filter(has_text=words)
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()

    def count(self, number: int, what: str) -> None:
        counts = self.page.locator(".counts .count").filter(has_text=what)
        expect(counts.locator("strong")).to_have_text(str(number))
