"""Who may pass: signed cookies for facilitators, return codes for participants."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING, Any, cast

from tornado.web import HTTPError, RequestHandler

from ..errors import UnknownWorkshop
from ..store import Record, Role, Store
from ..workshop.codes import fingerprint, tidy
from .limits import Bucket, network
from .settings import Settings

if TYPE_CHECKING:
    from .hub import Hub

log = logging.getLogger(__name__)

_DAYS = 90
_ALL = "lhs-facilitator"


def cookie_options(handler: RequestHandler) -> dict[str, Any]:
    secure = handler.request.protocol == "https"
    return {"httponly": True, "samesite": "Lax", "secure": secure, "path": "/"}


def remember_participant(handler: RequestHandler, code: str, return_code: str) -> None:
    """Let this browser come back as this participant."""
    handler.set_cookie(
        f"lhs-{code}", tidy(return_code), expires_days=_DAYS, **cookie_options(handler)
    )


def forget_participant(handler: RequestHandler, code: str) -> None:
    handler.clear_cookie(f"lhs-{code}", path="/")


def participant_of(handler: RequestHandler, record: Record) -> tuple[str, str] | None:
    """The participant this browser is, with their return code; None for a stranger."""
    secret = handler.get_cookie(f"lhs-{record.code}")
    person = record.participant_with(fingerprint(secret)) if secret else None
    return (person, _spaced(secret)) if person and secret else None


def workshop(handler: RequestHandler, code: str) -> Record:
    """The workshop with this code.

    Raises
    ------
    HTTPError
        404 for an unknown code; 429 if this network guessed wrong too often, whatever the code,
        unless the browser belongs in the workshop.
    """
    store: Store = handler.settings["lhs_store"]
    barred = _guesses(handler).is_empty(_network(handler))
    try:
        record = store.record(code)
    except UnknownWorkshop as error:
        guessed_wrong(handler)
        if not barred:
            raise HTTPError(404, "no workshop has this code") from error
    else:
        if not barred or participant_of(handler, record) or role_in(handler, record.code):
            return record
    raise HTTPError(429, "too many wrong codes")


def guessed_wrong(handler: RequestHandler) -> None:
    """Count a code, key or return code that opens nothing."""
    if not _guesses(handler).take(_network(handler)):
        log.warning("too many wrong codes from one network")


def _guesses(handler: RequestHandler) -> Bucket:
    return cast(Bucket, handler.settings["lhs_guesses"])


def _network(handler: RequestHandler) -> str:
    return network(handler.request.remote_ip or "")


def open_with_key(
    handler: RequestHandler, store: Store, settings: Settings, key: str, code: str
) -> bool:
    """Let this browser in, if the key is right; a workshop's key opens only it."""
    if _guesses(handler).is_empty(_network(handler)):
        raise HTTPError(429, "too many wrong keys")
    shown = fingerprint(key)
    if secrets.compare_digest(shown, fingerprint(settings.facilitator_key())):
        _sign(handler, _ALL, shown)
        return True
    if code and store.keys(code).role_of(shown):
        _sign(handler, f"{_ALL}-{tidy(code)}", shown)
        return True
    guessed_wrong(handler)
    return False


def hub_of(handler: RequestHandler) -> Hub | None:
    """The JupyterHub at which facilitators sign in, where there is one."""
    return cast("Hub | None", handler.settings["lhs_hub"])


async def recognise(handler: RequestHandler) -> None:
    """Ask the Hub, if it has to be asked, before anyone is let in or sent away."""
    if hub := hub_of(handler):
        await hub.look(handler)


def facilitates_all(handler: RequestHandler) -> bool:
    """Whether every workshop is open to this browser, by the server's key or by the Hub."""
    hub = hub_of(handler)
    if hub and hub.account(handler):
        return True
    settings = handler.settings["lhs"]
    shown = _signed(handler, _ALL)
    return secrets.compare_digest(shown, fingerprint(settings.facilitator_key()))


def role_in(handler: RequestHandler, code: str) -> Role | None:
    """What this browser may do on the facilitators' side of a workshop; None for a stranger.

    Its key is looked up each time, so a key that was taken away opens nothing from that moment.
    """
    if facilitates_all(handler):
        return "facilitator"
    store: Store = handler.settings["lhs_store"]
    return store.keys(code).role_of(key_shown(handler, code))


def facilitates(handler: RequestHandler, code: str) -> bool:
    """Whether this browser may facilitate a workshop, and not only look on."""
    return role_in(handler, code) == "facilitator"


def key_shown(handler: RequestHandler, code: str) -> str:
    """The fingerprint of the key to this workshop that the browser came with; "" if none."""
    return _signed(handler, f"{_ALL}-{code}")


def came_with(handler: RequestHandler, code: str) -> str:
    """What lets this browser facilitate: its sign-in at the Hub, or its key to this workshop."""
    hub = hub_of(handler)
    return (hub.whom(handler) if hub else "") or key_shown(handler, code)


def let_facilitate(handler: RequestHandler, code: str, like: str) -> None:
    """Let this browser go on from one workshop to another that the same key opens."""
    shown = key_shown(handler, like)
    if shown:
        _sign(handler, f"{_ALL}-{code}", shown)


def _sign(handler: RequestHandler, name: str, shown: str) -> None:
    handler.set_signed_cookie(name, shown, expires_days=_DAYS, **cookie_options(handler))


def _signed(handler: RequestHandler, name: str) -> str:
    found = handler.get_signed_cookie(name, max_age_days=_DAYS)
    return found.decode("ascii", "replace") if found else ""


def _spaced(secret: str) -> str:
    return "-".join(secret[i : i + 4] for i in range(0, len(secret), 4))
