"""What every answer tells a browser about what it may do with it."""

from __future__ import annotations

import secrets

from tornado.web import RequestHandler

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}

#: Only scripts that the page itself names may run; a page with a kernel draws with styles that are
#: written into it.
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
)
_SCRIPTS = "script-src 'nonce-{nonce}'"
_PLAIN = f"style-src 'self'; {_SCRIPTS}"
_KERNEL = f"style-src 'self' 'unsafe-inline'; {_SCRIPTS}"


def protect(handler: RequestHandler, *, kernel_page: bool = False) -> str:
    """Set the headers; returns the word without which no script of the page is run."""
    nonce = secrets.token_urlsafe(12)
    for name, value in _ALWAYS.items():
        handler.set_header(name, value)
    policy = _POLICY + (_KERNEL if kernel_page else _PLAIN)
    handler.set_header("Content-Security-Policy", policy.format(nonce=nonce))
    if handler.request.protocol == "https":
        handler.set_header("Strict-Transport-Security", "max-age=31536000")
    return nonce
