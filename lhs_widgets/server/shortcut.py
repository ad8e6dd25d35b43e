"""A workshop on a phone's home screen: the shortcut's icons, its colours, and where it leads.

It leads to ``/walk/CODE``: whom this browser knows there is on their page again, and anyone else is
asked to join or to type their return code. Nothing works without the server, and nothing is kept
for that, so there is no service worker.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from tornado.web import RequestHandler

from ..language import mark as _
from ..language import translate
from . import doors
from .headers import protect
from .looking import Look

#: In the address of a shortcut, instead of a workshop's code: it leads to the facilitator's list.
FACILITATE = "facilitate"

#: What a phone draws around the page: the paper of each choice of colours.
PAPER = {"light": "#fbf7f0", "dark": "#17201f", "contrast": "#fff"}

#: With a way back, and as little of an app as may be installed: an app of its own may have its own
#: cookies (on an iPhone it has), and would not know the person.
_DISPLAY = "minimal-ui"

_ICONS = files(__package__) / "icons"
_PICTURES = {
    "icon-192.png": ("192x192", "any"),
    "icon-512.png": ("512x512", "any"),
    "maskable-512.png": ("512x512", "maskable"),
}
_TOUCH = "apple-180.png"

_WORKBOOK = _("Learning Health System workbook")
_WORKSHOP = _("Workshop")
_WORKSHOPS = _("My workshops")


def head(look: Look, language: str, leads: str = "") -> str:
    """What a page's head says of itself to a phone, as HTML.

    Parameters
    ----------
    leads
        A workshop's code or :data:`FACILITATE`, where the page may become a shortcut.
    """
    parts = ['<meta name="generator" content="LHS workbook">', *_theme(look)]
    parts.append(f'<link rel="icon" href="{_drawing()}">')
    if leads:
        parts.append(f'<link rel="apple-touch-icon" href="{_address(_TOUCH)}">')
        place = escape(f"/shortcut/{language}/{leads}")
        parts.append(f'<link rel="manifest" href="{place}">')
    return "\n".join(parts)


def manifest(language: str, leads: str, title: str) -> dict[str, Any]:
    """A shortcut as the Web Application Manifest describes it."""
    is_workshop = leads != FACILITATE
    start = f"/walk/{leads}" if is_workshop else "/facilitate"
    return {
        "id": start,
        "start_url": start,
        "scope": "/",
        "name": title or translate(language, _WORKBOOK),
        "short_name": translate(language, _WORKSHOP if is_workshop else _WORKSHOPS),
        "lang": language,
        "display": _DISPLAY,
        "theme_color": PAPER["light"],
        "background_color": PAPER["light"],
        "icons": [
            {"src": _address(name), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for name, (sizes, purpose) in _PICTURES.items()
        ],
    }


class Shortcut(RequestHandler):
    """The description of a shortcut; a browser asks for it without its cookies."""

    def set_default_headers(self) -> None:
        protect(self)

    def get(self, language: str, leads: str) -> None:
        title = "" if leads == FACILITATE else doors.workshop(self, leads).walk().title
        self.set_header("Content-Type", "application/manifest+json")
        self.finish(json.dumps(manifest(language, leads, title)))


class Icon(RequestHandler):
    """A picture of the shortcut, under an address that changes with it."""

    def get(self, name: str) -> None:
        protect(self)
        self.set_header("Content-Type", "image/png")
        self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        self.finish(_picture(name))


#: The addresses that :class:`Icon` serves.
ICONS = r"/static/((?:icon-192|icon-512|maskable-512|apple-180)\.png)"


def _theme(look: Look) -> list[str]:
    if look.colours in PAPER:
        return [f'<meta name="theme-color" content="{PAPER[look.colours]}">']
    return [
        f'<meta name="theme-color" content="{PAPER[each]}" media="(prefers-color-scheme:{each})">'
        for each in ("light", "dark")
    ]


@cache
def _drawing() -> str:
    """The icon within the page: one request less."""
    drawing = (_ICONS / "icon.svg").read_text("utf-8").strip().replace('"', "'")
    return "data:image/svg+xml," + quote(drawing, safe="/:=' ")


@cache
def _picture(name: str) -> bytes:
    return (_ICONS / name).read_bytes()


@cache
def _address(name: str) -> str:
    return f"/static/{name}?v={hashlib.sha256(_picture(name)).hexdigest()[:10]}"
