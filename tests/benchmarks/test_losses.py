"""What lost packets cost is reckoned as TCP's standards say, the same for the same seed."""

from __future__ import annotations

import asyncio
import random
from itertools import chain, repeat

import pytest

from benchmarks.losses import Loss, Window

LOST, ARRIVES = 0.0, 1.0


class Dice(random.Random):
    """Falls as it is told to, and then loses nothing any more."""

    def __init__(self, *falls: float) -> None:
        super().__init__()
        self._falls = chain(falls, repeat(ARRIVES))

    def random(self) -> float:
        return next(self._falls)


@pytest.mark.parametrize(
    ("falls", "followers", "late", "timed_out"),
    [
        ((), 0, 0.0, False),
        ((LOST,), 3, 0.4, False),  # fast retransmit: one round trip
        ((LOST,), 2, 1.0, True),  # too few follow: the timer, at least a second
        ((LOST, LOST), 0, 3.0, True),  # 1 s, then 2 s
        ((LOST, LOST, LOST), 0, 7.0, True),
        ((LOST, LOST), 9, 1.4, True),  # what was sent again is lost too: the timer
    ],
)
def test_a_lost_packet_arrives_after_a_round_trip_or_after_the_timer(
    falls: tuple[float, ...], followers: int, late: float, timed_out: bool
) -> None:
    loss = Loss(0.05, 0.4, Dice(*falls))
    assert loss.delay(followers=followers) == (pytest.approx(late), timed_out)


def test_a_share_is_lost_and_the_same_for_the_same_seed() -> None:
    def run() -> list[float]:
        loss = Loss(0.05, 0.4, random.Random(7))
        return [loss.delay(followers=3)[0] for _ in range(20_000)]

    late = run()
    assert sum(each > 0 for each in late) / len(late) == pytest.approx(0.05, abs=0.005)
    assert late == run()


def test_a_connection_starts_with_ten_packets_doubles_and_halves_after_a_loss() -> None:
    async def play() -> list[float]:
        window, sizes = Window(), []
        for _ in range(10):
            await window.leave()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(window.leave(), 0.01)
        for _ in range(10):
            window.hear()
        sizes.append(window.size)
        for _ in range(20):
            await window.leave()
        window.narrow(timed_out=False)
        sizes.append(window.size)
        window.hear()
        sizes.append(window.size)
        window.narrow(timed_out=True)
        return [*sizes, window.size]

    assert asyncio.run(play()) == [20.0, 10.0, 10.1, 1.0]
