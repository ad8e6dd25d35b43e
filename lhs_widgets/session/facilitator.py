"""The facilitator's page: the console, joined to the workshop's record."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from ..deck import Language
from ..errors import Refused
from ..language import installed, languages, offered
from ..widgets import Console
from ..widgets.words import BOARD_WORDS, CONSOLE_WORDS, TRANSLATING_WORDS, in_language
from ..workshop import Stamp, Workshop
from . import holding
from .boards import board, stage_words
from .changes import Actor, record_change
from .commands import carry_out
from .next_action import next_action
from .participant import language_choices
from .ports import WorkshopRecord
from .preparing import prepared, promises, promises_at, rehearsal_words
from .said import cards, full_title, hidden_cards

#: Seconds between two looks at whose pages are open: a phone that is put away says nothing.
_LOOK = 15.0


@dataclass(frozen=True)
class Invitation:
    """Where people join: the link, its QR code as a data URL, and the wall's link."""

    join_url: str
    wall_url: str
    qr: str

    @property
    def address(self) -> str:
        """What people type before the code: short enough to copy from a wall."""
        return urlsplit(self.join_url).netloc


class FacilitatorPage:
    """Everything the facilitator sees and does.

    Who wrote what is never shown here. A name is seen where a person asks to be heard, at the
    tables, and at a step that says so before people write. Who ``looks_on`` sees the same and
    changes nothing; the facilitator's own notes are not for them.
    """

    def __init__(
        self,
        record: WorkshopRecord,
        invitation: Invitation,
        *,
        language: Language = "en",
        looks_on: bool = False,
    ) -> None:
        self._actor = Actor(looks_on=looks_on)
        self._record = record
        self._invitation = invitation
        self._state = record.state()
        self._viewed = self._state.current
        self._language = language
        self._here: frozenset[str] = frozenset()
        self._timer: dict[str, Any] | None = None
        self.console = Console(looks_on=looks_on)
        self.console.reactions |= {
            "view": lambda message: self.view(str(message.get("step"))),
            "do": self._carry_out,
            "language": lambda message: self._speak(message.get("language")),
        }
        self.console.keep = self._change
        self._show_all()

    @property
    def widgets(self) -> list[Any]:
        return [self.console]

    def listen(self) -> Callable[[], None]:
        """Follow the record, and who is here, from now on; returns the function that ends it."""
        stop = self._record.listen(self.refresh)
        looking = asyncio.get_running_loop().create_task(self._look_around())

        def end() -> None:
            looking.cancel()
            stop()

        return end

    async def _look_around(self) -> None:
        while True:
            await asyncio.sleep(_LOOK)
            if self._record.present() != self._here:
                self._show_live()

    def refresh(self) -> None:
        """Read the record again and show what changed.

        Who looks at the step the group is at goes along when someone else moves everyone.
        """
        before = self._state.current
        self._state = self._record.state()
        if self._viewed == before:
            self._viewed = self._state.current
        self._show_live()

    def view(self, step: str) -> None:
        """Look at a step without moving anyone."""
        if step in self._state.deck.steps:
            self._viewed = step
            self._show_live()

    def _carry_out(self, message: dict[str, Any]) -> None:
        """Do what a button says; see :mod:`.commands`. The page turns to where the group goes."""
        if self._actor.looks_on:
            raise Refused("looks-on", "Who looks on changes nothing.")
        self._state = self._record.state()
        self._record.append(*carry_out(self._state, message, Stamp("facilitator")))
        if message.get("does") == "move":
            self._viewed = str(message["step"])
        self.refresh()

    def _change(self, _: str, change: str, entry: object) -> None:
        """Save a change: an act on the themes, the agreed outcome, a note."""
        if not self._record.has(change):
            self._state = self._record.state()
            stamp = Stamp("facilitator", id=change)
            self._record.append(record_change(self._state, self._actor, entry, stamp))
            self.refresh()

    def _speak(self, language: object) -> None:
        if isinstance(language, str) and installed(language):
            self._language = language
            self._show_all()

    def _show_all(self) -> None:
        language = self._language
        with self.console.hold_sync():
            self.console.language = language
            self.console.strings = in_language(
                BOARD_WORDS | CONSOLE_WORDS | TRANSLATING_WORDS, language
            )
            self.console.workshop = {
                "title": self._state.title,
                "code": self._record.code,
                "address": self._invitation.address,
                "join_url": self._invitation.join_url,
                "wall_url": self._invitation.wall_url,
                "qr": self._invitation.qr,
                "rehearses": self._state.rehearses,
                "export": f"lhs export {self._record.code} --to {self._record.code.lower()}",
            }
            self._show_live()

    def _show_live(self) -> None:
        state, language = self._state, self._language
        step = state.deck.steps[self._viewed]
        self._here = self._record.present()
        self._timer = holding.timer_value(state, self._timer)
        with self.console.hold_sync():
            self._show_prepared()
            self.console.phases = _phases(state, language)
            self.console.board = board(state, step.id, self._actor, language)
            self.console.entries = self._notes(step.id)
            self.console.room = {
                "timer": self._timer,
                "here": holding.count_here(state, self._here),
                "hands": holding.hands(state, language),
                "people": holding.people(state, step.id, self._here, language),
                "tables": holding.tables(state, language),
            }
            self.console.live = {
                "current": state.current,
                "viewed": step.id,
                "phase_id": state.deck.phase_of(step.id).id,
                "phase": full_title(state.deck, step.id, language),
                "question": step.question(language),
                "stages": self._stages(step.id),
                "next": self._next(),
                "joined": state.joined,
                "done": state.done_with(step.id),
                "answered": step.is_answered,
                "revealed": step.id in state.revealed,
                "unseen": state.not_yet_shown(step.id) if step.id in state.revealed else 0,
                "answers": cards(state, step.id, language),
                "hidden": hidden_cards(state, step.id, language),
                "locked": step.id in state.locked,
                "own_pace": state.own_pace,
                "paused": state.paused,
                "tables": state.tables,
                "finished": state.finished,
            }

    def _show_prepared(self) -> None:
        """The plan and the agreed actions, and the title wherever it stands."""
        state, shown = self._state, self.console.workshop
        if shown["title"] != state.title:
            self.console.workshop = {**shown, "title": state.title}
        self.console.languages = language_choices(_spoken(state, self._language))
        self.console.rehearsal = rehearsal_words(state, self._language)
        self.console.prepared = prepared(state, self._language)
        self.console.promises = promises(state)
        self.console.promises_now = promises_at(state, state.current)

    def _stages(self, step: str) -> list[dict[str, Any]]:
        """The stages of the step that is looked at; ``here`` is the one it is at."""
        at = self._state.stage(step)
        planned = {each.id: each.minutes for each in self._state.plan.step(step).stages}
        return [
            {
                **stage_words(stage, self._language),
                "minutes": planned[stage.id],
                "here": stage == at,
                "counted": self._state.key(step, stage.id) in self._state.counted,
            }
            for stage in self._state.stages(step)
        ]

    def _notes(self, step: str) -> list[dict[str, Any]]:
        """The facilitator's own notes on a step, as the browser keeps them."""
        text = "" if self._actor.looks_on else self._state.notes.get(step, "")
        return [{"id": f"note-{step}", "kind": "note", "step": step, "text": text}] if text else []

    def _next(self) -> dict[str, Any]:
        """The main button: what it says and what it does."""
        action = next_action(self._state)
        title = full_title(self._state.deck, action.step, self._language) if action.step else ""
        return {
            "does": action.does,
            "step": action.step,
            "title": title,
            "stage": action.stage and stage_words(action.stage, self._language),
        }


def _spoken(state: Workshop, own: Language) -> list[Language]:
    """The languages of the console: those that are whole, those of the workshop, and its own."""
    wanted = {*offered(), *state.languages, own}
    return [each for each in languages() if each in wanted]


def _phases(state: Workshop, language: Language) -> list[dict[str, Any]]:
    """The planned steps by phase; a phase that was torn apart comes more than once."""
    by_phase = groupby(state.steps, key=lambda step: state.deck.phase_of(step.id))
    return [
        {
            "title": phase.title(language),
            "steps": [{"id": step.id, "title": step.title(language)} for step in steps],
        }
        for phase, steps in by_phase
    ]
