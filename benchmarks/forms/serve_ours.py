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

from lhs_widgets.server.settings import Settings, public_address
from lhs_widgets.server.workbook import Workbook

HOST = "127.0.0.1"


class FormServer(Workbook):
    """The workbook's server with the form at ``/form``."""

    def initialize(self, argv: Any = None) -> None:
        config = Config()
        config.Voila.root_dir = str(Path(__file__).parent)
        config.VoilaConfiguration.prelaunch_hook = describe_page
        self.update_config(config)
        super().initialize(argv)

    def init_handlers(self) -> list[Any]:
        return [("/form", TornadoVoilaHandler, self._notebook("ours")), *super().init_handlers()]


def describe_page(_: Any, notebook: nbformat.NotebookNode, cwd: str) -> nbformat.NotebookNode:  # noqa: ARG001
    """What the light page shows before its kernel has answered."""
    page = {"language": "en", "title": TITLE, "opening": "Opening…", "broken": "It broke."}
    notebook.metadata["light_page"] = page
    return notebook


def main(data: str, port: str) -> None:
    server = FormServer()
    settings = Settings(Path(data).resolve(), public_address(HOST, int(port)))
    server.initialize_for(settings, host=HOST, port=int(port))
    server.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
