"""A participant's page: the widgets of the walk, joined to the workshop's record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..deck import Language
from ..deck.activities import WriteChallenges
from ..deck.stages import Think
from ..language import known, languages, own_name
from ..widgets import (
    Challenges,
    Choosing,
    Filling,
    Header,
    Mapping,
    Navigation,
    OurRoadmap,
    Placing,
    Reading,
    Roles,
    Sorting,
    Together,
    WinningConditions,
    Writing,
)
from ..widgets.base import AnsweredStep, StepWidget
from ..widgets.content import step_content
from ..widgets.words import (
    BOARD_WORDS,
    HEADER_WORDS,
    NAVIGATION_WORDS,
    STEP_WORDS,
    in_language,
)
from ..workshop import Contribution, Origin, Stamp, Workshop, actions
from . import holding
from .boards import board, own_entries
from .boards.languages import Reader
from .changes import Actor, record_change
from .ports import WorkshopRecord
from .preparing import promises_at, rehearsal_words
from .said import full_title, glossary, linkable, roadmap

#: The widgets on which people answer, in the order in which the pages hold them.
_ANSWERED: tuple[type[AnsweredStep], ...] = (
    Roles,
    WinningConditions,
    Challenges,
    Sorting,
    Placing,
    Choosing,
    Writing,
    Filling,
    Mapping,
)


class ParticipantPage:
    """One person's way through the workshop.

    The page holds no answer that is not in the record: a new one, in a new kernel, shows the same.

    Parameters
    ----------
    record
        The workshop's record.
    participant
        Whose page it is.
    return_code
        What the person types to come back on another device.
    leave
        The address that makes this device forget the person.
    at
        The step the page was at before it was loaded again; the group's step if there is none.
    origin
        Who types on this page.
    """

    def __init__(
        self,
        record: WorkshopRecord,
        participant: str,
        *,
        return_code: str = "",
        leave: str = "",
        at: str = "",
        origin: Origin = "participant",
    ) -> None:
        self._record = record
        self._origin = origin
        self._me = participant
        self._state = record.state_for(participant)
        self._timer: dict[str, Any] | None = None
        self._at = at if self._may_turn_to(at) else self._state.current
        self.header = Header()
        self.navigation = Navigation(
            return_code=return_code,
            leave=leave,
            consent=f"/consent/{record.code}" if leave else "",
            take_back=f"/take-back/{record.code}" if leave else "",
        )
        deck = record.deck
        self._answered: dict[str, AnsweredStep] = {
            widget.kind: widget
            for widget in (
                kind(deck=deck, shown=False, place=f"{record.code}:{participant}")
                for kind in _ANSWERED
                if any(step.activity.kind == kind.kind for step in deck.steps.values())
            )
        }
        self.together = Together(place=f"{record.code}:{participant}")
        self._read = Reading(shown=False)
        self._roadmap = OurRoadmap(shown=False)
        self._react()
        self._show_all()

    @property
    def widgets(self) -> list[Any]:
        """The page from top to bottom."""
        return [self.header, *self._steps(), self.together, self.navigation]

    @property
    def at(self) -> str:
        """The step this page is at."""
        return self._at

    def listen(self) -> Callable[[], None]:
        """Follow the record from now on; returns the function that ends it."""
        here = self._origin == "participant"
        return self._record.listen(self.refresh, self._wants, who=self._me, here=here)

    def refresh(self) -> None:
        """Read the record again and show what changed."""
        before = self._state
        self._state = self._record.state_for(self._me)
        if not self._may_turn_to(self._at):
            self._at = self._state.current  # the step was taken out of the plan
            self._show_all()
            return
        if self._language_of(before) != self._language:
            self._show_all()
            return
        self._show_step(anew=False)
        self._show_walk()

    def go(self, step: str) -> None:
        """Turn to a step that the group has reached."""
        if self._may_turn_to(step):
            self._at = step
            self._show_step()
            self._show_walk()
            self.navigation.send({"type": "arrived"})

    def _may_turn_to(self, step: str) -> bool:
        return step in {each.id for each in self._state.steps} and self._state.is_open(step)

    @property
    def _language(self) -> Language:
        return self._language_of(self._state)

    def _language_of(self, state: Workshop) -> Language:
        """The person's language; of one who was forgotten, the language of their page."""
        person = state.participants.get(self._me)
        return known(person.profile.language) if person else str(self.header.language)

    @property
    def _choices(self) -> list[Language]:
        """The languages of the workshop, and the person's own if it was one of them before."""
        offered = {*self._state.languages, self._language}
        return [each for each in languages() if each in offered]

    @property
    def _is_gone(self) -> bool:
        """Whether the person was erased while the page was open."""
        return self._me not in self._state.participants

    def _react(self) -> None:
        self.header.reactions["language"] = lambda said: self._speak(said.get("language"))
        self.navigation.reactions["go"] = lambda said: self.go(str(said.get("step")))
        self.navigation.reactions["done"] = lambda said: self._mark(done=bool(said.get("done")))
        self.navigation.reactions["hand"] = lambda said: self._raise(hand=bool(said.get("hand")))
        for widget in self._answered.values():
            widget.keep = self._keep
        self.together.keep = self._change

    def _wants(self, topics: frozenset[str]) -> bool:
        if "group" in topics or f"person:{self._me}" in topics:
            return True
        return any(f"step:{step}" in topics for step in self._state.revealed)

    def _keep(self, action: str, change: str, contribution: Contribution) -> None:
        if self._record.has(change):
            return  # sent again because our answer was lost
        self._state = self._record.state_for(self._me)
        stamp = Stamp(self._origin, id=change)
        if action == "remove":
            event = actions.withdraw(self._state, self._me, contribution.id, stamp)
        else:
            event = actions.contribute(self._state, self._me, contribution, stamp)
        self._record.append(event)
        self._state = self._record.state_for(self._me)
        self._show_step(anew=False)

    def _change(self, _: str, change: str, entry: object) -> None:
        """Save a change of the board: a ballot, an act on the themes, a table's outcome."""
        if self._record.has(change):
            return
        self._state = self._record.state_for(self._me)
        stamp = Stamp(self._origin, id=change)
        self._record.append(record_change(self._state, self._actor, entry, stamp))
        self.refresh()

    @property
    def _actor(self) -> Actor:
        person = self._state.participants.get(self._me)
        table = person.table if person and self._state.tables else None
        return Actor(self._me, table, scribes=self._origin == "scribe")

    def _mark(self, *, done: bool) -> None:
        stamp = Stamp(self._origin)
        self._record.append(actions.mark_done(self._state, self._me, self._at, stamp, done=done))
        self.refresh()

    def _raise(self, *, hand: bool) -> None:
        stamp = Stamp(self._origin)
        self._record.append(actions.raise_hand(self._state, self._me, stamp, hand=hand))
        self.refresh()

    def _speak(self, language: object) -> None:
        person = self._state.participants.get(self._me)
        if language in self._choices and person:
            profile = person.profile.model_copy(update={"language": language})
            stamp = Stamp(self._origin)
            self._record.append(actions.change_profile(self._state, self._me, profile, stamp))
            self.refresh()

    # What is shown

    def _steps(self) -> list[StepWidget]:
        return [self._read, *self._answered.values(), self._roadmap]

    def _widget_at(self, step: str) -> StepWidget:
        kind = self._state.deck.steps[step].activity.kind
        return self._answered.get(kind) or (self._roadmap if kind == "our-roadmap" else self._read)

    def _show_all(self) -> None:
        language = self._language
        for widget in self._steps():
            widget.set_trait("language", language)
            widget.set_trait("strings", in_language(STEP_WORDS, language))
        self._show_step()
        for words, bar in (
            (HEADER_WORDS, self.header),
            (BOARD_WORDS, self.together),
            (NAVIGATION_WORDS, self.navigation),
        ):
            with bar.hold_sync():  # the page may be cut off between two messages
                bar.set_trait("language", language)
                bar.set_trait("strings", in_language(words, language))
        self._show_walk()

    def _show_step(self, *, anew: bool = True) -> None:
        """Show the step the page is at; ``anew`` when it may be another step or language."""
        widget = self._widget_at(self._at)
        if anew:
            for other in self._steps():
                other.shown = other.shown and other is widget
        with widget.hold_trait_notifications(), widget.hold_sync():
            if isinstance(widget, AnsweredStep):
                self._show_answers(widget)
                widget.glossary = glossary(self._state, self._at, self._language)
            if isinstance(widget, OurRoadmap):
                widget.roadmap = roadmap(self._state, Reader(self._language, [self._language]))
            if anew:
                step = self._state.deck.steps[self._at]
                widget.step = step_content(self._state.deck, step, self._language)
                widget.shown = True
        with self.together.hold_trait_notifications(), self.together.hold_sync():
            self.together.entries = own_entries(self._state, self._at, self._actor)
            self.together.board = board(self._state, self._at, self._actor, self._language)
            self.together.promises = promises_at(self._state, self._at)

    def _show_answers(self, widget: AnsweredStep) -> None:
        step = self._state.deck.steps[self._at]
        mine = [
            answer.contribution
            for answer in self._state.answers.values()
            if answer.participant == self._me and answer.contribution.step == self._at
        ]
        widget.entries = [
            each.model_dump(mode="json") for each in mine if not each.is_blank or each.ratings
        ]
        widget.hidden = {
            each.id: self._state.moderated[each.id]
            for each in mine
            if each.id in self._state.moderated
        }
        stage = self._state.stage(self._at)
        widget.aside = stage is not None and not isinstance(stage, Think)
        widget.locked = self._state.is_locked(self._at) or self._is_gone
        if isinstance(widget, Challenges) and isinstance(step.activity, WriteChallenges):
            widget.link_to(linkable(self._state, step.activity.eased_by, self._me))

    def _show_walk(self) -> None:
        state, language = self._state, self._language
        steps = state.steps
        step = state.deck.steps[self._at]
        here = steps.index(step)
        after = steps[here + 1].id if here + 1 < len(steps) else None
        person = state.participants.get(self._me)
        self._timer = holding.timer_value(state, self._timer)
        self.header.languages = language_choices(self._choices)
        self.header.room = {
            "timer": self._timer,
            "paused": state.paused,
            "table": person.table if person and state.tables else None,
            "tables": state.tables,
        }
        self.header.walk = {
            "title": state.title,
            "rehearsal": rehearsal_words(state, language),
            "place": state.deck.phase_of(self._at).title(language),
            "number": here + 1,
            "count": len(steps),
        }
        self.navigation.support = state.support.spoken(language)
        self.navigation.walk = {
            "here": self._at,
            "back": steps[here - 1].id if here else None,
            "next": after if after and state.is_open(after) else None,
            "last": after is None,
            "answered": step.is_answered and not state.finished and not self._is_gone,
            "own_pace": state.own_pace,
            "done": bool(person and self._at in person.done),
            "hand": bool(person and person.hand),
            "heard_as": holding.heard_as(state, person, language) if person and person.hand else "",
            "group": {
                "step": state.current,
                "title": full_title(state.deck, state.current, language),
            },
            "finished": state.finished,
            "gone": self._is_gone,
        }


def language_choices(choices: Sequence[Language]) -> list[list[str]]:
    """Pairs of a language's code and its name in that language."""
    return [[language, own_name(language)] for language in choices]
