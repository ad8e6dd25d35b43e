"""The wall: what the whole room sees on the projector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..deck import Language, Step
from ..language import mark as _
from ..language import translate, translations
from ..widgets import Wall
from ..widgets.words import BOARD_WORDS, CLOCK_WORDS, PROMISE_WORDS, in_language
from ..workshop import Counts, Workshop
from . import holding
from .boards import board, stage_words
from .boards.languages import Reader
from .changes import Actor
from .facilitator import Invitation
from .ports import WorkshopRecord
from .preparing import promises_at, rehearsal_words
from .said import full_title, roadmap, shown

#: Nobody in particular: the wall knows what everyone knows, and changes nothing.
_EVERYONE = Actor("wall")

_JOIN = _("Join at")
_MORE = _("and {n} more, on your phone")
_QR = _("QR code of {url}")
_BREAK = _("We are taking a break.")
_TURN_TO = _("If something weighs on you, turn to:")
_TABLES = _("We are working at our tables.")


class WallPage:
    """The step, its question in both languages, counts, and the answers once shown."""

    def __init__(
        self, record: WorkshopRecord, invitation: Invitation, *, language: Language = "en"
    ) -> None:
        self._record = record
        self._invitation = invitation
        self._language = language
        self._timer: dict[str, Any] | None = None
        self.wall = Wall(
            language=language, strings=in_language(BOARD_WORDS | CLOCK_WORDS, language)
        )
        self.refresh()

    @property
    def widgets(self) -> list[Any]:
        return [self.wall]

    def listen(self) -> Callable[[], None]:
        """Follow the record from now on; returns the function that ends it."""
        return self._record.listen(self.refresh)

    def refresh(self) -> None:
        """Read the record again and show what changed."""
        state, counts = self._record.state_for_wall()
        spoken = _spoken(state, self._language)
        language = spoken[0]
        self._speak(language)
        step = state.deck.steps[state.current]
        talked_of = promises_at(state, state.current)
        which = f"promises_{talked_of['which']}" if talked_of else ""
        self._timer = holding.timer_value(state, self._timer)
        self.wall.live = {
            "timer": self._timer,
            "break": [translate(each, _BREAK) for each in spoken] * state.paused,
            "support": self._support(state, spoken),
            "tables": [translate(each, _TABLES) for each in spoken] * bool(state.tables),
            "rehearsal": [rehearsal_words(state, each) for each in spoken],
            "stage": _stage_titles(state, step, spoken),
            "title": state.title,
            "languages": spoken,
            "phase_id": state.deck.phase_of(step.id).id,
            "phase": [full_title(state.deck, step.id, each) for each in spoken],
            "asked_in": [step.question.spoken(each) for each in spoken],
            "questions": [step.question(each) for each in spoken],
            "join_at": [translate(each, _JOIN) for each in spoken],
            "address": self._invitation.address,
            "join_url": self._invitation.join_url,
            "code": self._record.code,
            "qr": self._invitation.qr,
            "qr_alt": translate(language, _QR),
            "answers": self._answers(state, step, language),
            "board": board(state, step.id, _EVERYONE, language),
            "promises": talked_of,
            "promises_are": [translate(each, PROMISE_WORDS[which]) for each in spoken if which],
            "more": " / ".join(translate(each, _MORE) for each in spoken),
            "counts": [_counted(each, counts, with_done=step.is_answered) for each in spoken],
        }

    def _speak(self, language: Language) -> None:
        """The facilitator may have taken away the language that the wall had."""
        if self.wall.language != language:
            self.wall.language = language
            self.wall.strings = in_language(BOARD_WORDS | CLOCK_WORDS, language)

    def _support(self, state: Workshop, spoken: Sequence[Language]) -> list[dict[str, str]]:
        """To whom people can turn, where the facilitator wants it here: each language once."""
        if not state.support.on_wall:
            return []
        found = {each: state.support.words[each] for each in spoken if each in state.support.words}
        return [
            {"language": each, "how": translate(each, _TURN_TO), "text": text}
            for each, text in found.items()
        ]

    def _answers(self, state: Workshop, step: Step, language: Language) -> list[dict[str, Any]]:
        """What is shown of this step; at the roadmap, of each part what was agreed, or the first
        of the ideas."""
        reader = Reader.of(state, _EVERYONE, language)
        if step.activity.kind != "our-roadmap":
            return shown(state, step.id, reader)
        texts = [
            f"{phase['title']} · {part['title']}\n"
            + "\n".join([part["agreed"]["text"]] if part["agreed"] else _first(part["said"]))
            for phase in roadmap(state, reader)
            for part in phase["parts"]
            if part["said"] or part["agreed"]
        ]
        return [{"text": text} for text in texts]


def _first(ideas: Sequence[dict[str, Any]]) -> list[str]:
    return [" ".join(filter(None, ["–", idea["text"], idea.get("mark")])) for idea in ideas[:3]]


def _stage_titles(state: Workshop, step: Step, spoken: Sequence[Language]) -> list[str]:
    stage = state.stage(step.id)
    return [stage_words(stage, each)["title"] for each in spoken] if stage else []


def _spoken(state: Workshop, first: Language) -> list[Language]:
    """The languages of the wall: those the workshop offers, the one of the page first."""
    return sorted(state.languages, key=lambda language: language != first)


def _counted(language: Language, counts: Counts, *, with_done: bool) -> str:
    """How many joined and, where there is something to finish, how many have, in one language."""
    ngettext = translations(language).ngettext
    joined = ngettext("{n} person joined", "{n} people joined", counts.joined)
    done = ngettext("{n} has finished", "{n} have finished", counts.done)
    parts = [joined.format(n=counts.joined), done.format(n=counts.done)]
    return " · ".join(parts if with_done else parts[:1])
