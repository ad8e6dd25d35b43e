"""The machine's size and the versions measured; no names, no paths."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from .contenders import ALL, Contender
from .environments import is_made, python_of

_OURS = ("voila", "ipywidgets", "ipykernel", "anywidget", "jupyter-server", "tornado", "playwright")


def describe() -> str:
    """Sentences for the head of the report."""
    frameworks = [each for each in ALL if not each.is_voila]
    versions = [*(f"{name} {metadata.version(name)}" for name in _OURS), *_versions(frameworks)]
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return (
        f"Taken on {datetime.now(UTC):%Y-%m-%d}: {os.cpu_count()} cores ({_processor()}), "
        f"{_memory_gb():.0f} GB of memory, {system}, Python {platform.python_version()}, "
        f"{_chromium()}. Browser and server share the machine.\n\nVersions: {', '.join(versions)}."
    )


def _versions(contenders: Iterable[Contender]) -> list[str]:
    found = []
    for each in contenders:
        ask = f"from importlib.metadata import version; print(version({each.package!r}))"
        if not is_made(each.package):
            continue
        python = str(python_of(each.package))
        done = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False)
        found.append(f"{each.package} {done.stdout.strip()}")
    return found


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def _chromium() -> str:
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        return "Playwright's Chromium"
    done = subprocess.run([executable, "--version"], capture_output=True, text=True, check=False)
    return " ".join(done.stdout.split()[:2]) or "Chromium"
