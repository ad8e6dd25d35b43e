"""Several small JavaScript files as one module.

Where a module is loaded from a blob or written into a page, relative imports can't work; so the
files that it imports are put in front of it. Plain ES modules stay plain: an editor, a linter and
Node read the same files.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "(?P<file>\.{1,2}/[\w./]+)";\n', re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(/\*(.|\n)*?\*/|//.*)[ \t]*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(async )?function|class|const|let)", re.MULTILINE)


def joined(file: Path) -> str:
    """A module with what it imports, each file once, in the order of need."""
    parts: dict[Path, str] = {}
    _collect(file, parts)
    *needed, last = parts
    return bare("\n".join([*(_EXPORT.sub("", parts[each]) for each in needed), parts[last]]))


def bare(code: str) -> str:
    """JavaScript or CSS without the lines that are only comment, and without indentation.

    A phone gets a third less; lines stay lines, so that an error still names one.
    """
    return _INDENT.sub("", _COMMENT.sub("", code))


def _collect(file: Path, parts: dict[Path, str]) -> None:
    text = file.read_text("utf-8")
    for needed in _IMPORT.finditer(text):
        other = (file.parent / needed["file"]).resolve()
        if other not in parts:
            _collect(other, parts)
    parts[file] = _IMPORT.sub("", text)
