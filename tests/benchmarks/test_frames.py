"""Frames carry any message there and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.frames import Message, decode, encode

_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
_parts = st.dictionaries(st.text(), _values, max_size=4)
_messages = st.builds(
    Message,
    channel=st.sampled_from(["shell", "control", "iopub", "stdin"]),
    header=_parts,
    content=_parts,
    parent_header=_parts,
    metadata=_parts,
    buffers=st.lists(st.binary(max_size=40), max_size=3).map(tuple),
)


@settings(max_examples=40)  # each is a whole message
@given(_messages)
def test_a_message_survives_its_frame(message: Message) -> None:
    assert decode(encode(message)) == message


@given(st.binary(max_size=40))
def test_what_is_no_frame_is_refused(noise: bytes) -> None:
    with pytest.raises(ValueError, match="frame"):
        decode(noise)


def test_a_frame_is_laid_out_as_jupyter_server_reads_it() -> None:
    from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1

    message = Message("shell", {"msg_type": "comm_msg"}, {"comm_id": "a"}, buffers=(b"xyz",))
    channel, parts = deserialize_msg_from_ws_v1(encode(message))
    assert channel == "shell"
    assert parts[0] == b'{"msg_type": "comm_msg"}'
    assert parts[3:] == [b'{"comm_id": "a"}', b"xyz"]
