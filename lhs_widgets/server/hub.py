"""Facilitators who sign in at a JupyterHub; its own library speaks with it.

What the Hub says of a sign-in counts for half a minute; then it is asked again, also for pages that
stay open. While it does not answer, what it said last counts, so that a workshop outlives a restart
of the Hub.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
import time
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from tornado.httputil import url_concat
from tornado.ioloop import PeriodicCallback
from tornado.web import HTTPError, RequestHandler

from ..errors import BadInput, HubError
from .doors import cookie_options
from .kernels import OwnedKernels
from .limits import SIGN_INS, Bucket, network

log = logging.getLogger(__name__)

#: What the Hub gives to who may facilitate. Who may not use a service at all is refused by a page
#: of the Hub's, in English, which leads nowhere; who only lacks this reads a page of ours.
RIGHT = "custom:lhs:facilitate"

#: Where the Hub sends people back to.
CALLBACK = "/facilitate/hub"

#: Seconds for which an answer of the Hub counts, and for which it does while the Hub is silent.
FRESH = 30.0
_SILENCE = 3600.0

_PATIENCE = 5.0  # seconds in which the Hub answers

_COOKIE = "lhs-hub"
_URL, _TOKEN, _CLIENT = "JUPYTERHUB_API_URL", "JUPYTERHUB_API_TOKEN", "JUPYTERHUB_CLIENT_ID"


@dataclass(frozen=True)
class Account:
    """What the Hub said of someone, and when it did."""

    name: str
    facilitates: bool
    said: float


class Hub:
    """A JupyterHub, and what it said of each sign-in.

    ``oauth`` is JupyterHub's own ``HubOAuth``; ``address`` is where browsers reach the Hub, such as
    ``https://hub.example.org/hub``.
    """

    def __init__(
        self, oauth: Any, address: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._oauth = oauth
        self._address = address
        self._clock = clock
        self._known: dict[str, Account] = {}
        self._ways = Bucket(SIGN_INS)

    @classmethod
    def at(cls, address: str, ours: str, environment: MutableMapping[str, str]) -> Hub:
        """The Hub of which this server, reached at the address ``ours``, is a service.

        The server's token is taken out of the environment: kernels need not know it.

        Raises
        ------
        BadInput
            It is no address, or JupyterHub's package or what a Hub tells its services is missing.
        """
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise BadInput(f"{address!r} is not an address such as https://example.org/hub.")
        if missing := [name for name in (_URL, _TOKEN, _CLIENT) if not environment.get(name)]:
            raise BadInput(
                f"--hub needs {' and '.join(missing)} in the environment: "
                "docs/deployment/jupyterhub.md says which."
            )
        try:
            from jupyterhub.services.auth import HubOAuth
        except ImportError as error:
            raise BadInput(
                "--hub needs JupyterHub's package: pip install 'jupyterhub>=6,<7'."
            ) from error
        address = address.rstrip("/")
        oauth = HubOAuth(
            api_url=environment[_URL],
            api_token=environment.pop(_TOKEN),
            oauth_client_id=environment[_CLIENT],
            oauth_authorization_url=f"{address}/api/oauth2/authorize",
            oauth_redirect_uri=ours + CALLBACK,
            base_url="/",
            cookie_options={"samesite": "Lax"},
        )
        return cls(oauth, address)

    @property
    def sign_out_url(self) -> str:
        return f"{self._address}/logout"

    def send_to(self, handler: RequestHandler, back: str) -> None:
        """Send a browser to the Hub, and from there to ``back``."""
        if not self._ways.take(network(handler.request.remote_ip or "")):
            raise HTTPError(429, "too many ways to JupyterHub were begun")
        verifier, challenge, method = self._oauth.generate_pkce_code_challenge()
        state = self._oauth.set_state_cookie(handler, back, code_verifier=verifier)
        asked = {"state": state, "code_challenge": challenge, "code_challenge_method": method}
        handler.redirect(url_concat(self._oauth.login_url, asked))

    async def welcome(self, handler: RequestHandler) -> tuple[Account, str]:
        """Who comes back from the Hub, and where they wanted to go; their browser is let in.

        Raises
        ------
        HubError
            This browser was not sent to the Hub, did not sign in there, or the Hub is silent.
        """
        state = handler.get_query_argument("state", "")
        sent = handler.get_signed_cookie(self._oauth.get_state_cookie_name(state)) or b""
        back, verifier = self._oauth.get_next_url(state), self._oauth.get_code_verifier(state)
        code = handler.get_query_argument("code", "")
        if not code or not verifier or not secrets.compare_digest(sent, state.encode()):
            raise HubError("Someone came from JupyterHub who was not sent there.")
        self._oauth.clear_oauth_state(state)
        self._oauth.clear_oauth_state_cookies(handler)
        token = await _heard(self._oauth.token_for_code(code, code_verifier=verifier, sync=False))
        account = await self._ask(token)
        if account.facilitates:
            handler.set_signed_cookie(_COOKIE, token, expires_days=None, **cookie_options(handler))
        return account, back

    async def look(self, handler: RequestHandler) -> None:
        """Have something fresh to say about the browser that asks for a page."""
        token = _token(handler)
        known = self._known.get(token)
        if token and not (known and self._age(known) < FRESH):
            known = await self._ask_again(token)
        if known and not known.facilitates:
            handler.clear_cookie(_COOKIE, path="/")

    def account(self, handler: RequestHandler) -> Account | None:
        """The account with which this browser facilitates; None for a stranger."""
        return self._let_in(_token(handler))

    def whom(self, handler: RequestHandler) -> str:
        """For whom the pages are that this browser opens; "" for a stranger."""
        token = _token(handler)
        return _whom(token) if self._let_in(token) else ""

    async def sign_out(self, handler: RequestHandler, kernels: OwnedKernels) -> None:
        """This browser is let in no longer, and its pages end."""
        token = _token(handler)
        handler.clear_cookie(_COOKIE, path="/")
        if known := self._known.get(token):
            self._known[token] = replace(known, facilitates=False)
            await kernels.end(kernels.opened_for(_whom(token)))

    def watch(self, kernels: OwnedKernels) -> None:
        """From now on, end the pages of who is not let in any more."""
        PeriodicCallback(lambda: self.look_again(kernels), FRESH * 1000).start()

    async def look_again(self, kernels: OwnedKernels) -> None:
        """Ask about everyone with an open page."""
        await asyncio.gather(*(self._look_at(token, kernels) for token in list(self._known)))

    async def _look_at(self, token: str, kernels: OwnedKernels) -> None:
        if kernels.opened_for(_whom(token)):
            await self._ask_again(token)
            if not self._let_in(token):
                await kernels.end(kernels.opened_for(_whom(token)))
        elif self._age(self._known[token]) > _SILENCE:
            del self._known[token]

    def _let_in(self, token: str) -> Account | None:
        known = self._known.get(token)
        return known if known and known.facilitates and self._age(known) < _SILENCE else None

    def _age(self, known: Account) -> float:
        return self._clock() - known.said

    async def _ask_again(self, token: str) -> Account | None:
        """What is known of someone; it stays as it was where the Hub does not answer."""
        with suppress(HubError):
            await self._ask(token)
        return self._known.get(token)

    async def _ask(self, token: str) -> Account:
        said = await _heard(self._oauth.user_for_token(token, use_cache=False, sync=False)) or {}
        may = said.get("kind") == "user" and self._oauth.check_scopes({RIGHT}, said)
        self._known[token] = Account(str(said.get("name", "")), bool(may), self._clock())
        return self._known[token]


async def _heard(answer: Awaitable[Any]) -> Any:
    """An answer of the Hub. Its library raises what it, or its HTTP client, happens to."""
    try:
        async with asyncio.timeout(_PATIENCE):
            return await answer
    except Exception as error:
        log.warning("JupyterHub does not answer as it should: %r", error)
        raise HubError("JupyterHub does not answer as it should.") from error


def _token(handler: RequestHandler) -> str:
    return (handler.get_signed_cookie(_COOKIE) or b"").decode("ascii", "replace")


def _whom(token: str) -> str:
    return f"hub {hashlib.sha256(token.encode()).hexdigest()}"
