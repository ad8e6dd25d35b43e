"""Importing the package does nothing, and every module says what it is for."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import lhs_widgets

PACKAGE = Path(lhs_widgets.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages([str(PACKAGE)], "lhs_widgets.")
    if not module.name.endswith("__main__")  # it is for running, not for importing
)

#: Imports what it is told to and prints what that started: there should be nothing to print.
WATCHER = """
import importlib, os, sys, threading

WATCHED = {
    "_thread.start_new_thread", "os.fork", "os.posix_spawn", "socket.connect", "sqlite3.connect",
    "subprocess.Popen",
}

def open_files():
    names = [f"/proc/self/fd/{name}" for name in os.listdir("/proc/self/fd")]
    return {os.readlink(name) for name in names if os.path.exists(name)}

started = []
sys.addaudithook(lambda event, details: started.append(event) if event in WATCHED else None)
before = open_files()
for module in sys.argv[1:]:
    importlib.import_module(module)
started += [f"thread {thread.name}" for thread in threading.enumerate()[1:]]
started += sorted(open_files() - before)
print(*started, sep="\\n", end="")
"""

HEAVY = {"alembic", "altair", "pandas", "pyarrow", "scipy"}

#: What the kernel behind a participant's page imports.
PARTICIPANTS_PATH = ("deck", "session", "store", "widgets", "workshop")


def run(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_importing_every_module_starts_nothing() -> None:
    assert len(MODULES) > 15
    assert run(WATCHER, *MODULES) == ""


def test_the_watcher_sees_what_an_import_starts(tmp_path: Path) -> None:
    (tmp_path / "noisy.py").write_text("import socket\nit = socket.socket()\n")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{WATCHER}"
    assert run(code, "noisy").startswith("socket:[")


def test_a_participants_page_loads_nothing_heavy() -> None:
    wanted = ", ".join(f"lhs_widgets.{part}" for part in PARTICIPANTS_PATH)
    loaded = run(f"import sys, {wanted}; print(*sys.modules)").split()
    assert "lhs_widgets.store" in loaded
    assert not HEAVY & set(loaded)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_every_module_has_a_docstring(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text("utf-8")))


@pytest.mark.parametrize("name", ["lhs_widgets", *MODULES])
def test_every_listed_name_is_there(name: str) -> None:
    module = importlib.import_module(name)
    assert [n for n in getattr(module, "__all__", []) if not hasattr(module, n)] == []
