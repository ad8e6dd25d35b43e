"""How much memory is left for pages."""

from __future__ import annotations

from pathlib import Path

_PLENTY = 2**62

_GROUPS = Path("/sys/fs/cgroup")


def available_memory() -> int:
    """Bytes that can be used without swapping: of the machine, and of what the service may have."""
    return min(_of_the_machine(Path("/proc/meminfo")), _of_the_service(_own_group()))


def can_merge(settings: Path = Path("/sys/kernel/mm/ksm")) -> bool:
    """Whether Linux could keep equal memory of pages once (KSM), but was not told to."""
    if not (settings / "general_profit").exists():
        return False  # before 6.4, a process can't agree to it for what it forks
    return (settings / "run").read_text().strip() == "0"


def _of_the_machine(said: Path) -> int:
    """Plenty where the system does not say."""
    try:
        for line in said.read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return _PLENTY


def _of_the_service(group: Path) -> int:
    """What is left of the limit of a container or a unit; plenty where there is none.

    Who goes beyond it is killed, however much the machine has.
    """
    try:
        limit, used = (int((group / f"memory.{name}").read_text()) for name in ("max", "current"))
        said = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
    except (OSError, ValueError):  # "max" stands for no limit
        return _PLENTY
    return limit - used + int(said.get("inactive_file", 0))


def _own_group() -> Path:
    """The folder of this process's control group, in the one hierarchy that newer systems have."""
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return _GROUPS
    own = next((line.removeprefix("0::/") for line in lines if line.startswith("0::/")), "")
    return _GROUPS / own
