"""Kernels for the notebooks, forked from a process that has imported their libraries already.

Of the six seconds of processor time that a notebook took before its first cell, four went into
imports, and a package has nine notebooks.
"""

from __future__ import annotations

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager, KernelManager

from ..forkserver import provisioner

#: For the ``kernel_provisioner`` of a kernel specification.
PROVISIONER = {
    "provisioner_name": provisioner.NAME,
    "config": {
        "preload": [
            *("lhs_widgets.lean", "altair", "pandas", "scipy.stats"),
            "lhs_widgets.analysis.tables",
        ]
    },
}


class Warm(KernelManager):
    """Starts any Python kernel as a fork; where forking is not possible, the ordinary way."""

    @property
    def kernel_spec(self) -> KernelSpec | None:
        spec = super().kernel_spec
        if spec is not None:
            provisioner.register()
            spec.metadata = {**spec.metadata, "kernel_provisioner": PROVISIONER}
        return spec


class WarmKernelManager(Warm, AsyncKernelManager):
    """The same, for who waits for several kernels at once."""
