"""Rehearsals: a workshop like another one, with pretend participants, wiped when it is over.

The pretend participants live in this process, a task for each rehearsal. What they think is worked
out in a thread, one person at a time, so that the pages of a real workshop do not wait for it. They
can be called back at any moment: all they know is in the record.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from tornado.web import HTTPError

from ..errors import BadInput, LHSError, StoreError, UnknownWorkshop
from ..rehearsal import Company
from ..store import Record
from . import doors
from .facilitating import FacilitatorsPage

log = logging.getLogger(__name__)

#: How many pretend participants a facilitator can choose.
NUMBERS = (4, 8, 12, 20, 30)

#: Seconds until the first of them answers, between two of them at most, and until all have.
_FIRST, _GAP, _ALL = 1.5, 1.0, 12.0


class Players:
    """The pretend participants of the rehearsals on this server."""

    def __init__(self) -> None:
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def begin(self, record: Record, number: int) -> None:
        """Let people come into a rehearsal that was just opened, and take part from now on."""
        state = record.state()
        company = Company(state, number, record.code)
        record.bring_in(company.joining(state), [])
        self._play(record, company)

    def call_back(self, record: Record) -> None:
        """Let the people of a rehearsal go on, if the server was started anew in between."""
        if record.code not in self._tasks:
            self._play(record, Company.of(record.state(), record.code))

    async def send_away(self, code: str) -> None:
        """Nothing is done by them any more, once this has returned."""
        task = self._tasks.pop(code, None)
        if task:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    def _play(self, record: Record, company: Company) -> None:
        playing = _play(record, company)
        self._tasks[record.code] = asyncio.get_running_loop().create_task(playing)


async def _play(record: Record, company: Company) -> None:
    """Take turns until all wait for the facilitator; go on when something has changed."""
    gap = min(_GAP, _ALL / len(company.people))
    changed = asyncio.Event()
    stop = record.listen(changed.set)
    try:
        while True:
            changed.clear()
            # Shielded: a turn that has begun is finished before anyone is sent away.
            turn = asyncio.ensure_future(asyncio.to_thread(_take_turn, record, company))
            try:
                acted = await asyncio.shield(turn)
            except asyncio.CancelledError:
                await turn
                raise
            if not acted:
                await changed.wait()
            await asyncio.sleep(gap if acted else _FIRST)
    finally:
        stop()


def _take_turn(record: Record, company: Company) -> bool:
    """Whether someone did something."""
    try:
        happened = company.turn(record.state())
        record.append(*happened)
    except LHSError as error:
        log.warning("a pretend participant could not act: %s", error)
        return False
    except Exception:
        log.exception("a pretend participant failed")
        return False
    return bool(happened)


def _players(page: FacilitatorsPage) -> Players:
    return page.settings["lhs_players"]  # type: ignore[no-any-return]


class Rehearse(FacilitatorsPage):
    """Open a rehearsal, with people in it, and go to its console."""

    def post(self, _code: str) -> None:
        number = self._number()
        rehearsal = self.store.open_rehearsal(self.record.code)
        _players(self).begin(rehearsal, number)
        doors.let_facilitate(self, rehearsal.code, like=self.record.code)
        self.redirect(f"/facilitate/{rehearsal.code}", status=303)

    def _number(self) -> int:
        asked = self.get_body_argument("participants", "")
        if asked not in map(str, NUMBERS):
            raise BadInput(f"There are {NUMBERS} pretend participants, not {asked!r}.")
        return int(asked)


class Wipe(FacilitatorsPage):
    """End a rehearsal and erase it, with one press."""

    async def post(self, code: str) -> None:
        original = self.record.walk().rehearses
        if not original:
            raise HTTPError(400, "only a rehearsal can be wiped")
        await _players(self).send_away(self.record.code)
        try:
            await asyncio.to_thread(self.store.erase_rehearsal, self.record.code)
        except UnknownWorkshop:
            log.info("a rehearsal was wiped twice at once")
        except StoreError as error:  # the rows are gone; the log is emptied later
            log.warning("%s", error)
        to_list = self.get_body_argument("back", "") == "list"
        self.redirect(
            "/facilitate?done=wiped" if to_list else f"/facilitate/{original}", status=303
        )
