"""What a system allows is used, so that a very large room has its pages."""

from __future__ import annotations

import resource

import zmq

from lhs_widgets.server import limits
from lhs_widgets.server.kernels import OwnedKernels

SOCKETS_OF_A_PAGE = 5


def test_the_server_may_open_as_many_files_as_the_system_allows() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 512), hard))
    try:
        limits.allow_many_files()
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(hard, limits.MOST_FILES)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_thousand_pages_can_have_their_sockets() -> None:
    kernels = OwnedKernels()
    try:
        assert kernels.context.get(zmq.MAX_SOCKETS) > 1000 * SOCKETS_OF_A_PAGE
    finally:
        kernels.context.term()
