"""An event loop that keeps its times when the machine's clock is set."""

from __future__ import annotations

from tornado.platform.asyncio import AsyncIOLoop


class SteadyLoop(AsyncIOLoop):
    """Tornado's loop, by a clock that is never set.

    Tornado plans by the time of day. When a laptop's clock was set back by an hour, Jupyter would
    not notice for an hour that a page's kernel has ended, and the page would wait for it.
    """

    def time(self) -> float:
        """Seconds since an arbitrary moment."""
        return float(self.asyncio_loop.time())
