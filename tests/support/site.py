"""Servers that share a database, behind a proxy with the configuration that we ship."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.support.certificates import self_signed
from tests.support.room import REPOSITORY, Room, free_port, wait_until

DEPLOY = REPOSITORY / "deploy"

Start = Callable[[Path, int, list[int]], "subprocess.Popen[bytes]"]


def start_nginx(folder: Path, port: int, servers: list[int]) -> subprocess.Popen[bytes]:
    """nginx with the shipped file, on ports of this test."""
    certificate, key = self_signed(folder)
    shipped = _with(
        (DEPLOY / "nginx" / "lhs.conf").read_text("utf-8"),
        {
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
            "/etc/ssl/lhs/certificate.pem": str(certificate),
            "/etc/ssl/lhs/key.pem": str(key),
            "127.0.0.1:8866": f"127.0.0.1:{servers[0]}",
            "127.0.0.1:8867": f"127.0.0.1:{servers[1]}",
        },
    )
    places = " ".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = (
        f"daemon off; pid {folder}/pid; error_log stderr; worker_processes 1;"
        f"{' user root;' if os.getuid() == 0 else ''} events {{ worker_connections 1024; }}"
        f" http {{ access_log off; {places}\n{shipped}\n}}"
    )
    (folder / "nginx.conf").write_text(whole, "utf-8")
    return _start(folder, _program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf"))


def start_caddy(folder: Path, port: int, servers: list[int]) -> subprocess.Popen[bytes]:
    """Caddy with the shipped file, on ports of this test, and a certificate of its own making."""
    shipped = _with(
        (DEPLOY / "caddy" / "Caddyfile").read_text("utf-8"),
        {
            "{$LHS_NAME:workshops.example.org} {": f"https://127.0.0.1:{port} {{\n\ttls internal\n",
            "127.0.0.1:8866": f"127.0.0.1:{servers[0]}",
            "127.0.0.1:8867": f"127.0.0.1:{servers[1]}",
        },
    )
    apart = f"admin off\nskip_install_trust\nauto_https disable_redirects\nhttp_port {free_port()}"
    (folder / "Caddyfile").write_text(
        f"{{\n{apart}\nstorage file_system {folder}\n}}\n{shipped}", "utf-8"
    )
    return _start(
        folder,
        _program("caddy"),
        "run",
        "--config",
        str(folder / "Caddyfile"),
        "--adapter",
        "caddyfile",
    )


def _program(name: str) -> str:
    """A server that ``scripts/set-up-servers`` found or unpacked."""
    unpacked = REPOSITORY / ".venv" / "servers" / "usr"
    places = [str(unpacked / "sbin"), str(unpacked / "bin"), os.environ["PATH"], "/usr/sbin"]
    found = shutil.which(name, path=os.pathsep.join(places))
    assert found, "scripts/set-up-servers gets it"
    return found


def _with(text: str, changes: dict[str, str]) -> str:
    for shipped, ours in changes.items():
        assert shipped in text, f"{shipped!r} is no longer in the file"
        text = text.replace(shipped, ours)
    return text


def _start(folder: Path, *command: str) -> subprocess.Popen[bytes]:
    with (folder / "proxy.log").open("ab") as log:
        return subprocess.Popen(
            command, stdout=log, stderr=log, cwd=folder, env={**os.environ, "HOME": str(folder)}
        )


class Site:
    """Two servers on one database, and the proxies through which people reach them."""

    def __init__(self, folder: Path, database: str) -> None:
        self._folder = folder
        self._proxies: list[subprocess.Popen[bytes]] = []
        self.servers = [
            Room(
                folder / name / "data",
                options=("--address", "https://workshops.example.org"),
                database=database,
            )
            for name in ("one", "two")
        ]

    def open(self) -> None:
        """Start the servers, and wait until they answer."""
        for server in self.servers:
            server.open()

    def behind(self, start: Start) -> str:
        """Start a proxy before them; returns the address at which people come."""
        port = free_port()
        address = f"https://127.0.0.1:{port}"
        folder = self._folder / f"proxy-{port}"
        folder.mkdir()
        proxy = start(folder, port, [server.port for server in self.servers])
        self._proxies.append(proxy)

        def answers() -> bool:
            assert proxy.poll() is None, (folder / "proxy.log").read_text()
            return _answers(address)

        wait_until(answers, f"the proxy on {address}")
        return address

    def close(self) -> None:
        for proxy in self._proxies:
            proxy.terminate()
            proxy.wait(20)
        for server in self.servers:
            server.close()


def _answers(address: str) -> bool:
    trusting = ssl._create_unverified_context()  # its certificate was signed a moment ago
    try:
        urllib.request.urlopen(f"{address}/healthz", timeout=2, context=trusting).close()
    except (urllib.error.URLError, OSError):
        return False
    return True
