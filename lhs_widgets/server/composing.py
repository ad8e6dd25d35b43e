"""A workshop made of steps of several decks, chosen on a page."""

from __future__ import annotations

import asyncio

from tornado.web import HTTPError

from ..deck import Text, built_in_decks, load_deck
from ..deck.composing import compose
from ..errors import BadInput, DeckError
from ..workshop.codes import fingerprint, new_secret
from . import doors
from .base import Page


class Compose(Page):
    """Every step of every deck, to choose from."""

    async def prepare(self) -> None:
        await super().prepare()
        if not doors.facilitates_all(self):
            if self.request.method == "POST":
                raise HTTPError(403)
            self.redirect("/facilitate")

    def get(self) -> None:
        self.show([])

    async def post(self) -> None:
        steps = self.get_body_arguments("step")
        title = " ".join(self.get_body_argument("title", "").split())
        try:
            if not title:
                raise BadInput("a workshop has a title")
            # The pages in the room must not wait for it.
            deck = await asyncio.to_thread(compose, "composed", Text(en=title, fr=title), steps)
            record = self.store.open_workshop(deck, title, fingerprint(new_secret()))
        except DeckError:
            self._again("apart", steps, title)
        except BadInput:
            self._again("choose", steps, title)
        else:
            self.redirect(f"/facilitate/{record.code}", status=303)

    def _again(self, problem: str, steps: list[str], title: str) -> None:
        self.set_status(400)
        self.show(steps, problem=problem, title=title)

    def show(self, chosen: list[str], *, problem: str = "", title: str = "") -> None:
        decks = [(name, load_deck(name)) for name in built_in_decks()]
        self.page(
            "compose.html",
            decks=[
                {
                    "name": name,
                    "title": deck.title(self.language),
                    "summary": deck.summary(self.language),
                    "phases": [
                        (
                            phase.title(self.language),
                            [
                                (s.id, s.title(self.language), s.question(self.language))
                                for s in phase.steps
                            ],
                        )
                        for phase in deck.phases
                    ],
                    "open": any(step in deck.steps for step in chosen),
                }
                for name, deck in decks
            ],
            chosen=chosen,
            problem=problem,
            title=title,
        )
