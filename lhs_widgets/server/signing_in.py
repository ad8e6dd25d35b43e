"""The way to a JupyterHub and back, for facilitators."""

from __future__ import annotations

import re

from tornado.web import HTTPError

from ..errors import HubError
from .base import Page
from .doors import hub_of
from .hub import CALLBACK, Hub

_A_CODE = re.compile("[A-Za-z0-9]{4,12}")


class HubPage(Page):
    """A page that is only there where facilitators sign in at a Hub."""

    hub: Hub

    async def prepare(self) -> None:
        await super().prepare()
        hub = hub_of(self)
        if hub is None:
            raise HTTPError(404)
        self.hub = hub


class SignIn(HubPage):
    """Goes to the Hub, and is where people come back from it."""

    async def get(self) -> None:
        if not {"code", "error", "state"} & self.request.query_arguments.keys():
            self.hub.send_to(self, self._wanted())
            return
        try:
            account, back = await self.hub.welcome(self)
        except HubError:
            self.set_status(403)
            self.page("hub.html", name="")
            return
        if account.facilitates:
            self.redirect(back, status=303)
        else:
            self.set_status(403)
            self.page("hub.html", name=account.name)

    def _wanted(self) -> str:
        """Where to be after signing in: a workshop, or the list."""
        code = self.get_query_argument("workshop", "")
        return f"/facilitate/{code}" if _A_CODE.fullmatch(code) else "/facilitate"


class SignOut(HubPage):
    """Signs out here, and then at the Hub."""

    async def get(self) -> None:
        await self.hub.sign_out(self, self.settings["kernel_manager"])
        self.redirect(self.hub.sign_out_url)


ROUTES = [(CALLBACK, SignIn), ("/facilitate/sign-out", SignOut)]
