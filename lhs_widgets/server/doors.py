"""Who may pass: signed cookies for facilitators, return codes for participants."""

from __future__ import annotations

import secrets
from typing import Any

from tornado.web import RequestHandler

from ..store import Record, Store
from ..workshop.codes import fingerprint, tidy
from .settings import Settings

_DAYS = 90
_ALL = "lhs-facilitator"


def _cookie_options(handler: RequestHandler) -> dict[str, Any]:
    secure = handler.request.protocol == "https"
    return {"httponly": True, "samesite": "Lax", "secure": secure, "path": "/"}


def remember_participant(handler: RequestHandler, code: str, return_code: str) -> None:
    """Let this browser come back as this participant."""
    handler.set_cookie(
        f"lhs-{code}", tidy(return_code), expires_days=_DAYS, **_cookie_options(handler)
    )


def forget_participant(handler: RequestHandler, code: str) -> None:
    handler.clear_cookie(f"lhs-{code}", path="/")


def participant_of(handler: RequestHandler, record: Record) -> tuple[str, str] | None:
    """The participant this browser is, with their return code; None for a stranger."""
    secret = handler.get_cookie(f"lhs-{record.code}")
    person = record.participant_with(fingerprint(secret)) if secret else None
    return (person, _spaced(secret)) if person and secret else None


def open_with_key(
    handler: RequestHandler, store: Store, settings: Settings, key: str, code: str
) -> bool:
    """Let this browser facilitate, if the key is right; a workshop's key opens only it."""
    if secrets.compare_digest(tidy(key).encode(), tidy(settings.facilitator_key()).encode()):
        _sign(handler, _ALL)
        return True
    if code and store.is_facilitator(code, fingerprint(key)):
        _sign(handler, f"{_ALL}-{tidy(code)}")
        return True
    return False


def facilitates(handler: RequestHandler, code: str | None = None) -> bool:
    """Whether this browser may facilitate a workshop, or all of them."""
    names = [_ALL, f"{_ALL}-{code}"] if code else [_ALL]
    return any(handler.get_signed_cookie(name, max_age_days=_DAYS) for name in names)


def let_facilitate(handler: RequestHandler, code: str) -> None:
    """Let this browser facilitate a workshop that it has just opened."""
    _sign(handler, f"{_ALL}-{code}")


def _sign(handler: RequestHandler, name: str) -> None:
    handler.set_signed_cookie(name, "yes", expires_days=_DAYS, **_cookie_options(handler))


def _spaced(secret: str) -> str:
    return "-".join(secret[i : i + 4] for i in range(0, len(secret), 4))
