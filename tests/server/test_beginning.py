"""A page that is made before its notebook asks for it: it misses nothing that happens meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from lhs_widgets.server import apps
from lhs_widgets.server.settings import Settings
from lhs_widgets.session import ParticipantPage
from lhs_widgets.store import Record, Store
from tests.support.workshops import join, move

STEP = "conditions"  # the workshop begins at another


@pytest.fixture
def person(record: Record, store: Store, monkeypatch: pytest.MonkeyPatch) -> str:
    """Someone for whom this process was started."""
    person = join(record)
    monkeypatch.setattr(apps, "_store", lambda _: store)
    monkeypatch.setattr(apps, "_begun", [])
    monkeypatch.setattr(Settings, "of_this_server", lambda: Settings("nowhere", "http://room"))
    for name, value in {"WORKSHOP": record.code, "PARTICIPANT": person, "MODULES": "/w.js"}.items():
        monkeypatch.setenv(f"HTTP_X_LHS_{name}", value)
    return person


@pytest.fixture
def play(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Callable[[], Coroutine[Any, Any, Any]]], Any]:
    """Plays a scene in an event loop; at its end no page listens any more, as when kernels end."""
    stops: list[Callable[[], None]] = []
    listen = Record.listen

    def noted(self: Record, *args: Any, **options: Any) -> Callable[[], None]:
        stops.append(listen(self, *args, **options))
        return stops[-1]

    async def whole(scene: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        try:
            return await scene()
        finally:
            for stop in stops:
                stop()

    monkeypatch.setattr(Record, "listen", noted)
    return lambda scene: asyncio.run(whole(scene))


def where_the_group_is(page: ParticipantPage) -> str:
    return str(page.navigation.walk["group"]["step"])


async def until_it_is_at(page: ParticipantPage, step: str) -> None:
    async with asyncio.timeout(5):
        while where_the_group_is(page) != step:
            await asyncio.sleep(0.01)


def test_the_notebook_shows_the_page_that_was_begun_as_the_group_is_now(
    play: Any, record: Record, person: str
) -> None:
    async def scene() -> None:
        apps.begin()
        [begun] = apps._begun
        assert begun.widgets[0].comm is None, "the browser is told once, by the notebook"
        assert record.present() == {person}
        move(record, STEP)
        await until_it_is_at(begun, STEP)
        assert apps.participate() is begun
        assert all(widget.comm is not None for widget in begun.widgets)

    play(scene)


def test_what_is_saved_between_reading_and_listening_is_not_missed(
    play: Any, record: Record, person: str
) -> None:
    def make() -> ParticipantPage:
        page = ParticipantPage(record, person)
        move(record, STEP)
        return page

    async def scene() -> str:
        return where_the_group_is(apps._listening(record, make))

    assert play(scene) == STEP


def test_one_that_was_not_begun_is_made_by_the_notebook(play: Any, person: str) -> None:
    async def scene() -> None:
        assert apps.participate().header.comm is not None

    assert person
    play(scene)


def test_pages_of_others_are_not_begun(person: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_X_LHS_PARTICIPANT", "")
    apps.begin()
    assert person
    assert not apps._begun
