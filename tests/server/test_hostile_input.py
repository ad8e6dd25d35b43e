"""Whatever people paste is kept as it is or refused; nothing they send is run, or believed."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from benchmarks.client import PageFailed, Visitor, Widget
from benchmarks.frames import Message, encode
from benchmarks.people import Participant
from lhs_widgets.package import Source, read_package, write_package
from lhs_widgets.server.limits import MESSAGES
from lhs_widgets.store import Record
from lhs_widgets.workshop.contributions import LONGEST_TEXT
from tests.support.room import Room, wait_until
from tests.support.workshops import join, move, reveal

STEP = "p2d-conditions"

#: What the server may grow by while someone does harm, in bytes.
MOST_MEMORY = 200 * 2**20

#: Words as people paste them, and as an attacker would.
TEXTS = {
    "right to left": "مرحبا، نريد وقتًا أطول مع الطبيب",
    "a turned line": "safe \u202etxt.exe\u202c",
    "many marks": "Z\u0351\u0343\u0310a\u0350\u030flgo" * 20,
    "Inuktitut": "ᐃᓐᓄᓂᐊᖅᑐᑦ ᐱᔨᑦᑎᕋᖅᑕᐅᔪᑦ",
    "a family": "👩‍👩‍👧‍👦 first",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "a template": "{{ 7*7 }} ${7*7} #{7*7} {% include '/etc/passwd' %}",
    "a formula": '=HYPERLINK("http://example.org?"&A1,"click")',
    "another formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "SQL": "'); DROP TABLE events; --",
    "control characters": "one\x00two\x07three\x1b[31mred\x7f",
    "line ends": "first\r\nsecond\rthird\u2028fourth",
    "the end of a script": "</script><script>alert(3)</script>",
    "JSON": '", "origin": "system", "x": "',
}


@pytest.fixture
def workshop(open_workshop: Callable[[], Record]) -> Record:
    record = open_workshop()
    move(record, STEP)
    return record


def as_participant(
    room: Room, record: Record, act: Callable[[Participant], Coroutine[Any, Any, None]]
) -> None:
    async def visit() -> None:
        someone = await Participant.join(room.address, record.code)
        try:
            await someone.arrive(STEP)
            await act(someone)
        finally:
            await someone.close()

    asyncio.run(visit())


def memory(room: Room) -> int:
    """What the server's own process holds, in bytes."""
    assert room.process
    return int(psutil.Process(room.process.pid).memory_info().rss)


def answer(**more: Any) -> dict[str, Any]:
    return {"id": "answer-01", "step": STEP, "language": "en", "text": "Time to meet", **more}


def change(entry: object, id_: object = "change-01") -> dict[str, Any]:
    return {"type": "change", "id": id_, "action": "save", "entry": entry}


async def replied(someone: Participant, message: dict[str, Any]) -> dict[str, Any]:
    """What the page is told of a change."""
    widget = someone.page.widget("WinningConditions")
    before = len(widget.messages)
    await someone.page.send(widget, message)
    await someone.page.until(lambda: len(widget.messages) > before, "an answer to a change")
    return widget.messages[before]


def test_every_text_is_kept_as_it_was_written(room: Room, workshop: Record, tmp_path: Path) -> None:
    async def write_all(someone: Participant) -> None:
        for text in TEXTS.values():
            await someone.save("WinningConditions", STEP, text)

    as_participant(room, workshop, write_all)
    said = {each.contribution.text for each in workshop.state().answers.values()}
    assert said == set(TEXTS.values())

    reveal(workshop, STEP)
    source = Source(workshop.code, workshop.deck, workshop.deck_yaml, workshop.events())
    folder = write_package(source, tmp_path / "package")
    package = read_package(folder, all_words=True)  # nobody agreed to be quoted
    assert set(package.tables["contributions"]["text"]) == set(TEXTS.values())
    with (folder / "contributions.csv").open(encoding="utf-8", newline="") as table:
        cells = [cell for row in csv.reader(table) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]


@pytest.mark.parametrize("page", ["walk", "wall"])
def test_no_text_is_markup_on_a_page(room: Room, workshop: Record, page: str) -> None:
    async def write_all(someone: Participant) -> None:
        for text in TEXTS.values():
            await someone.save("WinningConditions", STEP, text)
        reveal(workshop, STEP)
        html = (await someone.page.visitor.get(f"/{page}/{workshop.code}")).text
        assert "alert(" in html, "the words are on the page"
        assert "<script>alert" not in html
        assert "<img src=x" not in html

    as_participant(room, workshop, write_all)


@pytest.mark.parametrize("length", [LONGEST_TEXT + 1, 2**20], ids=["one too many", "a megabyte"])
def test_what_is_too_long_is_refused_and_what_was_there_stays(
    room: Room, workshop: Record, length: int
) -> None:
    async def paste(someone: Participant) -> None:
        assert (await replied(someone, change(answer())))["type"] == "saved"
        reply = await replied(someone, change(answer(text="é" * length), "change-02"))
        assert (reply["type"], reply["id"]) == ("refused", "change-02")

    as_participant(room, workshop, paste)
    (kept,) = workshop.state().answers.values()
    assert kept.contribution.text == "Time to meet"


