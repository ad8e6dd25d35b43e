"""The facilitator's way in, without a kernel: the key, the list, a new workshop."""

from __future__ import annotations

from tornado.web import HTTPError

from ..deck import built_in_decks, deck_text, load_deck
from ..errors import BadInput
from ..workshop.codes import fingerprint, new_secret
from . import doors
from .base import Page


class Facilitate(Page):
    """The workshops of this server, for who has its key."""

    def get(self) -> None:
        key = self.get_query_argument("key", "")
        code = self.get_query_argument("workshop", "")
        if key:
            self._use(key, code)
        elif doors.facilitates(self):
            self.show()
        else:
            self.page("key.html", problem="", code=code)

    def post(self) -> None:
        self._use(self.get_body_argument("key", ""), self.get_body_argument("workshop", ""))

    def show(self, problem: str = "") -> None:
        records = [self.store.record(entry.code) for entry in self.store.workshops()]
        states = [(record.code, record.state()) for record in records]
        decks = [(name, load_deck(name).title(self.language)) for name in built_in_decks()]
        self.page("facilitate.html", workshops=states, decks=decks, problem=problem)

    def _use(self, key: str, code: str) -> None:
        """Trade the key for a cookie, so that it leaves the address bar."""
        if not doors.open_with_key(self, self.store, self.lhs, key, code):
            self.set_status(403)
            self.page("key.html", problem="wrong", code=code)
            return
        self.redirect(f"/facilitate/{code}" if code else "/facilitate", status=303)


class NewWorkshop(Facilitate):
    """Open a workshop from a deck."""

    def get(self) -> None:
        self.redirect("/facilitate")

    def post(self) -> None:
        if not doors.facilitates(self):
            raise HTTPError(403)
        try:
            deck = self.get_body_argument("deck", "")
            if deck not in built_in_decks():
                raise BadInput("choose one of the decks")
            title = self.get_body_argument("title", "")
            record = self.store.open_workshop(deck_text(deck), title, fingerprint(new_secret()))
        except BadInput:
            self.set_status(400)
            self.show(problem="new")
            return
        self.redirect(f"/facilitate/{record.code}", status=303)
