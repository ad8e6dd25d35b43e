"""A server of two forked kernels, one of them busy; prints their process ids and waits."""

import asyncio
import json

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory

from lhs_widgets.forkserver import provisioner
from tests.forkserver.kernels import Kernel


async def main() -> None:
    provisioner.register()
    KernelProvisionerFactory.instance(default_provisioner_name=provisioner.NAME)
    kernels = [Kernel(AsyncKernelManager()) for _ in range(2)]
    for kernel in kernels:
        await kernel.manager.start_kernel()
        await kernel.connect()
    kernels[0].client.execute("while True: pass")
    [template] = provisioner.TEMPLATES.living()
    print(json.dumps([template.pid.result(), *(kernel.pid for kernel in kernels)]), flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
