"""Pages of one workshop behind a facilitator's key, and the page on which keys are given out."""

from __future__ import annotations

from typing import cast

from tornado.web import HTTPError

from ..errors import Refused
from ..store import Record
from ..workshop.codes import fingerprint, new_secret
from . import doors
from .base import Page
from .kernels import OwnedKernels


class FacilitatorsPage(Page):
    """A page of one workshop, for who facilitates it; others are asked for a key."""

    record: Record

    async def prepare(self) -> None:
        await super().prepare()
        self.record = self.workshop(self.path_args[0])
        if doors.facilitates(self, self.record.code):
            return
        if self.request.method == "POST":
            raise HTTPError(403)
        self.redirect(f"/facilitate?workshop={self.record.code}")


class Keys(FacilitatorsPage):
    """Who facilitates or looks on, each with a link of their own that can be taken away."""

    def get(self, _code: str) -> None:
        self.show()

    async def post(self, _code: str) -> None:
        match self.get_body_argument("do", ""):
            case "give":
                self._give()
            case "take-away":
                await self._take_away(self.get_body_argument("key", ""))
            case _:
                raise HTTPError(400)

    def show(self, *, problem: str = "", link: str = "", given_to: str = "") -> None:
        code = self.record.code
        mine = doors.key_shown(self, code)
        self.page(
            "keys.html",
            code=code,
            title=self.record.walk().title,
            keys=[(key, key.fingerprint == mine) for key in self.store.keys(code).all()],
            problem=problem,
            link=link,
            given_to=given_to,
            typed={
                "name": self.get_body_argument("name", "") if problem else "",
                "role": self.get_body_argument("role", "facilitator"),
            },
        )

    def _give(self) -> None:
        secret, name = new_secret(), self.get_body_argument("name", "")
        try:
            role = self.get_body_argument("role", "")
            self.store.keys(self.record.code).add(fingerprint(secret), role, name)
        except Refused as refused:
            self.set_status(400)
            self.show(problem=refused.reason)
            return
        self.show(link=self.lhs.facilitate_url(secret, self.record.code), given_to=name)

    async def _take_away(self, key: str) -> None:
        """From now on it opens nothing, and the pages that it opened end."""
        mine = doors.key_shown(self, self.record.code)
        if mine.startswith(key):
            raise HTTPError(400, "who uses a key can't take it away from themselves")
        taken = self.store.keys(self.record.code).take_away(key)
        if taken:
            kernels = cast(OwnedKernels, self.settings["kernel_manager"])
            await kernels.end(kernels.opened_for(taken.fingerprint))
        self.redirect(f"/facilitate/{self.record.code}/keys", status=303)
