"""The facilitator's page: the console, joined to the workshop's record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..deck import LANGUAGES, Language
from ..widgets import Console
from ..widgets.words import CONSOLE_WORDS, in_language
from ..workshop import Stamp, actions
from .participant import language_choices
from .ports import WorkshopRecord
from .said import full_title, said


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
    """Everything the facilitator sees and does; nobody's name is shown here."""

    def __init__(
        self, record: WorkshopRecord, invitation: Invitation, *, language: Language = "en"
    ) -> None:
        self._record = record
        self._invitation = invitation
        self._state = record.state()
        self._viewed = self._state.current
        self._language = language
        self.console = Console(languages=language_choices())
        self.console.reactions |= {
            "view": lambda message: self.view(str(message.get("step"))),
            "move": lambda message: self.move(str(message.get("step"))),
            "reveal": lambda message: self._reveal(
                str(message.get("step")), revealed=bool(message.get("revealed"))
            ),
            "finish": lambda _: self._finish(),
            "language": lambda message: self._speak(message.get("language")),
        }
        self._show_all()

    @property
    def widgets(self) -> list[Any]:
        return [self.console]

    def listen(self) -> Callable[[], None]:
        """Follow the record from now on; returns the function that ends it."""
        return self._record.listen(self.refresh)

    def refresh(self) -> None:
        """Read the record again and show what changed."""
        self._state = self._record.state()
        self._show_live()

    def view(self, step: str) -> None:
        """Look at a step without moving anyone."""
        if step in self._state.deck.steps:
            self._viewed = step
            self._show_live()

    def move(self, step: str) -> None:
        """Move everyone to a step."""
        self._do(actions.move(self._state, step, Stamp("facilitator")))
        self.view(step)

    def _reveal(self, step: str, *, revealed: bool) -> None:
        self._do(actions.reveal(self._state, step, Stamp("facilitator"), revealed=revealed))

    def _finish(self) -> None:
        self._do(actions.finish(self._state, Stamp("facilitator")))

    def _do(self, event: Any) -> None:
        self._record.append(event)
        self.refresh()

    def _speak(self, language: object) -> None:
        if language in LANGUAGES:
            self._language = language
            self._show_all()

    def _show_all(self) -> None:
        language, deck = self._language, self._state.deck
        with self.console.hold_sync():
            self.console.language = language
            self.console.strings = in_language(CONSOLE_WORDS, language)
            self.console.workshop = {
                "title": self._state.title,
                "code": self._record.code,
                "address": self._invitation.address,
                "join_url": self._invitation.join_url,
                "wall_url": self._invitation.wall_url,
                "qr": self._invitation.qr,
                "export": f"lhs export {self._record.code} --to {self._record.code.lower()}",
            }
            self.console.phases = [
                {
                    "title": phase.title(language),
                    "steps": [{"id": s.id, "title": s.title(language)} for s in phase.steps],
                }
                for phase in deck.phases
            ]
            self._show_live()

    def _show_live(self) -> None:
        state, language = self._state, self._language
        steps = list(state.deck.steps.values())
        step = state.deck.steps[self._viewed]
        after = state.deck.position(state.current) + 1
        following = steps[after] if after < len(steps) else None
        self.console.live = {
            "current": state.current,
            "viewed": self._viewed,
            "phase": full_title(state.deck, step.id, language),
            "question": step.question(language),
            "next": following
            and {"id": following.id, "title": full_title(state.deck, following.id, language)},
            "joined": len(state.participants),
            "done": state.done_with(step.id),
            "answered": step.is_answered,
            "revealed": step.id in state.revealed,
            "unseen": state.not_yet_shown(step.id) if step.id in state.revealed else 0,
            "answers": said(state, step.id, language),
            "finished": state.finished,
        }
