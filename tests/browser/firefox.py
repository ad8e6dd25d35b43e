"""Firefox, driven over WebDriver BiDi, which it speaks itself: no driver beside it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from websocket import WebSocket, create_connection

from tests.support.room import PHONE, wait_until

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """A Firefox without a screen, and the one page it shows."""

    def __init__(self, profile: Path) -> None:
        self._ids = count(1)
        self._log = profile.with_suffix(".log")
        profile.mkdir()
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [str(PROGRAM), "--headless", "--profile", profile, "--remote-debugging-port", "0"],
                stdout=log,
                stderr=log,
            )

    def __enter__(self) -> Self:
        wait_until(lambda: self._address, "Firefox to listen")
        self._socket: WebSocket = create_connection(
            f"{self._address}/session", timeout=30, suppress_origin=True
        )
        self.ask("session.new", capabilities={})
        self._page = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.ask("browsingContext.setViewport", context=self._page, viewport=PHONE)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(timeout=20)

    @property
    def _address(self) -> str | None:
        found = re.search(r"WebDriver BiDi listening on (\S+)", self._log.read_text())
        return found and found[1]

    def ask(self, method: str, **params: Any) -> Any:
        identifier = next(self._ids)
        self._socket.send(json.dumps({"id": identifier, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == identifier:
                assert answer["type"] == "success", answer
                return answer["result"]

    def goto(self, url: str) -> None:
        self.ask("browsingContext.navigate", context=self._page, url=url, wait="complete")

    def run(self, script: str) -> Any:
        """The value of an expression on the page."""
        done = self.ask(
            "script.evaluate",
            expression=script,
            target={"context": self._page},
            awaitPromise=True,
        )
        assert done["type"] == "success", done
        return done["result"].get("value")

    def types(self, words: str) -> None:
        """Types where the focus is."""
        keys = [{"type": kind, "value": key} for key in words for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": keys}
        self.ask("input.performActions", context=self._page, actions=[source])
