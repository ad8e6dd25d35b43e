"""Who is compared: how each is served, and where its page is."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .environments import python_of
from .servers import FORMS, Server, serving

_OURS = sys.executable
_LOCAL = "127.0.0.1"
#: The step whose page is measured: people write there.
STEP = "p2d-conditions"


@dataclass(frozen=True)
class Contender:
    """Something that serves a form.

    Parameters
    ----------
    name
        What the tables call it.
    package
        The distribution whose version is reported.
    command
        Returns the command that serves; may first make an environment.
    path
        Where its form is.
    is_voila
        Whether its pages speak Voilà's protocol, so that :mod:`benchmarks.client` can open them.
    joins
        Whether people come in by our join page; ``path`` is not used then.
    """

    name: str
    package: str
    command: Callable[[], Sequence[str]]
    path: str = "/"
    is_voila: bool = False
    joins: bool = False

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[Server]:
        """Serve in a folder that is new and then removed."""
        with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
            async with serving(self.command(), Path(folder)) as server:
                yield server


def _stock_voila(*options: str) -> Callable[[], Sequence[str]]:
    notebook = str(FORMS / "voila.ipynb")
    place = ["--no-browser", "--port={port}", f"--Voila.ip={_LOCAL}"]
    return lambda: [_OURS, "-m", "voila", notebook, *place, *options]


def _framework(name: str, *arguments: str) -> Callable[[], Sequence[str]]:
    return lambda: [str(python_of(name)), *arguments]


JOIN = Contender(
    "our join page",
    "lhs-widgets",
    lambda: [
        *(_OURS, "-m", "lhs_widgets", "serve", "--no-browser"),
        *("--port", "{port}", "--data", "{data}"),
    ],
    is_voila=True,
    joins=True,
)
OURS = Contender(
    "our five-field form",
    "lhs-widgets",
    lambda: [_OURS, str(FORMS / "serve_ours.py"), "{data}", "{port}"],
    path="/form",
    is_voila=True,
)
STOCK = Contender("stock Voilà", "voila", _stock_voila(), is_voila=True)
POOL = Contender(
    "Voilà, preheated pool of 4",
    "voila",
    _stock_voila("--preheat_kernel=True", "--pool_size=4"),
    is_voila=True,
)
STREAMLIT = Contender(
    "Streamlit",
    "streamlit",
    _framework(
        "streamlit",
        *("-m", "streamlit", "run", str(FORMS / "streamlit_form.py"), "--server.headless=true"),
        *("--server.port={port}", f"--server.address={_LOCAL}"),
        *("--browser.gatherUsageStats=false", "--server.fileWatcherType=none"),
    ),
)
PANEL = Contender(
    "Panel",
    "panel",
    _framework(
        "panel",
        *("-m", "panel", "serve", str(FORMS / "panel_form.py"), "--port={port}"),
        *("--index=panel_form", f"--address={_LOCAL}", "--allow-websocket-origin=*"),
    ),
    path="/panel_form",
)
SOLARA = Contender(
    "Solara",
    "solara",
    _framework(
        "solara",
        *("-m", "solara", "run", str(FORMS / "solara_form.py"), "--production", "--no-open"),
        *("--port={port}", f"--host={_LOCAL}"),
    ),
)
NICEGUI = Contender("NiceGUI", "nicegui", _framework("nicegui", str(FORMS / "nicegui_form.py")))

ALL = (JOIN, OURS, STOCK, POOL, STREAMLIT, PANEL, SOLARA, NICEGUI)
