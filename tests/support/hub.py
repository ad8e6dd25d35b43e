"""A real JupyterHub on this machine, set up by the files in ``deploy/jupyterhub``."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from playwright.sync_api import Page, expect

from tests.support.room import REPOSITORY, free_port, wait_until

_PROXY = REPOSITORY / ".venv" / "hub" / "node_modules" / ".bin"
_JUPYTERHUB = Path(sys.executable).with_name("jupyterhub")

#: Beside what a real Hub would say: ports of a test, and who may change groups over the Hub's API.
_OF_THE_TEST = """
load_subconfig({ours!r})
c.JupyterHub.db_url = "sqlite:///:memory:"
c.JupyterHub.hub_port = {hub_port}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.JupyterHub.services.append({{"name": "test", "api_token": {token!r}}})
c.JupyterHub.load_roles.append({{"name": "test", "scopes": ["groups"], "services": ["test"]}})
"""


def is_installed() -> bool:
    return _JUPYTERHUB.exists() and (_PROXY / "configurable-http-proxy").exists()


@dataclass
class Hub:
    """A Hub, and the secrets it shares."""

    folder: Path
    workbook: str
    port: int = field(default_factory=free_port)
    hub_port: int = field(default_factory=free_port)
    proxy_port: int = field(default_factory=free_port)
    token: str = field(default_factory=lambda: secrets.token_hex(32))
    tests_token: str = field(default_factory=lambda: secrets.token_hex(32))

    @property
    def address(self) -> str:
        """Where browsers reach it."""
        return f"http://127.0.0.1:{self.port}/hub"

    @property
    def told(self) -> dict[str, str]:
        """What the workbook's server finds in its environment."""
        return {
            "JUPYTERHUB_API_URL": f"http://127.0.0.1:{self.hub_port}/hub/api",
            "JUPYTERHUB_API_TOKEN": self.token,
            "JUPYTERHUB_CLIENT_ID": "service-lhs",
        }

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        config = self.folder / "jupyterhub_config.py"
        ours = REPOSITORY / "deploy" / "jupyterhub" / "jupyterhub_config.py"
        config.write_text(
            _OF_THE_TEST.format(
                ours=str(ours),
                hub_port=self.hub_port,
                proxy_port=self.proxy_port,
                token=self.tests_token,
            )
        )
        told = {
            "LHS_HUB_TOKEN": self.token,
            "LHS_HUB_ADDRESS": f"http://127.0.0.1:{self.port}",
            "LHS_PUBLIC_ADDRESS": self.workbook,
            "PATH": f"{_PROXY}{os.pathsep}{os.environ['PATH']}",
        }
        with (self.folder / "hub.log").open("wb") as log:
            process = subprocess.Popen(
                [_JUPYTERHUB, "--config", config],
                cwd=self.folder,
                env={**os.environ, **told},
                stdout=log,
                stderr=log,
            )
            try:
                yield process
            finally:
                proxy = psutil.Process(process.pid).children(recursive=True)
                for each in (process, *proxy):  # nothing of it is kept: it need not clean up
                    each.kill()
                process.wait()

    def wait(self, process: subprocess.Popen[bytes]) -> None:
        """Until it answers."""

        def answers() -> bool:
            assert process.poll() is None, (self.folder / "hub.log").read_text()
            try:
                with urllib.request.urlopen(f"{self.address}/api", timeout=2):
                    return True
            except (urllib.error.URLError, OSError):
                return False

        wait_until(answers, "JupyterHub", 60)

    def take_right_away(self, name: str) -> None:
        """Take someone out of the group, as its administrator does."""
        request = urllib.request.Request(
            f"{self.told['JUPYTERHUB_API_URL']}/groups/facilitators/users",
            data=f'{{"users": ["{name}"]}}'.encode(),
            method="DELETE",
            headers={"Authorization": f"token {self.tests_token}"},
        )
        with urllib.request.urlopen(request, timeout=20) as reply:
            assert reply.status == 200

    def sign_in(self, page: Page, name: str) -> None:
        """Fill the Hub's own form; its password is any."""
        expect(page.locator("#username_input")).to_be_visible()
        page.locator("#username_input").fill(name)
        page.locator("#password_input").fill("any")
        page.locator("#login_submit").click()
