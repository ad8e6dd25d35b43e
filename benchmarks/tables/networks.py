"""The same visit over better and worse networks: a laptop's Wi-Fi to a phone at the edge of 3G."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from playwright.async_api import Page, Playwright

from .. import processes
from ..browser import chromium, launch, new_page, use
from ..contenders import JOIN, STEP
from ..people import Facilitator, Participant
from ..proxy import slow_line
from ..report import Table, median, p95
from ..runs import Plan, noting, serving_all, tell
from ..servers import Server
from ..walks import Walk, open_walk

_PATIENCE = 120  # seconds for a visit
_TEXT = "Someone explains the form before we fill it in"


@dataclass(frozen=True)
class Network:
    """A network, and how much slower the phone on it is than this machine."""

    name: str
    round_trip: float  # seconds
    rate: float  # bytes per second, each way
    loss: float = 0.0
    slowdown: int = 1


NETWORKS = (
    Network("a laptop’s Wi-Fi (20 ms, 3 MB/s)", 0.02, 3_000_000),
    Network("3G (150 ms, 200 kB/s)", 0.15, 200_000),
    Network("slow 3G (400 ms, 50 kB/s)", 0.4, 50_000),
    Network("slow 3G, 5 % of packets lost", 0.4, 50_000, loss=0.05),
    Network("the same, a phone 4 times slower", 0.4, 50_000, loss=0.05, slowdown=4),
)

#: Over these nearly all of a visit is waiting for the line: they are visited at the same time.
SLOW = NETWORKS[2:]
_SAVES = 10  # in a visit

ABOUT = """\
A new Chromium of a phone's size for each visit, nothing cached, over a TCP proxy that delays every
byte; over slow 3G three visits at the same time, each on a line of its own. *First words*: the
heading of the join page is on the screen. *Usable*: from opening the join page to the form, and
from sending it to a first press that is answered on the walk. *Save*: from the moment a written
answer leaves until the page says that it is saved. *Reveal*: from the facilitator's press, beside
the server, until the words of another are on the phone. *Received*: all bytes until the walk is
usable. *Said “lost”*: how often, in all visits, the page said that the connection is lost, which
it never was. What a lost packet costs is reckoned as TCP's standards say
(`benchmarks/losses.py`)."""

COLUMNS = {
    "heading": "first words, s",
    "usable": "usable, s",
    "save": "save, s",
    "save_p95": "p95, s",
    "saves": "saves",
    "reveal": "reveal, s",
    "kb": "kB received",
    "lost": "said “lost”",
    "visits": "visits",
}

#: Writes in the first card, lets it leave at once, and waits until it is called saved.
_SAVE = """(text) => new Promise((resolve) => {
  const card = document.querySelector(".step:not([hidden]) .cards textarea");
  const status = () => document.querySelector(".step:not([hidden]) .status");
  card.focus();
  card.value = text;
  card.dispatchEvent(new Event("input", { bubbles: true }));
  const start = performance.now();
  dispatchEvent(new Event("blur"));
  const look = () => {
    if (status().dataset.state === "saved") resolve(performance.now() - start);
    else setTimeout(look, 10);
  };
  look();
})"""

_COUNT_LOST = """() => {
  window.lost = 0;
  const note = ({ detail }) => (window.lost += detail === "lost");
  document.addEventListener("lightpage:connection", note);
}"""


@dataclass
class Seen:
    """One visit; times in seconds."""

    heading: float
    usable: float
    kb: float
    saves: list[float]
    reveal: float
    lost: int


async def measure(plan: Plan) -> Table:
    """Medians of ``plan.network_visits`` over each network, with saves and a reveal in each."""
    table = Table("networks", "One visitor on many networks", ABOUT, COLUMNS)
    seen: dict[str, list[Seen]] = {}
    async with chromium() as playwright, serving_all([JOIN], table) as running:

        async def visit_over(network: Network, turn: int) -> None:
            tell(f"networks, turn {turn + 1} of {plan.network_visits}: {network.name}")
            with noting(table, network.name):
                visit = _visit(playwright, running[0].server, network, seed=turn)
                one = await asyncio.wait_for(visit, _PATIENCE)
                seen.setdefault(network.name, []).append(one)

        for turn in range(plan.network_visits):
            for network in NETWORKS:
                if network not in SLOW:
                    await visit_over(network, turn)
            await asyncio.gather(*(visit_over(network, turn) for network in SLOW))
    for network in NETWORKS:
        if network.name in seen:
            table.rows[network.name] = _summary(seen[network.name])
    return table


async def _visit(playwright: Playwright, server: Server, network: Network, *, seed: int) -> Seen:
    walk = await open_walk(server)
    await processes.quiet(server.pid, patience=4)
    browser = await launch(playwright)
    try:
        async with slow_line(
            server.port,
            round_trip=network.round_trip,
            rate=network.rate,
            loss=network.loss,
            seed=seed,
        ) as line:
            page = await new_page(browser, slowdown=network.slowdown)
            waits = await use(page, f"{line.address}/join/{walk.code}")
            kb = line.down.carried / 1000
            await page.evaluate(_COUNT_LOST)
            saves = [await page.evaluate(_SAVE, f"{_TEXT}, {n}") / 1000 for n in range(_SAVES)]
            reveal = await _reveal(page, server, walk)
            lost = await page.evaluate("window.lost")
            return Seen(waits.heading / 1000, waits.usable / 1000, kb, saves, reveal, lost)
    finally:
        await browser.close()


async def _reveal(page: Page, server: Server, walk: Walk) -> float:
    """Seconds until the page shows what another wrote, from the press that shows it."""
    other = await Participant.join(server.address, walk.code)
    await other.save("WinningConditions", STEP, "Time to meet")
    facilitator = await Facilitator.open(walk.facilitate_url)
    await processes.quiet(server.pid, patience=3)
    start = await page.evaluate("Date.now()")
    message = {"type": "do", "does": "stage", "step": STEP, "stage": "reveal"}
    await facilitator.page.send(facilitator.console, message)
    there = "document.body.innerText.includes('Time to meet') && Date.now()"
    shown = await (await page.wait_for_function(there, polling=20)).json_value()
    await facilitator.close()
    await other.close()
    return float(shown - start) / 1000


def _summary(visits: list[Seen]) -> dict[str, float]:
    saves = [save for each in visits for save in each.saves]
    return {
        "heading": median(each.heading for each in visits),
        "usable": median(each.usable for each in visits),
        "save": median(saves),
        "save_p95": p95(saves),
        "saves": len(saves),
        "reveal": median(each.reveal for each in visits),
        "kb": median(each.kb for each in visits),
        "lost": sum(each.lost for each in visits),
        "visits": len(visits),
    }
