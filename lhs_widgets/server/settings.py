"""Where a server keeps its data and how it is reached."""

from __future__ import annotations

import os
import secrets
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import BadInput, StoreError
from ..store import Store
from ..workshop.codes import new_secret

DEFAULT_DATA = "data"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8866


@dataclass(frozen=True)
class Settings:
    """A data folder, and the address at which people reach the server."""

    data: Path
    address: str
    #: A certificate and its private key, for a server that speaks TLS itself.
    certificate: Path | None = None
    private_key: Path | None = None
    #: Whether a proxy on this machine passes people on, and says who they are.
    behind_proxy: bool = False

    @classmethod
    def of(cls, data: str | Path) -> Settings:
        """The settings of a data folder, with the address it was last served at."""
        if "://" in str(data):
            raise BadInput(f"The store {data!r} is not supported: give a folder.")
        folder = Path(data).resolve()
        noted = _saved(folder) / "address"
        address = noted.read_text("utf-8").strip() if noted.is_file() else ""
        return cls(folder, address or public_address(DEFAULT_HOST, DEFAULT_PORT))

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
        _private_file(_saved(self.data) / "address", self.address + "\n")

    @property
    def has_store(self) -> bool:
        """Whether workshops were ever saved here."""
        if self.data.exists() and not self.data.is_dir():
            raise BadInput(f"{self.data} is a file: give the folder in which workshops are saved.")
        return Store.is_in(self.data)

    def make_store(self) -> Store:
        """The store of the data folder, which is made if it is missing."""
        return Store(self.data)

    def open_store(self) -> Store:
        """The store that is there: a mistyped folder is said, not made."""
        if not self.has_store:
            raise BadInput(f"No workshops are saved in {self.data}: `lhs new` opens one.")
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
        return _kept(_saved(self.data) / "facilitator.key", new_secret)

    def cookie_secret(self) -> str:
        """What signs cookies, so that nobody has to sign in again after a restart."""
        return _kept(_saved(self.data) / "cookie.key", secrets.token_urlsafe)


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


def _saved(data: Path) -> Path:
    return data / "saved"


def _kept(file: Path, make: Callable[[], str]) -> str:
    """What a file holds, made at its first use.

    An empty one is what a full disk left: an empty key would open every door.
    """
    known = file.read_text("utf-8").strip() if file.is_file() else ""
    if not known:
        known = make()
        _private_file(file, known + "\n")
    return known


def _private_file(file: Path, text: str) -> None:
    """Write a file that only its owner reads: all of it, or the one of before stays."""
    if file.is_file() and file.read_text("utf-8") == text:
        return
    half = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        half.touch(mode=0o600)
        half.write_text(text, "utf-8")
        half.replace(file)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise StoreError(
            f"{file.parent} can't be written to: {error.strerror}. Make room on the disk, or let "
            "this user write there; then start again."
        ) from error
