"""Lost packets, as a page sees them: TCP sends them again, and what follows waits for them.

The proxy has no packets to lose: both its ends speak TCP with the local machine. So it reckons what
the loss of a packet would have cost on the line, by the standards' own numbers, which are cautious:
many systems notice the loss of a last packet sooner.
"""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field

_TIMEOUT = 1.0  # seconds: what a sender waits at first, and at least (RFC 6298, 2.1 and 2.4)
_DUPLICATES = 3  # later packets by which a sender learns of a loss at once (RFC 5681, 3.2)
_FIRST_WINDOW = 10.0  # packets (RFC 6928)


@dataclass
class Loss:
    """The dice of a line that loses ``share`` of the packets that are sent over it."""

    share: float
    round_trip: float
    dice: random.Random

    def delay(self, *, followers: int) -> tuple[float, bool]:
        """By how much a packet arrives later, in seconds, and whether a timer ran out for it.

        Parameters
        ----------
        followers
            How many packets are on the way behind it. With three, the sender hears of the loss by
            what the receiver says about them, and sends it again a round trip later. With less it
            waits for its timer, as it does if that is lost too; the timer doubles each time (5.5).
        """
        late, timeout, timed_out = 0.0, max(_TIMEOUT, self.round_trip), False
        notices_soon = followers >= _DUPLICATES
        while self.dice.random() < self.share:
            if notices_soon:
                late, notices_soon = self.round_trip, False
            else:
                late, timeout, timed_out = late + timeout, 2 * timeout, True
        return late, timed_out


@dataclass
class Window:
    """How many packets one connection may have under way one way (RFC 5681, 3.1 and 3.2)."""

    size: float = _FIRST_WINDOW
    threshold: float = float("inf")
    flying: int = 0
    _change: asyncio.Event = field(default_factory=asyncio.Event)

    async def leave(self) -> None:
        """Wait until one more may leave."""
        while self.flying >= int(self.size):
            self._change.clear()
            await self._change.wait()
        self.flying += 1

    def hear(self) -> None:
        """One has been acknowledged: twice as many in each round trip, later one more."""
        self.flying -= 1
        self.size += 1 if self.size < self.threshold else 1 / self.size
        self._change.set()

    def narrow(self, *, timed_out: bool) -> None:
        """One was lost."""
        self.threshold = max(self.flying / 2, 2.0)
        self.size = 1.0 if timed_out else self.threshold
