"""Documents (fields and lists) in which any value is another, or is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3)
    ),
    max_leaves=6,
)


def spoil(document: Any, data: st.DataObject) -> None:
    """Replace one value at any depth, or take it out."""
    holder, key = data.draw(st.sampled_from(list(_places(document))))
    if data.draw(st.booleans()):
        holder[key] = data.draw(_values)
    else:
        del holder[key]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every field and list entry, with what holds it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(inside):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)
