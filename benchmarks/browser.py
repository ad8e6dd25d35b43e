"""One visit in a fresh Chromium: when the page is usable, and what that costs on both sides."""

from __future__ import annotations

import asyncio
import contextlib
import math
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.async_api import Browser, Page, Playwright, async_playwright

from . import processes

_WATCH = Path(__file__).with_name("watch.js")
_PATIENCE = 240_000.0  # milliseconds
# No sandbox, so that root can measure in a container; and no name is looked up: what a page asks
# of the internet fails at once, as in a room without it, and the same on every machine.
_OPTIONS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PHONE = {"width": 390, "height": 844}


class Waits(NamedTuple):
    """How long a visitor waits, in milliseconds since the address was asked for.

    ``usable`` is when the answer to the first answered press on Save is on the screen. On our join
    page it adds up all waiting: until one can agree, which is ``agree``, and from sending that form
    until a first save is answered on the walk.
    """

    heading: float
    usable: float
    agree: float = math.nan


@dataclass
class Visit:
    """What one visit took."""

    waits: Waits
    saves: list[float] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    server_cpu: float = 0.0
    browser_cpu: float = 0.0


@contextlib.asynccontextmanager
async def chromium() -> AsyncIterator[Playwright]:
    """Playwright, for :func:`visit` to start browsers with."""
    async with async_playwright() as playwright:
        yield playwright


async def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium, or Playwright's own."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    return await playwright.chromium.launch(executable_path=executable, args=_OPTIONS)


async def visit(
    playwright: Playwright, url: str, *, server: int, saves: int = 0, slowdown: int = 1
) -> Visit:
    """Visit a form, or the join page, with nothing cached.

    Parameters
    ----------
    url
        The page.
    server
        The server's process, whose CPU time is taken, with that of its children.
    saves
        How often to press Save once more, for its latency.
    slowdown
        How much slower the page's processor is.
    """
    browser = await launch(playwright)
    try:
        root = await _process(browser)
        page = await new_page(browser, slowdown=slowdown)
        traffic = _Traffic()
        await traffic.watch(page)
        await asyncio.sleep(0.3)
        before = processes.cpu_seconds(server), processes.cpu_seconds(root)
        seen = Visit(await use(page, url))
        seen.browser_cpu = processes.cpu_seconds(root) - before[1]
        if slowdown == 1:
            await processes.quiet(server, root)
        seen.requests = list(traffic.requests.values())
        seen.server_cpu = processes.cpu_seconds(server) - before[0]
        seen.saves = [await page.evaluate("bench.saveOnce()") for _ in range(saves)]
        return seen
    finally:
        await browser.close()


async def new_page(browser: Browser, *, slowdown: int = 1) -> Page:
    """A page of a phone's size that watches itself."""
    # The page's policy forbids what measures it, and would hide only that.
    context = await browser.new_context(bypass_csp=True, viewport=PHONE)  # type: ignore[arg-type]
    await context.add_init_script(path=_WATCH)
    page = await context.new_page()
    page.set_default_timeout(_PATIENCE)
    if slowdown > 1:
        session = await context.new_cdp_session(page)
        await session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    return page


async def use(page: Page, url: str) -> Waits:
    """Open a form, or join, until a save is answered."""
    await page.goto(url, wait_until="commit")
    first = await _marks(page)
    if "/join/" not in url:
        return Waits(first["heading"], first["usable"])
    await page.locator("[name=consent]").check()
    await page.locator("form button.main").click(no_wait_after=True)
    await page.wait_for_url("**/walk/*", wait_until="commit")
    agree = first["enabled"]
    return Waits(first["heading"], agree + (await _marks(page))["usable"], agree)


async def _marks(page: Page) -> dict[str, float]:
    await page.wait_for_function("window.bench?.marks.complete", polling=100)
    marks: dict[str, float] = await page.evaluate("bench.marks")
    return marks


async def _process(browser: Browser) -> int:
    """The browser's first process; all others descend from it."""
    session = await browser.new_browser_cdp_session()
    known: dict[str, Any] = await session.send("SystemInfo.getProcessInfo")
    return next(int(each["id"]) for each in known["processInfo"] if each["type"] == "browser")


class _Traffic:
    """The requests of a page that went over the network: not those served from a cache."""

    def __init__(self) -> None:
        self.requests: dict[str, str] = {}

    async def watch(self, page: Page) -> None:
        session = await page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._ask)
        session.on("Network.webSocketCreated", self._connect)
        session.on("Network.requestServedFromCache", self._drop)
        session.on("Network.responseReceived", self._answer)
        await session.send("Network.enable")

    def _ask(self, event: dict[str, Any]) -> None:
        request = event["request"]
        if request["url"].startswith("http"):
            # A redirect keeps its id: count the request that led to it as well.
            key = event["requestId"] + ("*" if "redirectResponse" in event else "")
            self.requests[key] = f"{request['method']} {urlsplit(request['url']).path}"

    def _connect(self, event: dict[str, Any]) -> None:
        self.requests[event["requestId"]] = "WS"

    def _answer(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self._drop(event)

    def _drop(self, event: dict[str, Any]) -> None:
        self.requests.pop(event["requestId"], None)
