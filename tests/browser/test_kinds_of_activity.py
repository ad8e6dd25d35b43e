"""Every general kind of activity: answered by keyboard on a phone, saved, and shown to the room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.store import Record
from tests.support.accessibility import check_everyone_can_use, violations
from tests.support.keyboard import Keyboard
from tests.support.kinds import KINDS_DECK, answer
from tests.support.room import LAPTOP, PHONE, Person, Room, wait_until
from tests.support.workshops import join, move, reveal, write


@dataclass
class Walk:
    """Someone on a phone, and the wall; two more people answer in the store."""

    record: Record
    phone: Keyboard
    wall: Person
    language: str
    others: tuple[str, ...]

    def ask(self, step: str) -> None:
        self.phone.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        move(self.record, step)
        self.phone.follow(self.record.deck.steps[step].question(self.language))  # type: ignore[arg-type]

    def said(self, step: str) -> list[dict[str, Any]]:
        """What is saved of the phone's answers, without ids."""
        said = self.record.state().answers.values()
        mine = [a.contribution for a in said if a.participant not in self.others]
        return [
            one.model_dump(exclude_defaults=True, exclude={"id", "step", "language"})
            for one in mine
            if one.step == step and not one.is_blank
        ]


@pytest.fixture(scope="module", params=["en", "fr"])
def walk(room: Room, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Walk]:
    deck = room.data.parent / "kinds.yaml"
    deck.write_text(KINDS_DECK, "utf-8")
    opened = room.new_workshop(deck=deck)
    record = room.record(opened["code"])
    others = tuple(join(record, f"p-{n}") for n in range(2))
    phone = Keyboard(browser, f"{request.param}-CA")
    phone.join(room, opened["code"])
    wall = Person(browser, LAPTOP, f"{request.param}-CA")
    wall.page.goto(opened["wall_url"])
    yield Walk(record, phone, wall, request.param, others)
    for person in (phone, wall):
        person.close()


def sorts(phone: Keyboard) -> None:
    phone.tab_to(phone.find("[data-item=visit] select"))
    phone.press("ArrowDown")


def places(phone: Keyboard) -> None:
    for scale, keys in ((0, ["Space"]), (1, ["ArrowRight"])):
        rating = phone.find("[data-item=visit] .rating").nth(scale)
        phone.tab_to(rating.locator("input").first)
        phone.press(*keys)


def chooses(phone: Keyboard) -> None:
    for item in ("visit", "call"):  # the second takes the first one's place
        phone.tab_to(phone.find(f"[data-item={item}] select"))
        phone.press("ArrowDown")
        expect(phone.find(f"[data-item={item}] select")).to_be_focused()


def writes(phone: Keyboard) -> None:
    phone.tab_to(phone.find("[data-prompt=best] textarea"))
    phone.write_here("Nobody waits alone")
    phone.tab_to(phone.find("[data-prompt=best] button.add"))
    phone.press("Enter")
    phone.write_here("One letter")
    phone.tab_to(phone.find("[data-prompt=aim] textarea"))
    phone.write_here("To learn")


def fills(phone: Keyboard) -> None:
    phone.tab_to(phone.find(".filling textarea"))
    phone.write_here("Read letters aloud")
    phone.tab_to(phone.find(".several input").first)
    phone.press("Space")
    phone.tab_to(phone.find(".filling select"))
    phone.press("ArrowDown")


def says_what_words_mean(phone: Keyboard) -> None:
    phone.tab_to(phone.find("[data-item=visit] textarea"))
    phone.write_here("We meet first")


def draws_a_map(phone: Keyboard) -> None:
    things, links = phone.find(".growing").nth(0), phone.find(".growing").nth(1)
    phone.tab_to(things.locator("textarea"))
    phone.write_here("The clinic")
    phone.tab_to(things.locator("select"))
    phone.press("ArrowDown")
    phone.tab_to(links.locator("button.add"))
    phone.press("Enter", "ArrowDown")
    lacks = links.get_by_role("status").first
    expect(lacks).not_to_be_empty()
    phone.tab_to(links.locator("select").nth(1))
    phone.press("ArrowDown", "ArrowDown")
    expect(lacks).to_be_empty()
    phone.tab_to(links.locator("textarea"))
    phone.write_here("visits")
    expect(phone.find(".map-picture path")).to_have_count(1)


KINDS: list[tuple[str, Callable[[Keyboard], None], list[dict[str, Any]]]] = [
    ("k-sort", sorts, [{"item": "visit", "bin": "together"}]),
    ("k-place", places, [{"item": "visit", "ratings": {"there": 1, "linked": 3}}]),
    ("k-choose", chooses, [{"item": "call", "rank": 1}]),
    (
        "k-write",
        writes,
        [
            {"item": "best", "text": "Nobody waits alone"},
            {"item": "best", "text": "One letter"},
            {"item": "aim", "text": "To learn"},
        ],
    ),
    (
        "k-fill",
        fills,
        [{"cells": {"what": "Read letters aloud", "who": ("patient",), "box": ("together",)}}],
    ),
    ("k-rows", says_what_words_mean, [{"item": "visit", "cells": {"meaning": "We meet first"}}]),
    ("k-map", draws_a_map, [{"text": "The clinic", "bin": "place"}, {"text": "visits"}]),
]


@pytest.mark.parametrize(("step", "act", "saved"), KINDS, ids=[kind[0] for kind in KINDS])
def test_it_is_answered_by_keyboard_saved_and_shown(
    walk: Walk, step: str, act: Callable[[Keyboard], None], saved: list[dict[str, Any]]
) -> None:
    walk.ask(step)
    act(walk.phone)
    wait_until(lambda: len(walk.said(step)) == len(saved), "all of it")
    walk.phone.saved()
    said = walk.said(step)
    assert [
        {key: each[key] for key in wanted} for each, wanted in zip(said, saved, strict=True)
    ] == saved
    check_everyone_can_use(walk.phone.page, walk.language)

    for n, person in enumerate(walk.others):
        write(walk.record, person, answer(step, f"{step}-{walk.language}-{n}"))
    reveal(walk.record, step)
    for page in (walk.phone.page, walk.wall.page):
        expect(page.locator(".tally, .options, .said").filter(visible=True).first).to_be_visible()
    check_everyone_can_use(walk.phone.page, walk.language)
    assert violations(walk.wall.page) == []
