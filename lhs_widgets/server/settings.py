"""Where a server keeps its data and how it is reached."""

from __future__ import annotations

import os
import secrets
import socket
import ssl
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import BadInput, StoreError
from ..store import Store
from ..store.backends import is_url, without_password
from ..store.backup import in_use
from ..store.kept import Kept, kept_at
from ..workshop.codes import new_secret
from .proxies import Networks

DEFAULT_DATA = "data"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8866

_DATA = "LHS_DATA"
_ADDRESS = "LHS_ADDRESS"


@dataclass(frozen=True)
class Settings:
    """Where workshops are saved, and the address at which people reach the server."""

    #: A data folder, or the URL of a PostgreSQL database.
    data: str | Path
    address: str
    #: A certificate and its private key, for a server that speaks TLS itself.
    certificate: Path | None = None
    private_key: Path | None = None
    #: The proxies that pass people on, and are believed who they are.
    proxies: Networks = ()

    @classmethod
    def of(cls, data: str | Path) -> Settings:
        """The settings of a data folder or a database, with the address it was last served at."""
        place = data if is_url(data) else Path(data).resolve()
        with suppress(StoreError):  # whoever needs the store is told what is wrong with it
            if noted := _kept(place).get("address"):
                return cls(place, noted)
        return cls(place, public_address(DEFAULT_HOST, DEFAULT_PORT))

    @classmethod
    def of_this_server(cls) -> Settings:
        """What the server told the processes that it starts; see :meth:`tell`."""
        return cls(os.environ[_DATA], os.environ[_ADDRESS])

    def tell(self) -> None:
        """Tell the processes that this one starts."""
        os.environ[_DATA] = str(self.data)
        os.environ[_ADDRESS] = self.address

    @property
    def where(self) -> str:
        """Where workshops are saved, as it may be printed."""
        return without_password(self.data)

    @property
    def folder(self) -> Path | None:
        """The data folder; None where workshops are saved in a database."""
        return None if is_url(self.data) else Path(self.data)

    def folder_for(self, what: str) -> Path:
        """The data folder, for ``what`` is only done to one.

        Raises
        ------
        BadInput
            Workshops are saved in a database.
        """
        if self.folder is None:
            raise BadInput(f"{what} with PostgreSQL's own tools: docs/deployment.md says how.")
        return self.folder

    def held(self) -> AbstractContextManager[None]:
        """Hold the data folder while it is served, so that nothing is restored over it."""
        return in_use(self.folder) if self.folder else nullcontext()

    def tls(self) -> ssl.SSLContext | None:
        """How the server speaks TLS; None where it does not.

        Raises
        ------
        BadInput
            The certificate or its key can't be used.
        """
        if self.certificate is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            context.load_cert_chain(self.certificate, self.private_key)
        except OSError as error:  # ssl.SSLError is one
            raise BadInput(
                f"The certificate {self.certificate} can't be used with its key: {error.strerror}."
            ) from error
        return context

    def note_address(self) -> None:
        """Remember the address, for the links that other commands print."""
        _kept(self.data).keep("address", self.address)

    @property
    def has_store(self) -> bool:
        """Whether workshops were ever saved here."""
        if self.folder and self.folder.exists() and not self.folder.is_dir():
            raise BadInput(
                f"{self.folder} is a file: give the folder in which workshops are saved."
            )
        return Store.is_in(self.data)

    def make_store(self) -> Store:
        """The store, which is made if it is missing."""
        return Store(self.data)

    def open_store(self) -> Store:
        """The store that is there: a mistyped folder is said, not made."""
        if not self.has_store:
            raise BadInput(f"No workshops are saved in {self.where}: `lhs new` opens one.")
        return Store(self.data)

    def join_url(self, code: str) -> str:
        return f"{self.address}/join/{code}"

    def wall_url(self, code: str) -> str:
        return f"{self.address}/wall/{code}"

    def facilitate_url(self, key: str, code: str | None = None) -> str:
        """The secret link: to one workshop, or to all of this server."""
        workshop = f"workshop={code}&" if code else ""
        return f"{self.address}/facilitate?{workshop}key={key}"

    def facilitator_key(self) -> str:
        """The key to every workshop of this server; made at its first use."""
        return _kept(self.data).get_or_make("facilitator.key", new_secret)

    def cookie_secret(self) -> str:
        """What signs cookies, so that nobody has to sign in again after a restart."""
        return _kept(self.data).get_or_make("cookie.key", secrets.token_urlsafe)


def public_address(host: str, port: int, *, tls: bool = False) -> str:
    """The address people type: this machine's own in the room when it listens everywhere."""
    name = _address_in_the_room() if host in ("", "0.0.0.0", "::") else host
    return f"http{'s' if tls else ''}://{name}:{port}"


def read_address(typed: str) -> str:
    """An address that people reach through a proxy, such as ``https://workshops.example.org``.

    Raises
    ------
    BadInput
        It is not an http or https address of a host.
    """
    parts = urlsplit(typed)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
        raise BadInput(f"{typed!r} is not an address such as https://workshops.example.org.")
    return f"{parts.scheme}://{parts.netloc}"


def _address_in_the_room() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Choosing a route sends nothing; 192.0.2.1 is reserved for documentation.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return DEFAULT_HOST


@cache
def _kept(data: str | Path) -> Kept:
    return kept_at(data)
