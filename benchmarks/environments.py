"""An environment of its own for each framework, made from pinned versions when it is missing."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

_REQUIREMENTS = Path(__file__).parent / "requirements"
_PLACE = Path(__file__).parents[1] / ".venv-bench"


class EnvironmentFailed(Exception):
    """An environment could not be installed; says why in a line."""


def python_of(name: str) -> Path:
    """The interpreter of a framework's environment; makes the environment if need be."""
    folder, pins = _PLACE / name, _REQUIREMENTS / f"{name}.txt"
    made_from = hashlib.sha256(pins.read_bytes()).hexdigest()
    mark, python = folder / "made-from", folder / "bin" / "python"
    if not (mark.is_file() and mark.read_text() == made_from and python.exists()):
        _uv("venv", "--clear", "--python", sys.executable, str(folder))
        # Compiled files: a first start must not pay for them.
        options = ["--compile-bytecode", "--require-hashes", "--python", str(python)]
        _uv("pip", "install", *options, "-r", str(pins))
        mark.write_text(made_from)
    return python


def _uv(*arguments: str) -> None:
    command = [sys.executable, "-m", "uv", "--quiet", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["uv failed without a word"]
        raise EnvironmentFailed(lines[-1].strip()[:200])