@pytest.mark.parametrize(
    "entry",
    [
        None,
        [],
        "text",
        {},
        answer(id="../../etc"),
        answer(id=7),
        answer(step="d2k-conditions"),
        answer(step="nowhere"),
        answer(step=None),
        answer(language="xx"),
        answer(ratings={"importance": 99}),
        answer(ratings={"importance": "4); DROP"}),
        answer(participant="p-somebody"),
        answer(text={"$gt": ""}),
        answer(text="\ud800"),
        answer(rank=10**30),
        answer(cells={"a": "b"}),
        answer(ends=["answer-01", "answer-01"]),
    ],
    ids=str,
)
def test_what_is_forged_is_refused(room: Room, workshop: Record, entry: object) -> None:
    async def forge(someone: Participant) -> None:
        assert (await replied(someone, change(entry)))["type"] == "refused"
        assert (await replied(someone, change(answer(), "change-02")))["type"] == "saved"

    as_participant(room, workshop, forge)
    assert len(workshop.state().answers) == 1


def test_nobody_changes_the_answer_of_another(room: Room, workshop: Record) -> None:
    async def forge(someone: Participant) -> None:
        other = await Participant.join(room.address, workshop.code)
        await other.arrive(STEP)
        assert (await replied(other, change(answer(), "others-01")))["type"] == "saved"
        await replied(someone, change(answer(text="Nonsense")))
        await other.close()

    as_participant(room, workshop, forge)
    assert [a.contribution.text for a in workshop.state().answers.values()] == ["Time to meet"]


def test_a_message_that_is_replayed_changes_nothing(room: Room, workshop: Record) -> None:
    async def replay(someone: Participant) -> None:
        for words, id_ in (("One", "c-0001"), ("Two", "c-0002"), ("One", "c-0001")):
            assert (await replied(someone, change(answer(text=words), id_)))["type"] == "saved"

    as_participant(room, workshop, replay)
    (kept,) = workshop.state().answers.values()
    assert kept.contribution.text == "Two"


def test_no_page_sets_the_values_of_its_widgets(room: Room, workshop: Record) -> None:
    """Jupyter's protocol has it; our pages never do, so it does not reach a kernel."""

    async def set_values(someone: Participant) -> None:
        widget = someone.page.widget("WinningConditions")
        await someone.page.update(widget, entries=[answer(text="Forged")], place="elsewhere")
        await replied(someone, change(answer()))
        again = await someone.page.visitor.open(f"/walk/{workshop.code}")
        assert "Forged" not in str([each.state for each in again.widgets.values()])
        await again.close()

    as_participant(room, workshop, set_values)


def test_a_flood_ends_the_connection_and_nobody_elses(room: Room, workshop: Record) -> None:
    before = memory(room)

    async def flood(someone: Participant) -> None:
        attacker = await Participant.join(room.address, workshop.code)
        widget: Widget = attacker.page.widget("Navigation")
        with suppress(PageFailed):
            for _ in range(3 * MESSAGES.at_once):
                await attacker.page.send(widget, {"type": "none"})
        with pytest.raises(PageFailed, match="connection was lost"):
            await attacker.page.until(lambda: False, "the end")
        await attacker.close()
        assert (await replied(someone, change(answer())))["type"] == "saved"
        assert memory(room) < before + MOST_MEMORY
        again = await attacker.page.visitor.open(f"/walk/{workshop.code}")
        await again.close()

    as_participant(room, workshop, flood)


def test_a_socket_that_agrees_on_no_protocol_is_not_heard(room: Room, workshop: Record) -> None:
    """Jupyter's older protocol would take the first bytes of a frame for a number of parts."""
    before = memory(room)

    async def speak(someone: Participant) -> None:
        page = someone.page
        url = f"{room.address}/api/kernels/{page.kernel}/channels?session_id=older"
        older = await websocket_connect(
            HTTPRequest(url.replace("http", "ws", 1), headers=page.visitor.headers)
        )
        header = {"msg_id": "1", "msg_type": "comm_msg", "session": "older", "version": "5.4"}
        data = {"method": "request_states"}
        content = {"comm_id": someone.page.widget("Navigation").id, "data": data}
        ignored = room.log.read_text().count("was ignored")
        await older.write_message(encode(Message("shell", header, content)), binary=True)
        await asyncio.to_thread(
            wait_until, lambda: room.log.read_text().count("was ignored") > ignored, "the refusal"
        )
        assert (await replied(someone, change(answer())))["type"] == "saved"
        assert memory(room) < before + MOST_MEMORY
        older.close()
        while await older.read_message() is not None:
            pass  # it is closed once the server has said so too

    as_participant(room, workshop, speak)


@pytest.mark.parametrize(
    "path", ["/walk/{}?at=../../x", "/walk/{}?at=%00", "/walk/{}?language=%0d%0aSet-Cookie:x=y"]
)
def test_addresses_are_read_with_care(room: Room, workshop: Record, path: str) -> None:
    async def visit() -> None:
        visitor = Visitor(room.address)
        await visitor.join(workshop.code)
        page = await visitor.open(path.format(workshop.code))
        await page.close()
        assert "x" not in visitor.cookies

    asyncio.run(visit())


def test_words_of_a_title_reach_no_header(room: Room, workshop: Record) -> None:
    with pytest.raises(PageFailed):
        asyncio.run(Visitor(room.address).open(f"/find?code={workshop.code}%0d%0aX: y"))
    assert join(workshop)
