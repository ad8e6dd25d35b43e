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


def is_made(name: str) -> bool:
    """Whether a framework's environment is there and up to date."""
    folder = _PLACE / name
    mark, python = folder / "made-from", folder / "bin" / "python"
    return mark.is_file() and mark.read_text() == _pins(name)[1] and python.exists()


def python_of(name: str) -> Path:
    """The interpreter of a framework's environment; makes the environment if need be."""
    folder = _PLACE / name
    mark, python = folder / "made-from", folder / "bin" / "python"
    if not is_made(name):
        pins, made_from = _pins(name)
        _uv("venv", "--clear", "--python", sys.executable, str(folder))
        # Compiled files: a first start must not pay for them.
        options = ["--compile-bytecode", "--require-hashes", "--python", str(python)]
        _uv("pip", "install", *options, "-r", str(pins))
        mark.write_text(made_from)
    return python


def _pins(name: str) -> tuple[Path, str]:
    """The file of what an environment holds, and its fingerprint."""
    pins = _REQUIREMENTS / f"{name}.txt"
    return pins, hashlib.sha256(pins.read_bytes()).hexdigest()


def _uv(*arguments: str) -> None:
    command = [sys.executable, "-m", "uv", "--quiet", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["uv failed without a word"]
        raise EnvironmentFailed(lines[-1].strip()[:200])
