"""The light page: a Voilà template with a small host for anywidgets; see docs/light-page.md."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Self

import jinja2

from ...modules import joined

#: A folder for JUPYTER_PATH: Voilà finds the template ``light`` in it.
FOLDER = Path(__file__).parent

_TEMPLATES = FOLDER / "voila" / "templates" / "light"

#: The host, which draws a page's widgets.
HOST = _TEMPLATES / "static" / "host.js"


class Compiled:
    """A compiled template that can lie in a notebook's metadata: Voilà copies all but this."""

    def __init__(self, template: jinja2.Template) -> None:
        self.template = template

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


@cache
def compiled_page() -> Compiled:
    """The page's template, compiled once, for ``light_page.compiled`` in a notebook's metadata."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        extensions=["jinja2.ext.do"],
        enable_async=True,  # as in Voilà's own
    )
    return Compiled(environment.get_template("page.html.j2"))


@cache
def host_module() -> str:
    """The host as one module, to be written into the page: one request less."""
    return joined(HOST)
