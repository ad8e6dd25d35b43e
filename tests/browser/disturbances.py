"""Someone writing on a phone, and what may happen to them in the middle of it.

A disturbance is a context: it begins, the person may go on, it ends.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page, WebSocket, expect

from lhs_widgets.store import Record
from lhs_widgets.workshop import Kind
from tests.support.line import Line
from tests.support.room import Participant, Room, wait_until

SENTENCE = "Someone explains the form bef"
REST = "ore we fill it in"

#: What a Wi-Fi that wants a sign-in first answers to whatever is asked.
PORTALS = {
    "a page": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Welcome, guest</h1>",
    "nothing": b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    "the way to its own site": b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/guest\r\n\r\n",
    "another address": b"HTTP/1.1 302 Found\r\nLocation: /guest\r\n\r\n",
    "that it needs one": b"HTTP/1.1 511 Network Authentication Required\r\n\r\n<h1>Sign in</h1>",
    "that nothing is there": b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>No</p>",
}

#: Notes in the browser each text beside which the page says that it is saved, also over a reload,
#: and whether the page went on with a new kernel.
_TAKE_NOTES = """new MutationObserver((changes) => {
  for (const { target } of changes) {
    if (target.dataset?.state !== "saved") continue;
    const words = target.closest(".step")?.querySelector("textarea")?.value ?? "";
    const noted = JSON.parse(sessionStorage.getItem("called-saved") ?? "[]");
    sessionStorage.setItem("called-saved", JSON.stringify([...noted, words]));
  }
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
document.addEventListener("lightpage:renewed", () => window.renewed = true)"""

#: What a phone's browser tells a page when it is locked and when it is woken.
_HIDE = """() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}"""
_SHOW = """() => {
  delete document.hidden;
  delete document.visibilityState;
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}"""


@dataclass
class Scene:
    """Someone in the middle of a sentence, on a line that can be cut."""

    room: Room
    record: Record
    line: Line
    person: Participant

    @property
    def page(self) -> Page:
        return self.person.page

    @property
    def field(self) -> Locator:
        return self.page.locator(".step:visible textarea").first

    @property
    def banner(self) -> Locator:
        return self.page.locator("#connection")

    @property
    def has_a_new_kernel(self) -> bool:
        return bool(self.page.evaluate("window.renewed"))

    def watch(self) -> None:
        self.page.add_init_script(_TAKE_NOTES)

    def overhear(self) -> list[str]:
        """The ids of the changes that the page sends over the websockets it opens from now on."""
        sent: list[str] = []

        def note(frame: str | bytes) -> None:
            text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
            sent.extend(re.findall(r'"type":"change","id":"(\w+)"', text))

        def listen(socket: WebSocket) -> None:
            socket.on("framesent", note)

        self.page.on("websocket", listen)
        return sent

    def looks_again(self) -> bool:
        """What a page hears when someone comes back to it: it asks the server at once."""
        return bool(self.page.evaluate("dispatchEvent(new Event('focus'))"))

    def types(self, words: str) -> None:
        """Types where the caret is: a page that loses it, loses words."""
        self.page.keyboard.type(words)

    def says_lost(self) -> None:
        words = self.person.words("The connection is lost", "La connexion est perdue")
        expect(self.banner).to_contain_text(words, timeout=5000)

    def says_back(self) -> None:
        words = self.person.words("Connected again", "Connexion rétablie")
        expect(self.banner).to_contain_text(words)

    def says_another_answers(self) -> None:
        words = self.person.words("another page answers", "une autre page répond")
        expect(self.banner).to_contain_text(words, timeout=5000)

    def says_not_saved(self) -> None:
        status = self.page.locator(".step:visible .status")
        expect(status).to_have_attribute("data-state", "waiting")
        words = self.person.words("Not saved yet", "Pas encore enregistré")
        expect(status.get_by_role("status")).to_contain_text(words)

    def holds(self, *texts: str) -> None:
        """The page shows these words, calls them saved, and the record holds each once."""
        cards = self.page.locator(".step:visible textarea")
        for card, text in zip(cards.all(), texts, strict=True):
            expect(card).to_have_value(text)
        self.person.saved()
        wait_until(lambda: self.saved_texts() == list(texts), f"{texts}, once")
        self.called_nothing_saved_that_was_not()

    def saved_texts(self) -> list[str]:
        return [answer.contribution.text for answer in self.record.state().answers.values()]

    def called_nothing_saved_that_was_not(self) -> None:
        noted = self.page.evaluate("JSON.parse(sessionStorage.getItem('called-saved') ?? '[]')")
        written = [event for event in self.record.events() if event.kind is Kind.CONTRIBUTED]
        assert noted
        assert set(noted) <= {"", *(event.body["text"] for event in written)}

    def kill_kernels(self) -> None:
        kill(self.room.kernels())


def kill(processes: set[int]) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


Disturbance = Callable[[Scene], AbstractContextManager[None]]


@contextmanager
def a_killed_kernel(scene: Scene) -> Iterator[None]:
    scene.kill_kernels()
    yield


@contextmanager
def a_killed_template(scene: Scene) -> Iterator[None]:
    kill(scene.room.templates() | scene.room.kernels())
    yield


@contextmanager
def a_server_killed_and_started_again(scene: Scene) -> Iterator[None]:
    scene.room.kill()
    scene.says_lost()
    yield
    scene.says_not_saved()
    scene.room.open()


@contextmanager
def a_minute_without_a_network(scene: Scene) -> Iterator[None]:
    scene.line.cut()
    scene.says_lost()
    yield
    scene.page.clock.run_for(60_000)
    scene.says_not_saved()
    scene.line.mend()
    scene.says_back()
    assert not scene.has_a_new_kernel


@contextmanager
def a_minute_in_which_the_kernel_is_culled(scene: Scene) -> Iterator[None]:
    scene.line.cut()
    scene.line.tell_the_server()
    scene.says_lost()
    yield
    wait_until(lambda: not scene.room.kernels(), "the kernel to be culled")
    scene.page.clock.run_for(60_000)
    scene.says_not_saved()
    scene.line.mend()
    scene.says_back()
    assert scene.has_a_new_kernel


@contextmanager
def an_hour_asleep(scene: Scene) -> Iterator[None]:
    """The radio sleeps first; the kernel is culled; after waking the phone is on a new network."""
    scene.line.cut()
    scene.line.tell_the_server()
    asleep(scene)
    wait_until(lambda: not scene.room.kernels(), "the kernel to be culled")
    scene.line.change_networks()
    awake(scene, minutes=60)
    yield


@contextmanager
def a_reload(scene: Scene) -> Iterator[None]:
    scene.line.cut()
    scene.line.tell_the_browser()
    scene.line.change_networks()
    scene.page.reload()
    scene.person.arrive()
    scene.field.focus()
    scene.field.press("End")
    yield


def asleep(scene: Scene) -> None:
    scene.page.evaluate(_HIDE)
    scene.page.evaluate("() => document.dispatchEvent(new Event('freeze'))")
    scene.page.clock.pause_at(scene.page.evaluate("Date.now() / 1000 + 0.25"))


def awake(scene: Scene, *, minutes: int) -> None:
    """Timers that came due in the sleep fire once, as after a real one."""
    scene.page.clock.fast_forward(minutes * 60_000)
    scene.page.clock.resume()
    scene.page.evaluate("() => document.dispatchEvent(new Event('resume'))")
    scene.page.evaluate(_SHOW)


@contextmanager
def frozen(browser: Browser) -> Iterator[None]:
    """The processes that draw pages stand still, as a phone lets them that needs its memory."""
    known = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    pages = [each["id"] for each in known if each["type"] == "renderer"]
    for process in pages:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in pages:
            os.kill(process, signal.SIGCONT)


DISTURBANCES: tuple[Disturbance, ...] = (
    a_killed_kernel,
    a_killed_template,
    a_server_killed_and_started_again,
    a_minute_without_a_network,
    a_minute_in_which_the_kernel_is_culled,
    an_hour_asleep,
    a_reload,
)
