"""A workshop to measure with: opened, and moved to a step that people answer."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from dataclasses import dataclass

from .contenders import STEP, Contender
from .people import Facilitator
from .servers import REPOSITORY, Server


@dataclass(frozen=True)
class Walk:
    """A workshop's code, and the facilitator's link."""

    code: str
    facilitate_url: str


async def open_walk(server: Server, location: str = "") -> Walk:
    """Open a workshop on our server and move it to a step where people write.

    ``location`` is where the server keeps workshops, if not in its folder.
    """
    opened = json.loads(await asyncio.to_thread(_new_workshop, location or str(server.folder)))
    walk = Walk(opened["code"], opened["facilitate_url"])
    facilitator = await Facilitator.open(walk.facilitate_url)
    await facilitator.move(STEP)
    live = facilitator.console.state
    await facilitator.page.until(lambda: live["live"]["current"] == STEP, "the first move")
    await facilitator.close()
    return walk


async def path_to(contender: Contender, server: Server) -> str:
    """Where the contender's page is; opens a workshop for our join page."""
    return f"/join/{(await open_walk(server)).code}" if contender.joins else contender.path


def _new_workshop(location: str) -> str:
    arguments = ["--deck", "roadmap", "--title", "A measured walk", "--data", location]
    return subprocess.run(
        [sys.executable, "-m", "lhs_widgets", "new", *arguments, "--json"],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=True,
    ).stdout
