"""The JavaScript of a widget as one module.

anywidget loads a module from a blob, where relative imports can't work; so the few small files that
a widget imports are put in front of it. Plain ES modules stay plain: an editor, a linter and Node
read the same files.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<file>[\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(async )?function|class|const|let)", re.MULTILINE)

HERE = Path(__file__).parent


@cache
def module(stem: str) -> str:
    """The module ``stem``.js with what it imports, each file once, in the order of need."""
    parts: dict[str, str] = {}
    _collect(f"{stem}.js", parts)
    *needed, last = parts
    return "\n".join([*(_EXPORT.sub("", parts[name]) for name in needed), parts[last]])


@cache
def stylesheet() -> str:
    """The one stylesheet of all widgets and pages."""
    return (HERE / "style.css").read_text("utf-8")


def _collect(name: str, parts: dict[str, str]) -> None:
    text = (HERE / name).read_text("utf-8")
    for needed in _IMPORT.finditer(text):
        if needed["file"] not in parts:
            _collect(needed["file"], parts)
    parts[name] = _IMPORT.sub("", text)
