"""WebKit, the engine of Safari: WebKitGTK's small browser, driven by its own driver."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.support.room import PHONE, free_port, wait_until

#: Debian: webkit2gtk-driver and xvfb.
DRIVER = shutil.which("WebKitWebDriver")
SCREEN = shutil.which("Xvfb")
_BROWSERS = Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser")
BROWSER = next(_BROWSERS, None)


class WebKit:
    """A WebKit on a screen that nobody sees, and the one page it shows."""

    def __init__(self, folder: Path) -> None:
        assert DRIVER
        assert SCREEN
        folder.mkdir()
        reading, writing = os.pipe()
        with (folder / "webkit.log").open("wb") as log:
            self._screen = subprocess.Popen(
                [SCREEN, "-displayfd", str(writing), "-nolisten", "tcp"],
                pass_fds=[writing],
                stdout=log,
                stderr=log,
            )
            os.close(writing)
            with os.fdopen(reading) as display:
                number = display.readline().strip()
            self._port = free_port()
            self._driver = subprocess.Popen(
                [DRIVER, f"--port={self._port}"],
                stdout=log,
                stderr=log,
                env={**os.environ, "DISPLAY": f":{number}", "HOME": str(folder), "LANG": "C.UTF-8"},
            )

    def __enter__(self) -> Self:
        wait_until(lambda: self._answers, "WebKit's driver to listen")
        options = {"binary": str(BROWSER), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._session = self._ask("POST", "/session", capabilities=wanted)["sessionId"]
        self._tell("window/rect", **PHONE)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._ask("DELETE", f"/session/{self._session}")
        for process in (self._driver, self._screen):
            process.terminate()
            process.wait(timeout=20)

    def goto(self, url: str) -> None:
        self._tell("url", url=url)

    def run(self, script: str) -> Any:
        """The value of an expression on the page."""
        return self._tell("execute/sync", script=f"return ({script})", args=[])

    def types(self, words: str) -> None:
        """Types where the focus is."""
        keys = [{"type": kind, "value": key} for key in words for kind in ("keyDown", "keyUp")]
        self._tell("actions", actions=[{"type": "key", "id": "keyboard", "actions": keys}])

    @property
    def _answers(self) -> bool:
        try:
            return bool(self._ask("GET", "/status")["ready"])
        except OSError:
            return False

    def _tell(self, what: str, **params: Any) -> Any:
        return self._ask("POST", f"/session/{self._session}/{what}", **params)

    def _ask(self, method: str, path: str, **params: Any) -> Any:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self._port}{path}",
            data=json.dumps(params).encode() if method == "POST" else None,
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                return json.load(reply)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from error
