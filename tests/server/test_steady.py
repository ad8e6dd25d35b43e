"""What is done again and again goes on when the machine's clock is set."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from tornado.ioloop import PeriodicCallback

from lhs_widgets.server.steady import SteadyLoop

A_DAY = 86_400


@pytest.fixture
def loop() -> Iterator[SteadyLoop]:
    loop = SteadyLoop()
    yield loop
    loop.close(all_fds=True)


@pytest.mark.parametrize("jump", [-A_DAY, A_DAY])
def test_a_clock_that_is_set_delays_nothing(
    loop: SteadyLoop, monkeypatch: pytest.MonkeyPatch, jump: int
) -> None:
    looks = 0

    def look() -> None:
        nonlocal looks
        looks += 1
        now = time.time()
        monkeypatch.setattr("time.time", lambda: now + jump)
        if looks == 3:
            loop.stop()

    looking = PeriodicCallback(look, 20)
    looking.start()
    loop.call_later(20, loop.stop)
    loop.start()
    looking.stop()
    assert looks == 3
