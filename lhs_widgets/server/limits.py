"""How often the same may be tried: wrong guesses of a network, people who join, messages of a page.

The allowances are far above what a room of people does, and far below what a program could use.
"""

from __future__ import annotations

import ipaddress
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass

_MOST_KNOWN = 10_000  # who is remembered at once


@dataclass(frozen=True)
class Allowance:
    """``at_once`` tries, of which one more is given back every ``seconds``."""

    at_once: int
    seconds: float


#: Wrong codes and keys from one network. A workshop's code has 24**6 forms, so with a hundred
#: workshops open a guesser needs four months for one of them.
GUESSES = Allowance(40, 6.0)

#: People who join one workshop.
JOINS = Allowance(600, 0.5)

#: Ways to JupyterHub begun from one network; each is remembered for ten minutes.
SIGN_INS = Allowance(60, 2.0)

#: Messages over one page's socket; who types sends fewer than two in a second.
MESSAGES = Allowance(300, 1 / 30)

#: The largest form and the largest message of a page, in bytes.
LARGEST_FORM = 2**20
LARGEST_MESSAGE = 8 * 2**20

#: Seconds in which a form has to arrive, and after which a silent connection is closed.
LONGEST_FORM = 60.0
LONGEST_SILENCE = 600.0

#: Pages open at once for one person; for one key, which scribes at several tables may share; and
#: walls of one workshop.
PAGES_OF_ONE = 8
PAGES_OF_A_KEY = 60
WALLS = 20

#: Files and sockets the server may have open, where the system allows it: seven for each page.
MOST_FILES = 65_536


def allow_many_files() -> None:
    """Use what the system allows: many let a program begin with 1024, too few for 140 pages."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


class Bucket:
    """What is left of an allowance to each of many, who are told apart by name."""

    def __init__(self, allowance: Allowance, clock: Callable[[], float] = time.monotonic) -> None:
        self._allowance = allowance
        self._clock = clock
        self._used: dict[str, tuple[float, float]] = {}  # how much, and when that was

    def is_empty(self, who: str) -> bool:
        """Whether nothing is left to someone just now."""
        return self._used_by(who) > self._allowance.at_once - 1

    def take(self, who: str) -> bool:
        """Use one; False, and nothing is used, if none is left."""
        used = self._used_by(who)
        if used > self._allowance.at_once - 1:
            return False
        self._used[who] = (used + 1, self._clock())
        if len(self._used) > _MOST_KNOWN:
            self._used = {each: self._used[each] for each in self._used if self._used_by(each)}
        return True

    def _used_by(self, who: str) -> float:
        used, at = self._used.get(who, (0.0, 0.0))
        return max(0.0, used - (self._clock() - at) / self._allowance.seconds)


def network(address: str) -> str:
    """What tells one visitor's network from another: an IPv6 provider gives each a /64."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:  # a socket without an address
        return address
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
