"""The style and the modules of our pages, under addresses that change with what is at them."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from typing import NamedTuple

from tornado.web import RequestHandler

from ..widgets.modules import PAGES, page_module, stylesheet
from .light import HOST

#: The route of :class:`Asset`.
ROUTE = rf"/static/(style\.css|(?:{'|'.join(PAGES)})\.js)"


class _File(NamedTuple):
    type: str
    plain: bytes
    packed: bytes
    version: str


def url(name: str) -> str:
    """The address of ``style.css`` or of a page's modules: browsers may keep it for ever."""
    return f"/static/{name}?v={_file(name).version}"


class Asset(RequestHandler):
    """One of them, packed once; another version of the workbook may be asked for it."""

    def get(self, name: str) -> None:
        file = _file(name)
        is_asked = self.get_query_argument("v", "") == file.version
        kept = "public, max-age=31536000, immutable" if is_asked else "no-store"
        self.set_header("Content-Type", f"{file.type}; charset=utf-8")
        self.set_header("Cache-Control", kept)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Vary", "Accept-Encoding")
        # Nothing follows on this connection, and one that is kept may be dead without a word once a
        # phone has changed networks: a page that asks over it would think that it is cut off.
        self.set_header("Connection", "close")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(file.packed)
        else:
            self.finish(file.plain)


@cache
def _file(name: str) -> _File:
    stem, _, kind = name.partition(".")
    text = stylesheet() if kind == "css" else page_module(stem, HOST)
    plain = text.encode()
    packed = gzip.compress(plain, mtime=0)
    media = "text/css" if kind == "css" else "text/javascript"
    return _File(media, plain, packed, hashlib.sha256(plain).hexdigest()[:10])
