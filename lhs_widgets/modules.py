"""Several small JavaScript files as one module.

Where a module is loaded from a blob or written into a page, relative imports can't work; so the
files that it imports are put in front of it. Plain ES modules stay plain: an editor, a linter and
Node read the same files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_IMPORT = re.compile(
    r'^import \{(?P<names>[^}]*)\} from "(?P<file>\.{1,2}/[\w./]+)";\n', re.MULTILINE
)
_COMMENT = re.compile(r"^[ \t]*(/\*(.|\n)*?\*/|//.*)[ \t]*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function|class|const|let) (?P<name>\w+))", re.MULTILINE
)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)


def joined(file: Path) -> str:
    """A module with what it imports, each file once, in the order of need."""
    parts: dict[Path, str] = {}
    _collect(file, parts)
    *needed, last = parts
    return bare("\n".join([*(_EXPORT.sub("", parts[each]) for each in needed), parts[last]]))


def bundled(entries: Mapping[str, Path], last: Path) -> str:
    """Several modules as one: each one's default export under a name, then ``last`` is run.

    What they share is there once. Each file keeps a scope of its own.
    """
    files: dict[Path, str] = {}
    for file in (*entries.values(), last):
        _collect(file.resolve(), files)
    names = {file: f"file{number}" for number, file in enumerate(files)}
    scopes = [_scope(file, names) for file in files]
    exports = [
        f"export const {name} = {names[file.resolve()]}.default;" for name, file in entries.items()
    ]
    return bare("\n".join([*scopes, *exports]))


def _scope(file: Path, names: Mapping[Path, str]) -> str:
    """A file as an object of what it exports."""
    text = file.read_text("utf-8")
    needed = [
        f"const {{{found['names']}}} = {names[_needed(file, found)]};"
        for found in _IMPORT.finditer(text)
    ]
    exported = [found["name"] for found in _EXPORT.finditer(text)]
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    body, defaults = _DEFAULT.subn("const exported = ", body)
    if defaults:
        exported.append("default: exported")
    lines = [*needed, body, f"return {{ {', '.join(exported)} }};"]
    return "\n".join([f"const {names[file]} = (() => {{", *lines, "})();"])


def bare(code: str) -> str:
    """JavaScript or CSS without the lines that are only comment, and without indentation.

    A phone gets a third less; lines stay lines, so that an error still names one.
    """
    return _INDENT.sub("", _COMMENT.sub("", code))


def _collect(file: Path, parts: dict[Path, str]) -> None:
    if file in parts:
        return
    text = file.read_text("utf-8")
    for found in _IMPORT.finditer(text):
        _collect(_needed(file, found), parts)
    parts[file] = _IMPORT.sub("", text)


def _needed(file: Path, found: re.Match[str]) -> Path:
    return (file.parent / found["file"]).resolve()
