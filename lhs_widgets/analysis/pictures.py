"""Charts as pictures made on this machine: nothing is loaded from a network to show them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Any

import altair as alt

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def draw_offline() -> None:
    """Show charts as PNG pictures, with their description as plain text and as the picture's."""
    alt.renderers.register("lhs-picture", _rendered)
    alt.renderers.enable("lhs-picture")


def png(chart: alt.TopLevelMixin | dict[str, Any]) -> bytes:
    """A chart, or its specification, as a PNG picture."""
    import vl_convert

    spec = chart if isinstance(chart, dict) else chart.to_dict()
    version = "_".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
    return _smaller(vl_convert.vegalite_to_png(spec, vl_version=version, scale=1.5))


def _rendered(spec: dict[str, Any], **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    described = str(spec["description"])
    return (
        {"image/png": png(spec), "text/plain": described},
        {"image/png": {"alt": described}},
    )


def _smaller(picture: bytes) -> bytes:
    """The same picture, packed four times tighter: vl-convert packs for speed, and we keep them."""
    chunks = list(_chunks(picture))
    packed = b"".join(content for kind, content in chunks if kind == b"IDAT")
    tight = zlib.compress(zlib.decompress(packed), 9)
    ahead = [chunk for chunk in chunks if chunk[0] not in (b"IDAT", b"IEND")]
    return _SIGNATURE + b"".join(
        _chunk(kind, content) for kind, content in [*ahead, (b"IDAT", tight), (b"IEND", b"")]
    )


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
