"""Serves our form with the workbook's own server: same template, same configuration, same kernels.

python serve_ours.py DATA PORT
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
from saving import TITLE
from traitlets.config import Config
from voila.tornado.handler import TornadoVoilaHandler

from lhs_widgets.server.kernels import BROWSER_HEADER, name_browser
from lhs_widgets.server.light import Described, compiled_page, host_module
from lhs_widgets.server.settings import Settings, public_address
from lhs_widgets.server.workbook import Workbook

HOST = "127.0.0.1"


class FormPage(TornadoVoilaHandler):
    """The form, in a kernel that belongs to the browser."""

    async def get(self) -> None:
        self.request.headers[BROWSER_HEADER] = name_browser(self)
        async with self.settings["lhs_entrance"].turn(lambda _: None):
            await super().get()


class FormServer(Workbook):
    """The workbook's server with the form at ``/form``."""

    def initialize(self, argv: Any = None) -> None:
        config = Config()
        config.Voila.root_dir = str(Path(__file__).parent)
        config.VoilaConfiguration.prelaunch_hook = describe_page
        config.ForkedProvisioner.rehearsal = ""  # it has no workshop
        self.update_config(config)
        super().initialize(argv)

    def init_handlers(self) -> list[Any]:
        return [("/form", FormPage, self._notebook("ours")), *super().init_handlers()]


def describe_page(_: Any, notebook: nbformat.NotebookNode, cwd: str) -> nbformat.NotebookNode:  # noqa: ARG001
    """What the light page shows before its kernel has answered."""
    notebook.metadata["light_page"] = Described(
        language="en",
        title=TITLE,
        opening="Opening…",
        broken="It broke.",
        compiled=compiled_page(),
        script=host_module(),
        pulse="/pulse/KERNEL",
        leave="/bye/KERNEL",
    )
    return notebook


def main(data: str, port: str) -> None:
    server = FormServer()
    settings = Settings(Path(data).resolve(), public_address(HOST, int(port)))
    server.initialize_for(settings, host=HOST, port=int(port), ready=lambda: None)
    server.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
