"""Someone who speaks the kernel's protocol by hand gets no further than a page does."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from benchmarks.client import Page, Visitor
from lhs_widgets.store import Record
from tests.support.room import Room

MESSAGES = ("execute_request", "complete_request", "inspect_request", "debug_request")


async def opened(room: Room, workshop: Record) -> Page:
    visitor = Visitor(room.address)
    await visitor.join(workshop.code)
    return await visitor.open(f"/walk/{workshop.code}")


@pytest.mark.parametrize("message", MESSAGES)
def test_code_sent_over_the_socket_is_never_run(
    room: Room, workshop: Record, tmp_path: Path, message: str
) -> None:
    trace = tmp_path / "trace"
    code = f"open({str(trace)!r}, 'w').close()"

    async def attack() -> None:
        page = await opened(room, workshop)
        await page._send(message, {"code": code, "silent": False, "cursor_pos": 0}, {})
        navigation = page.widget("Navigation")
        await page.send(navigation, {"type": "go", "step": workshop.state().current})
        await page.until(lambda: bool(navigation.messages), "an answer to what came after")
        await page.close()

    asyncio.run(attack())
    assert not trace.exists()


@pytest.mark.parametrize("cookies", ["none", "another's"])
def test_another_pages_kernel_is_refused(room: Room, workshop: Record, cookies: str) -> None:
    async def attack() -> int:
        page = await opened(room, workshop)
        stranger = Visitor(room.address)
        if cookies == "another's":
            await stranger.join(workshop.code)
            await stranger.get(f"/walk/{workshop.code}")
        path = f"/api/kernels/{page.kernel}/channels?session_id=x"
        url = room.address.replace("http", "ws") + path
        try:
            await websocket_connect(HTTPRequest(url, headers=stranger.headers))
        except HTTPClientError as refused:
            return int(refused.code)
        finally:
            await page.close()
        return 101

    assert asyncio.run(attack()) == 404


def test_another_pages_pulse_and_end_are_refused(room: Room, workshop: Record) -> None:
    async def attack() -> tuple[int, int, int]:
        page = await opened(room, workshop)
        stranger = Visitor(room.address)
        pulse = (await stranger.get(f"/pulse/{page.kernel}")).status
        end = (await stranger.post(f"/bye/{page.kernel}", {})).status
        own = (await page.visitor.get(f"/pulse/{page.kernel}")).status
        await page.close()
        return pulse, end, own

    assert asyncio.run(attack()) == (404, 404, 204)


def test_a_widget_message_out_of_order_harms_nobody(room: Room, workshop: Record) -> None:
    async def attack() -> None:
        page = await opened(room, workshop)
        navigation = page.widget("Navigation")
        for message in ({"type": "go"}, {"type": None}, {"type": "done", "done": "x"}, {}):
            await page.send(navigation, message)
        await page.send(navigation, {"type": "go", "step": workshop.state().current})
        await page.until(lambda: bool(navigation.messages), "the page to go on")
        await page.close()

    asyncio.run(attack())
