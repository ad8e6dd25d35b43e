"""How large the words are and in which colours: chosen on a page, kept by the browser."""

from __future__ import annotations

import re
from typing import NamedTuple

from tornado.web import RequestHandler

from ..language import mark as _

COOKIE = "lhs-look"

#: The choices, the usual one first, and what each is called.
TEXTS = {"usual": _("Usual size"), "large": _("Large"), "largest": _("Very large")}
COLOURS = {
    "auto": _("As my device has it"),
    "light": _("Light"),
    "dark": _("Dark"),
    "contrast": _("Strong contrast: black on white"),
}

#: Run before anything is drawn: what the device is set to, as a choice of ours.
FOLLOW_DEVICE = (
    "(d=>{if(d.colours=='auto')d.colours="
    "matchMedia('(prefers-contrast:more)').matches?'contrast':"
    "matchMedia('(prefers-color-scheme:dark)').matches?'dark':'light'})"
    "(document.documentElement.dataset)"
)

_A_YEAR = 365
_OUR_ADDRESS = re.compile(r"/(?:[\w-]+(?:/[\w-]+)*)?")


class Look(NamedTuple):
    """What was chosen."""

    text: str = "usual"
    colours: str = "auto"


def look_of(page: RequestHandler) -> Look:
    """The look that this browser has chosen; what is not one of ours is the usual one."""
    text, _dot, colours = (page.get_cookie(COOKIE) or "").partition(".")
    return _checked(text, colours)


def choose(page: RequestHandler) -> None:
    """Keep what was chosen in a form."""
    look = _checked(page.get_body_argument("text", ""), page.get_body_argument("colours", ""))
    secure = page.request.protocol == "https"
    page.set_cookie(
        COOKIE, ".".join(look), expires_days=_A_YEAR, httponly=True, samesite="Lax", secure=secure
    )


def way_back(page: RequestHandler) -> str:
    """The address of ours that someone came from; the first page if they came from elsewhere."""
    asked = page.get_query_argument("back", "/")
    return asked if _OUR_ADDRESS.fullmatch(asked) else "/"


def _checked(text: str, colours: str) -> Look:
    usual = Look()
    return Look(
        text if text in TEXTS else usual.text, colours if colours in COLOURS else usual.colours
    )
