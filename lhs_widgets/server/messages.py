"""Which messages a page may send its kernel: what our widgets say, and nothing else.

Jupyter's protocol lets a browser run code, make any widget and set any of its values. Our pages ask
for the state of widgets and send them messages of their own, which each widget checks. The rest
never reaches a kernel.
"""

from __future__ import annotations

import json
from typing import Any

from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1

#: How frames are laid out. Jupyter reads a frame by an older protocol where none was agreed on.
SUBPROTOCOL = "v1.kernel.websocket.jupyter.org"

_CONTROL = "jupyter.widget.control"
_MOST_PARTS = 64
#: Pages ask for all states at once; one that was opened before an update of the server may still be
#: of the version that asked each widget.
_ASKS = frozenset({"request_states", "request_state"})


def is_of_a_widget(frame: str | bytes) -> bool:
    """Whether a websocket frame is something that a page of ours sends; see ``models.js``."""
    if not isinstance(frame, bytes):
        return False  # the older protocol, which no page of ours speaks
    if int.from_bytes(frame[:8], "little") > _MOST_PARTS:
        return False  # Jupyter would count to that number, which may have twenty digits
    try:
        channel, parts = deserialize_msg_from_ws_v1(frame)  # type: ignore[no-untyped-call]
        kind = json.loads(parts[0])["msg_type"]
        content = json.loads(parts[3])
        return channel == "shell" and len(parts) >= 4 and _is_expected(kind, content)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError):
        return False


def _is_expected(kind: str, content: dict[str, Any]) -> bool:
    if kind == "comm_open":
        return bool(content["target_name"] == _CONTROL)
    if kind != "comm_msg":
        return False
    data = content["data"]
    method = data["method"]
    return method in _ASKS or (method == "custom" and isinstance(data["content"], dict))
