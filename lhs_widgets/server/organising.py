"""The facilitator's way in, without a kernel: the key, the list, new workshops and templates."""

from __future__ import annotations

from datetime import datetime

from tornado.web import HTTPError

from ..deck import built_in_decks, load_deck
from ..errors import BadInput, Refused
from ..language import mark as _
from ..language import translate
from ..store import Record
from ..workshop import Plan
from ..workshop.codes import new_secret
from ..workshop.preparation import LONGEST_WORKSHOP_TITLE
from ..workshop.promises import carried_over
from . import doors
from .base import Page
from .shortcut import FACILITATE
from .starts import Start, from_deck, from_template, like

_COPY = _("{title} (copy)")

#: What most groups come for; the other decks go before and after it.
_FIRST_DECK = "roadmap"


class Facilitate(Page):
    """The workshops of this server, for who has its key."""

    def get(self) -> None:
        key = self.get_query_argument("key", "")
        code = self.get_query_argument("workshop", "")
        if key:
            self._use(key, code)
        elif doors.facilitates_all(self):
            self.show()
        else:
            self._ask_for_key(code)

    def post(self) -> None:
        self._use(self.get_body_argument("key", ""), self.get_body_argument("workshop", ""))

    def show(self, problem: str = "") -> None:
        """The list; ``after`` in the address names the workshop whose group meets again."""
        records = [self.store.record(entry.code) for entry in self.store.workshops()]
        states = [(record.code, record.walk()) for record in records]
        joined = {record.code: record.counts("").joined for record in records}
        hub = doors.hub_of(self)
        after = next((each for each in states if each[0] == self.get_argument("after", "")), None)
        self.page(
            "facilitate.html",
            leads=FACILITATE,
            workshops=[(code, state) for code, state in states if not state.rehearses],
            joined=joined,
            rehearsals=[(code, state) for code, state in states if state.rehearses],
            decks=[self._described(name) for name in built_in_decks()],
            templates=self.store.templates.names(),
            after=after,
            left=len(carried_over(after[1], after[0])) if after else 0,
            typed={
                "title": self.get_body_argument("title", ""),
                "deck": self.get_body_argument("deck", "" if after else _FIRST_DECK),
            },
            today=datetime.now().astimezone().date(),
            problem=problem,
            done=self.get_query_argument("done", ""),
            account=hub.account(self) if hub else None,
        )

    def _described(self, name: str) -> dict[str, object]:
        """What a deck is about, and how much of it there is."""
        deck = load_deck(name)
        hours, minutes = divmod(Plan.of(deck).minutes, 60)
        return {
            "name": name,
            "title": deck.title(self.language),
            "summary": deck.summary(self.language),
            "steps": len(deck.steps),
            "time": f"{hours} h {minutes:02}" if hours else f"{minutes} min",
        }

    def _use(self, key: str, code: str) -> None:
        """Trade the key for a cookie, so that it leaves the address bar."""
        if not doors.open_with_key(self, self.store, self.lhs, key, code):
            self.set_status(403)
            self._ask_for_key(code, problem="wrong")
            return
        self.redirect(f"/facilitate/{code}" if code else "/facilitate", status=303)

    def _ask_for_key(self, code: str, problem: str = "") -> None:
        has_hub = doors.hub_of(self) is not None
        self.page("key.html", leads=FACILITATE, problem=problem, code=code, hub=has_hub)


class ChangesTheList(Facilitate):
    """A form of the list; whatever is wrong with it is said there."""

    async def prepare(self) -> None:
        await super().prepare()
        if self.request.method == "POST" and not doors.facilitates_all(self):
            raise HTTPError(403)

    def get(self) -> None:
        self.redirect("/facilitate")

    def say(self, problem: str) -> None:
        self.set_status(400)
        self.show(problem=problem)


class NewWorkshop(ChangesTheList):
    """Open a workshop from a deck, from a template, or as the next one of a group."""

    def post(self) -> None:
        try:
            start = self._start(self.get_body_argument("deck", ""))
            record = start.open(self.store, self.get_body_argument("title", ""), new_secret())
        except BadInput:
            self.say("new")
            return
        self.redirect(f"/facilitate/{record.code}", status=303)

    def _start(self, chosen: str) -> Start:
        """What was chosen, with the unfinished actions if the group has met before."""
        after = self.get_body_argument("after", "")
        last = self.store.record(after) if after else None
        kind, _colon, name = chosen.partition(":")
        if kind == "template":
            start = from_template(self.store, name)
        elif kind == "same" and last:
            start = like(last)
        elif chosen in built_in_decks():
            start = from_deck(chosen)
        else:
            raise BadInput("choose one of the decks")
        return start.after(last) if last else start


class Copy(ChangesTheList):
    """Open a workshop like another one, or keep what was prepared for it as a template."""

    def post(self) -> None:
        record = self.workshop(self.get_body_argument("code", ""))
        match self.get_body_argument("do", ""):
            case "duplicate":
                copy = like(record).open(self.store, self._title(record), new_secret())
                self.redirect(f"/facilitate/{copy.code}", status=303)
            case "template":
                self._keep(record)
            case _:
                raise HTTPError(400)

    def _title(self, record: Record) -> str:
        """The title with "copy" behind it; the title is cut where both are too long."""
        words = translate(self.language, _COPY)
        room = LONGEST_WORKSHOP_TITLE - len(words.format(title=""))
        return words.format(title=record.walk().title[:room])

    def _keep(self, record: Record) -> None:
        try:
            self.store.templates.save(self.get_body_argument("name", ""), record)
        except Refused as refused:
            self.say(refused.reason)
            return
        self.redirect("/facilitate?done=kept", status=303)


class ChangeTemplate(ChangesTheList):
    """Give a template another name, or throw it away."""

    def post(self) -> None:
        name = self.get_body_argument("name", "")
        try:
            match self.get_body_argument("do", ""):
                case "rename":
                    self.store.templates.rename(name, self.get_body_argument("new", ""))
                case "delete":
                    self.store.templates.delete(name)
                case _:
                    raise HTTPError(400)
        except BadInput as wrong:
            self.say(wrong.reason if isinstance(wrong, Refused) else "no-template")
            return
        self.redirect("/facilitate?done=changed", status=303)
