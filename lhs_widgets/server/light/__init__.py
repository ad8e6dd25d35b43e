"""The light page: a Voilà template with a small host for anywidgets; see docs/light-page.md."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import jinja2

from ...modules import joined

#: A folder for JUPYTER_PATH: Voilà finds the template ``light`` in it.
FOLDER = Path(__file__).parent

_TEMPLATES = FOLDER / "voila" / "templates" / "light"

#: The host, which draws a page's widgets.
HOST = _TEMPLATES / "static" / "host.js"


class Described(SimpleNamespace):
    """``light_page`` for a notebook's metadata: Voilà copies all that lies there but this."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


@cache
def compiled_page() -> jinja2.Template:
    """The page's template, compiled once, for ``compiled`` of :class:`Described`."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        extensions=["jinja2.ext.do"],
        enable_async=True,  # as in Voilà's own
    )
    return environment.get_template("page.html.j2")


@cache
def host_module() -> str:
    """The host as one module, to be written into the page: one request less."""
    return joined(HOST)
