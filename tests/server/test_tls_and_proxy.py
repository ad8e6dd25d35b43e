"""With a certificate of its own, or behind a proxy that has one."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from lhs_widgets.deck import deck_text
from lhs_widgets.errors import BadInput
from lhs_widgets.server.settings import Settings, read_address
from lhs_widgets.store import Record
from lhs_widgets.workshop.codes import fingerprint
from tests.server.conftest import KEY, Visitor
from tests.support.certificates import self_signed
from tests.support.room import Room


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def secure_room(
    tmp_path_factory: pytest.TempPathFactory, certificate: tuple[Path, Path]
) -> Iterator[Room]:
    """A server that speaks TLS."""
    options = ("--certificate", str(certificate[0]), "--private-key", str(certificate[1]))
    trust = ssl.create_default_context(cafile=certificate[0])
    room = Room(tmp_path_factory.mktemp("secure") / "data", options=options, trust=trust)
    room.open()
    yield room
    room.close()


@pytest.fixture(scope="module")
def proxied_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A server behind a proxy; the tests say what the proxy says."""
    options = ("--address", "https://workshops.example.org")
    room = Room(tmp_path_factory.mktemp("proxied") / "data", options=options)
    room.open()
    yield room
    room.close()


def workshop_in(room: Room) -> Record:
    return room.store.open_workshop(deck_text("roadmap"), "A test", fingerprint(KEY))


def cookies_set(room: Room, **headers: str) -> str:
    reply = Visitor(room).post(f"/join/{workshop_in(room).code}", {"consent": "yes"}, **headers)
    assert reply.status == 303
    return reply.headers["Set-Cookie"]


class TestTLS:
    def test_pages_come_over_tls_and_links_say_so(self, secure_room: Room) -> None:
        record = workshop_in(secure_room)
        visitor = Visitor(secure_room)
        assert visitor.join(record).place == f"/walk/{record.code}"
        assert "data-model=" in visitor.get(f"/walk/{record.code}").text
        assert secure_room.facilitate_url.startswith("https://127.0.0.1:")

    def test_cookies_never_leave_over_an_open_line(self, secure_room: Room) -> None:
        assert "Secure" in cookies_set(secure_room)
        assert "Strict-Transport-Security" in Visitor(secure_room).get("/").headers

    def test_an_old_tls_is_refused(self, secure_room: Room) -> None:
        assert secure_room.trust is not None
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
        old.set_ciphers("DEFAULT@SECLEVEL=0")
        with pytest.warns(DeprecationWarning, match="TLSv1_1"):
            old.maximum_version = ssl.TLSVersion.TLSv1_1
        with pytest.raises(OSError, match=r"TLS|SSL"):
            Visitor(Room(secure_room.data, secure_room.port, trust=old)).get("/")

    def test_a_certificate_that_can_not_be_used_is_said(
        self, tmp_path: Path, certificate: tuple[Path, Path]
    ) -> None:
        for pair in ((tmp_path / "missing", None), (certificate[1], certificate[0])):
            with pytest.raises(BadInput, match="can't be used with its key"):
                Settings(tmp_path, "", *pair).tls()


class TestProxy:
    def test_links_name_the_address_that_people_type(self, proxied_room: Room) -> None:
        assert proxied_room.facilitate_url.startswith("https://workshops.example.org/facilitate?")

    def test_what_the_proxy_says_of_its_line_is_believed(self, proxied_room: Room) -> None:
        headers = {"X_Forwarded_Proto": "https", "X_Forwarded_For": "192.0.2.7"}
        assert "Secure" in cookies_set(proxied_room, **headers)
        assert "Secure" not in cookies_set(proxied_room)

    def test_a_form_of_the_public_address_is_from_here(self, proxied_room: Room) -> None:
        proxied = {"Host": "workshops.example.org", "Origin": "https://workshops.example.org"}
        assert cookies_set(proxied_room, **proxied)

    def test_wrong_guesses_are_counted_by_who_made_them(self, proxied_room: Room) -> None:
        """Else one guesser behind the proxy would shut out everyone."""

        def guess(address: str) -> int:
            path = "/find?code=ZZZZZZ"
            return Visitor(proxied_room).get(path, X_Forwarded_For=address).status

        assert {guess("192.0.2.66") for _ in range(60)} == {404, 429}
        assert guess("192.0.2.7") == 404

    def test_a_guesser_has_no_other_way_to_be_somebody_else(self, proxied_room: Room) -> None:
        """Proxies pass on what they don't know."""
        guesses = [
            Visitor(proxied_room).get(
                "/find?code=ZZZZZZ", X_Forwarded_For="192.0.2.99", X_Real_Ip=f"192.0.3.{number}"
            )
            for number in range(60)
        ]
        assert {each.status for each in guesses} == {404, 429}

    def test_without_a_proxy_nobody_speaks_for_another(self, visitor: Visitor) -> None:
        record = workshop_in(visitor.room)
        form = {"consent": "yes"}
        reply = visitor.post(f"/join/{record.code}", form, X_Forwarded_Proto="https")
        assert "Secure" not in reply.headers["Set-Cookie"]

    @pytest.mark.parametrize(
        "typed", ["workshops.example.org", "ftp://a", "https://", "http://a/b"]
    )
    def test_what_is_no_address_is_refused(self, typed: str) -> None:
        with pytest.raises(BadInput, match="is not an address"):
            read_address(typed)

    def test_an_address_is_kept_without_its_slash(self) -> None:
        assert read_address("https://workshops.example.org/") == "https://workshops.example.org"


def test_what_a_page_may_run_came_with_it(visitor: Visitor) -> None:
    record = workshop_in(visitor.room)
    visitor.join(record)
    for path in ("/", f"/take-back/{record.code}", f"/walk/{record.code}", f"/wall/{record.code}"):
        reply = visitor.get(path)
        policy = reply.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        scripts = policy.partition("script-src")[2]
        assert "unsafe" not in scripts
        assert "http" not in scripts
        (nonce,) = re.findall(r"'nonce-([\w-]+)'", scripts)
        tags = re.findall(r"<script(?![^>]*application/json)[^>]*>", reply.text)
        assert all(f'nonce="{nonce}"' in tag for tag in tags), path


def test_no_two_pages_share_the_word_that_lets_scripts_run(visitor: Visitor) -> None:
    policies = {visitor.get("/").headers["Content-Security-Policy"] for _ in range(3)}
    assert len(policies) == 3
