"""Whose word a server takes for who is at the other end of a proxy."""

from __future__ import annotations

import pytest
from tornado.httputil import HTTPHeaders

from lhs_widgets.errors import BadInput
from lhs_widgets.server.cli import main
from lhs_widgets.server.proxies import ON_THIS_MACHINE, Networks, read_proxies, weigh

ELSEWHERE = read_proxies(["10.0.0.5", "10.1.0.0/16", "fd00::/8"])


def who(peer: str, proxies: Networks, said: str) -> str:
    """Whom the server takes for the visitor."""
    headers = HTTPHeaders({"X-Forwarded-For": said})
    weigh(headers, peer, proxies)
    return headers.get("X-Forwarded-For", peer)


def test_a_proxy_that_was_named_is_believed() -> None:
    assert who("127.0.0.1", ON_THIS_MACHINE, "192.0.2.7") == "192.0.2.7"
    assert who("::1", ON_THIS_MACHINE, "192.0.2.7") == "192.0.2.7"
    assert who("10.0.0.5", ELSEWHERE, "192.0.2.7") == "192.0.2.7"
    assert who("fd00::7", ELSEWHERE, "2001:db8::1") == "2001:db8::1"


def test_nobody_else_is() -> None:
    assert who("10.0.0.6", ELSEWHERE, "192.0.2.7") == "10.0.0.6"
    assert who("127.0.0.1", ELSEWHERE, "192.0.2.7") == "127.0.0.1"
    assert who("0.0.0.0", ON_THIS_MACHINE, "192.0.2.7") == "0.0.0.0"


def test_what_a_visitor_said_before_the_proxy_is_not_believed() -> None:
    assert who("10.0.0.5", ELSEWHERE, "1.1.1.1, 192.0.2.7") == "192.0.2.7"
    assert who("10.0.0.5", ELSEWHERE, "1.1.1.1, 192.0.2.7, 10.1.2.3") == "192.0.2.7"


def test_who_comes_from_the_proxies_own_network_is_the_first() -> None:
    assert who("10.1.0.1", ELSEWHERE, "10.1.0.9, 10.1.0.2") == "10.1.0.9"


@pytest.mark.parametrize("peer", ["10.0.0.5", "10.0.0.6"])
def test_what_proxies_pass_on_as_a_visitor_sent_it_is_left_out(peer: str) -> None:
    headers = HTTPHeaders({"X-Real-Ip": "1.1.1.1", "X-Scheme": "https", "Host": "a"})
    weigh(headers, peer, ELSEWHERE)
    assert dict(headers) == {"Host": "a"}


def test_over_which_line_they_came_is_for_a_proxy_to_say() -> None:
    for peer, kept in (("10.0.0.5", "https"), ("10.0.0.6", None)):
        headers = HTTPHeaders({"X-Forwarded-Proto": "https"})
        weigh(headers, peer, ELSEWHERE)
        assert headers.get("X-Forwarded-Proto") == kept


@pytest.mark.parametrize("typed", ["proxy.example.org", "10.0.0.5/24", ""])
def test_what_is_no_address_of_a_proxy_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="is not a proxy's address"):
        read_proxies([typed])


def test_a_proxy_without_the_address_that_people_type_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["serve", "--proxy", "10.0.0.5"])
    assert "--proxy goes with --address" in capsys.readouterr().err
