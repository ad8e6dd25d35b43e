"""Pages in a real browser, on kernels forked from the server's template."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.deck import load_deck
from tests.forkserver.kernels import children
from tests.support.room import LAPTOP, Facilitator, Person, Room

DECK = load_deck("roadmap")


@pytest.fixture(scope="module")
def room(own_room: Room) -> Room:
    return own_room


def test_two_pages_on_forked_kernels_hear_each_other(room: Room, browser: Browser) -> None:
    workshop = room.new_workshop()
    facilitator, wall = Facilitator(browser), Person(browser, LAPTOP)
    facilitator.open(workshop["facilitate_url"])
    wall.page.goto(workshop["wall_url"])
    facilitator.move("d2k-challenges")
    expect(wall.page.locator("h1")).to_have_text(DECK.steps["d2k-challenges"].question.en)
    assert room.process
    [template] = children_of_every_thread(room.process.pid)
    assert len(room.kernels()) == 2, "the console's kernel and the wall's"
    assert room.kernels() < set(children(template)), "others wait for whoever comes"
    facilitator.close()
    wall.close()


def test_a_page_whose_script_does_not_come_says_so(room: Room, browser: Browser) -> None:
    wall = Person(browser, LAPTOP)
    wall.page.route("**/static/wall.js*", lambda route: route.abort())
    wall.page.goto(room.new_workshop()["wall_url"])
    opening = wall.page.locator("#opening")
    expect(opening).to_contain_text("This page could not be opened. Please reload it.")
    expect(opening).not_to_contain_text("Opening your page")
    wall.close()


def children_of_every_thread(pid: int) -> list[int]:
    threads = Path(f"/proc/{pid}/task").iterdir()
    return [int(each) for thread in threads for each in (thread / "children").read_text().split()]
