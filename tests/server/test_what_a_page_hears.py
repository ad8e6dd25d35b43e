"""What a kernel says reaches its page, but for what no page asks for."""

from __future__ import annotations

import asyncio

import pytest

from benchmarks.client import Page, Visitor
from benchmarks.frames import Message
from lhs_widgets.store import Record
from tests.support.room import Room


def test_a_page_hears_when_its_kernel_is_done_and_not_that_it_begins(
    room: Room, workshop: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Message] = []
    hear = Page._hear

    def listen(page: Page, message: Message) -> None:
        heard.append(message)
        hear(page, message)

    async def look() -> None:
        page = await Visitor(room.address).open(f"/wall/{workshop.code}")
        await page.close()

    monkeypatch.setattr(Page, "_hear", listen)
    asyncio.run(look())
    assert {m.content["execution_state"] for m in heard if m.type == "status"} == {"idle"}
