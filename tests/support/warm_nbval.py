"""A plugin beside ``--nbval``: its kernels are forked from a process that is warm already."""

from __future__ import annotations

from typing import IO, Any

import nbval.kernel
from jupyter_client.manager import KernelManager

from lhs_widgets.analysis.kernels import Warm


class WarmKernelManager(Warm, KernelManager):
    def start_kernel(self, *, stderr: IO[str], **options: Any) -> None:  # type: ignore[override]
        """A forked kernel can't have a place of its own for what it says of itself."""
        stderr.close()
        super().start_kernel(**options)


nbval.kernel.KernelManager = WarmKernelManager
