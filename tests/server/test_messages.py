"""Only what widgets say passes to a kernel; whatever else comes over the socket is left there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1

from lhs_widgets.server.messages import is_of_a_widget

CUSTOM = {"comm_id": "a", "data": {"method": "custom", "content": {"type": "go"}}}
ASKING = {"comm_id": "a", "data": {"method": "request_states"}}
OPENING = {"comm_id": "a", "target_name": "jupyter.widget.control", "data": {}}


def frame(kind: str, content: Any, channel: str = "shell") -> bytes:
    parts = [json.dumps(part).encode() for part in ({"msg_type": kind}, {}, {}, content)]
    return bytes(serialize_msg_to_ws_v1(parts, channel))


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("comm_msg", CUSTOM),
        ("comm_msg", ASKING),
        ("comm_msg", {"comm_id": "a", "data": {"method": "request_state"}}),
        ("comm_open", OPENING),
    ],
)
def test_what_our_pages_send_passes(kind: str, content: Any) -> None:
    assert is_of_a_widget(frame(kind, content))


@pytest.mark.parametrize(
    "kind",
    ["execute_request", "shutdown_request", "interrupt_request", "input_reply", "comm_close", ""],
)
def test_no_other_message_passes(kind: str) -> None:
    assert not is_of_a_widget(frame(kind, CUSTOM | {"code": "1"}))


@pytest.mark.parametrize("channel", ["control", "stdin", "iopub", ""])
def test_no_other_channel_is_reached(channel: str) -> None:
    assert not is_of_a_widget(frame("comm_msg", CUSTOM, channel))


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("comm_msg", {"comm_id": "a", "data": {"method": "update", "state": {"locked": False}}}),
        ("comm_msg", {"comm_id": "a", "data": {"method": "custom", "content": "text"}}),
        ("comm_open", {"comm_id": "a", "target_name": "jupyter.widget", "data": {"state": {}}}),
        ("comm_open", {"comm_id": "a", "target_name": "__import__", "data": {}}),
    ],
    ids=["sets a value", "no object", "makes a widget", "another target"],
)
def test_no_page_sets_a_value_or_makes_a_widget(kind: str, content: Any) -> None:
    assert not is_of_a_widget(frame(kind, content))


@pytest.mark.parametrize(
    "harm",
    [
        b"",
        b"\xff" * 8,
        b"\xff" * 400,
        (2**63).to_bytes(8, "little") + b"\0" * 80,
        frame("comm_msg", CUSTOM)[:-3],
        frame("comm_msg", "[" * 100_000),
        json.dumps({"header": {"msg_type": "comm_msg"}, "content": CUSTOM}),
    ],
    ids=[
        "nothing",
        "one number",
        "numbers",
        "countless",
        "cut",
        "deep",
        "older protocol",
    ],
)
def test_what_is_no_frame_is_no_message(harm: str | bytes) -> None:
    assert not is_of_a_widget(harm)


@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_answered(content: bytes) -> None:
    assert not is_of_a_widget(content)


@given(st.integers(0, len(frame("comm_msg", CUSTOM)) - 1), st.integers(0, 255))
def test_a_changed_byte_never_makes_an_error(place: int, value: int) -> None:
    whole = bytearray(frame("comm_msg", CUSTOM))
    whole[place] = value
    assert is_of_a_widget(bytes(whole)) in (True, False)
