"""Kernels forked from a small template, started as a server starts them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory
from traitlets.config import Config

from lhs_widgets.forkserver import provisioner, templates
from lhs_widgets.forkserver.client import PromptKernelClient
from tests.forkserver.kernels import Kernel


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def forked_by_default(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every kernel of a test is forked, unless it can't be."""
    provisioner.register()
    KernelProvisionerFactory.clear_instance()
    KernelProvisionerFactory.instance(default_provisioner_name=provisioner.NAME)
    monkeypatch.setattr(provisioner, "_warned", set())
    yield
    KernelProvisionerFactory.clear_instance()


@pytest.fixture
def config() -> Config:
    config = Config()
    config.ForkedProvisioner.preload = ["ipywidgets"]
    config.AsyncKernelManager.client_factory = PromptKernelClient
    return config


@pytest.fixture
def fresh_templates(monkeypatch: pytest.MonkeyPatch) -> Iterator[templates.Templates]:
    """Templates of this test's own, ended with it."""
    fresh = templates.Templates()
    monkeypatch.setattr(provisioner, "TEMPLATES", fresh)
    yield fresh
    for template in fresh.living():
        template.kill()
        template.ended.wait(10)


@pytest.fixture
def kernel(config: Config) -> Callable[..., Any]:
    """``async with kernel() as k``: a started kernel with a client, shut down at the end."""

    @asynccontextmanager
    async def start(**launch: Any) -> AsyncIterator[Kernel]:
        manager = AsyncKernelManager(kernel_name="python3", config=config)
        await manager.start_kernel(**launch)
        kernel = Kernel(manager)
        try:
            await kernel.connect()
            yield kernel
        finally:
            await kernel.close()

    return start
