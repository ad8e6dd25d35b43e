"""A real PostgreSQL server for tests and measurements, in a folder and on a socket of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg

from lhs_widgets.store.backends.exchange import metadata as of_replicas
from lhs_widgets.store.kept import metadata as of_servers
from lhs_widgets.store.tables import metadata

#: For tests: a death of the machine is not among what they bring about.
QUICK = ("fsync=off", "full_page_writes=off")


class Cluster:
    """One server, with as many databases as tests ask for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def pid(self) -> int:
        """The server's first process, of which all others are children."""
        return int((self._folder / "data" / "postmaster.pid").read_text().splitlines()[0])

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={quote(str(self._folder))}"

    def new_database(self) -> str:
        """The URL of an empty database."""
        name = f"test_{uuid4().hex[:12]}"
        self.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def empty(self, url: str) -> None:
        """Throw away all rows of our tables."""
        tables = [*metadata.tables, *of_servers.tables, *of_replicas.tables]
        self.execute(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY", at=url)

    def execute(self, *statements: str, at: str = "") -> None:
        with psycopg.connect(at or self.url(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)


def programs() -> Path:
    """Where the programs of the newest PostgreSQL on this machine are."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    found = str(debian[-1]) if debian else shutil.which("initdb")
    assert found, "scripts/set-up-servers installs PostgreSQL"
    return Path(found).parent


def _version(program: Path) -> float:
    return float(program.parts[-3])


@contextmanager
def cluster(*options: str) -> Iterator[Cluster]:
    """A server that runs while the block does. It refuses to be root's, so then it is another's."""
    user = "postgres" if os.getuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="lhs-pg-") as made:
        folder = Path(made)
        if user:
            shutil.chown(folder, user)
        data = str(folder / "data")
        settings = (
            *options,
            "max_connections=400",
            "listen_addresses=",
            f"unix_socket_directories={folder}",
        )

        def run(program: str, *arguments: str) -> None:
            subprocess.run(
                [programs() / program, "-D", data, *arguments],
                user=user,
                cwd=folder,
                check=True,
                stdout=subprocess.DEVNULL,
            )

        run("initdb", "--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8")
        started = " ".join(f"-c {setting}" for setting in settings)
        run(
            "pg_ctl",
            "start",
            "--wait",
            "--timeout=300",
            "--log",
            str(folder / "log"),
            "--options",
            started,
        )
        try:
            yield Cluster(folder)
        finally:
            run("pg_ctl", "stop", "--mode=immediate")
