"""Telling every open page that something was saved, without any page asking again and again.

Each listening process owns a datagram socket in a folder that belongs to its workshop. Whoever
saves rings the sockets of those whom it concerns; the listener's event loop wakes and reads the
store. A datagram only says that there is something to read, so a lost or doubled one harms nothing.

What one person did is told to that person's own pages by name. The console and the wall are told
that someone did something; the pages of others are not woken at all, so that nobody's phone learns
who saves at which moment.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import socket
import stat
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..errors import StoreError

_LARGEST = 1024

#: What changed: "group" for everyone, "facilitators", "step:ID" for an answer that was taken back,
#: "person:ID" for what one person did; a page of nobody in particular hears "someone" instead.
Topics = frozenset[str]

_PERSON = "person:"

#: Names a server among those that share a database; its pages inherit it.
REPLICA = "LHS_REPLICA"


class Doorbell:
    """The bell of one database on one machine, by the database's name."""

    def __init__(self, database: str) -> None:
        # Socket paths may have at most 107 bytes, so they can't lie beside the database.
        name = hashlib.sha256(database.encode()).hexdigest()[:12]
        self._folder = Path(tempfile.gettempdir()) / f"lhs-{os.getuid()}" / name

    def ring(self, workshop: str, topics: Topics = frozenset()) -> None:
        """Wake everyone who listens; those who are gone are cleared away."""
        folder = self._folder / workshop
        if not (folder.is_dir() and _is_ours(self._folder.parent)):
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.setblocking(False)
            for ear in folder.iterdir():
                told = _told(ear, topics)
                if told is not None:
                    self._ring_one(sender, ear, message_of(workshop, told).encode())

    def ring_all(self) -> None:
        """Wake every page of every workshop: nobody knows what they missed."""
        for workshop in {ear.workshop for ear in self.ears()}:
            self.ring(workshop, frozenset({"group"}))

    @staticmethod
    def _ring_one(sender: socket.socket, ear: Path, message: bytes) -> None:
        try:
            sender.sendto(message, str(ear))
        except (ConnectionRefusedError, FileNotFoundError):
            with suppress(OSError):
                ear.unlink()
        except OSError:
            return  # such as a full queue: what was said is saved, and it has been rung already

    def listen(
        self,
        workshop: str,
        answer: Callable[[], None],
        wants: Callable[[Topics], bool] = lambda _: True,
        *,
        who: str = "",
        here: bool = True,
    ) -> Callable[[], None]:
        """Call ``answer`` in the running event loop after changes to ``workshop`` that it wants.

        Rings that come together are answered once. Returns the function that ends it. ``who`` is
        the person whose page listens, if it is one's, and ``here`` whether they sit before it
        themselves: see :meth:`present`.
        """
        return self.hang(Ear.of(workshop, who=who, here=here), answer, wants)

    def hang(
        self, ear: Ear, answer: Callable[[], None], wants: Callable[[Topics], bool]
    ) -> Callable[[], None]:
        """Listen by an ear that is named already."""
        return _Listener(self._folder / ear.workshop / ear.name, answer, wants).close

    def present(self, workshop: str) -> frozenset[str]:
        """The people whose pages listen to a workshop now, in any process that lives."""
        return frozenset(ear.who for ear in self.ears(workshop) if ear.is_present)

    def ears(self, workshop: str = "*") -> Iterator[Ear]:
        """Who listens, in any process of this machine that lives."""
        found = self._folder.glob(f"{workshop}/*.*.*.*")
        named = (Ear(ear.parent.name, *ear.name.split(".")) for ear in found)
        return (ear for ear in named if _lives(int(ear.process)))


class Ear(NamedTuple):
    """What a listener's socket says: the workshop by its folder, the rest by its name."""

    workshop: str
    who: str
    seen: str
    process: str
    id: str

    @classmethod
    def of(cls, workshop: str, *, who: str, here: bool) -> Ear:
        """A new one, of this process."""
        seen = "here" if here else "away"
        return cls(workshop, who, seen, str(os.getpid()), uuid.uuid4().hex[:8])

    @property
    def name(self) -> str:
        return ".".join(self[1:])

    @property
    def is_present(self) -> bool:
        """Whether a person sits before this page themselves."""
        return bool(self.who) and self.seen == "here"


def _told(ear: Path, topics: Topics) -> Topics | None:
    """What a listener is told of a change; None if it does not concern it."""
    public = frozenset(topic for topic in topics if not topic.startswith(_PERSON))
    who, _, _ = ear.name.partition(".")
    if not who:
        return public if public == topics else public | {"someone"}
    told = (topics & {f"{_PERSON}{who}"}) | (public - {"facilitators"})
    return told or None


def message_of(workshop: str, topics: Topics) -> str:
    """A ring in words, the workshop first."""
    message = " ".join([workshop, *sorted(topics)])
    # If there is too much to name, it concerns everyone.
    return message if len(message.encode()) <= _LARGEST else f"{workshop} group"


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can have put anything in it: the temporary folder is everyone's."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


class _Listener:
    """One listening socket, attached to the running event loop."""

    #: Seconds over which rings are gathered into one answer.
    GATHER = 0.05

    #: As many rings may wait unheard; after that some are lost, and any of them may matter.
    #: The smallest default of Linux (net.unix.max_dgram_qlen).
    QUEUE = 10

    def __init__(
        self,
        path: Path,
        answer: Callable[[], None],
        wants: Callable[[Topics], bool],
    ) -> None:
        ours, database, workshop = path.parents[2], path.parents[1], path.parent
        ours.mkdir(mode=0o700, exist_ok=True)
        if not _is_ours(ours):
            raise StoreError(f"{ours} belongs to someone else: remove it.")
        database.mkdir(mode=0o700, exist_ok=True)
        workshop.mkdir(mode=0o700, exist_ok=True)
        self._path = path
        self._answer = answer
        self._wants = wants
        self._waiting: asyncio.TimerHandle | None = None
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._socket.bind(str(self._path))
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._socket.fileno(), self._hear)

    def _hear(self) -> None:
        heard = list(self._waiting_rings())
        lost_some = len(heard) >= self.QUEUE
        if (lost_some or any(map(self._concerns, heard))) and not self._waiting:
            self._waiting = self._loop.call_later(self.GATHER, self._respond)

    def _waiting_rings(self) -> Iterator[str]:
        with suppress(BlockingIOError):
            while True:
                yield self._socket.recv(_LARGEST).decode()

    def _concerns(self, ring: str) -> bool:
        _, *topics = ring.split()
        return self._wants(frozenset(topics))

    def _respond(self) -> None:
        self._waiting = None
        self._answer()

    def close(self) -> None:
        if self._waiting:
            self._waiting.cancel()
        self._loop.remove_reader(self._socket.fileno())
        self._socket.close()
        with suppress(FileNotFoundError):
            self._path.unlink()
