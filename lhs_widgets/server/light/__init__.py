"""The light page: a Voilà template with a small host for anywidgets; see docs/light-page.md."""

from functools import cache
from pathlib import Path

from ...modules import joined

#: A folder for JUPYTER_PATH: Voilà finds the template ``light`` in it.
FOLDER = Path(__file__).parent


@cache
def host_module() -> str:
    """The host as one module, to be written into the page: one request less."""
    return joined(FOLDER / "voila" / "templates" / "light" / "static" / "host.js")
