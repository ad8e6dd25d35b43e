"""The server: Voilà with our template, our doors, and pages that need no kernel."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import RequestHandler
from traitlets.config import Config
from voila.app import Voila

from .. import __version__
from ..deck import built_in_decks, load_deck
from ..errors import LHSError, StoreError
from ..forkserver import provisioner
from ..language import read_all
from ..store import Store
from ..store.doorbell import REPLICA
from . import (
    assets,
    composing,
    consenting,
    facilitating,
    joining,
    kernels,
    light,
    limits,
    organising,
    overview,
    rehearsing,
    scribing,
    shortcut,
    signing_in,
    voila_pages,
)
from .base import Looks, Unknown
from .doorstep import Doorstep
from .entrance import Entrance
from .hub import Hub
from .limits import Bucket
from .proxies import BehindProxies
from .settings import Settings
from .steady import SteadyLoop

log = logging.getLogger(__name__)

_PACKAGE = Path(str(files("lhs_widgets")))
_CODE = r"([A-Za-z0-9]{4,12})"

_CARD = r"([A-Za-z][1-9])"

_KERNEL = r"(?P<kernel_id>[0-9a-f-]{36})"


def workbooks() -> Path:
    """The folder of notebooks: beside the package in a checkout, inside it when installed."""
    inside = _PACKAGE / "workbooks"
    return inside if inside.is_dir() else _PACKAGE.parent / "workbooks"


class Health(RequestHandler):
    """Whether the server and its store answer, and its pages hear what others save."""

    def get(self) -> None:
        store: Store = self.settings["lhs_store"]
        try:
            store.workshops()
            reachable = True
        except LHSError:
            reachable = False
        hears = store.relay.is_well
        self.set_status(200 if reachable and hears else 503)
        said = "ok" if hears else "pages do not hear of other servers"
        self.finish(
            {
                "status": said if reachable else "store unreachable",
                "version": __version__,
                "open_pages": len(self.settings["kernel_manager"].list_kernel_ids()),
                "store_reachable": reachable,
            }
        )


def _log_request(handler: RequestHandler) -> None:
    """Log what failed, without the query: a mistyped secret link must not stay in a log."""
    if handler.get_status() >= 400:
        request = handler.request
        log.warning("%d %s %s", handler.get_status(), request.method, request.path)


class Workbook(Voila):
    """Voilà, serving the workbook of one store."""

    def initialize_for(
        self,
        settings: Settings,
        *,
        host: str,
        port: int,
        ready: Callable[[], None],
        hub: Hub | None = None,
        forked_kernels: bool = True,
    ) -> None:
        """Configure; nothing listens yet. ``ready`` is called once it does."""
        self.lhs = settings
        self.ready = ready
        self.hub = hub
        SteadyLoop()  # this thread's, from now on
        self.update_config(_configuration(settings, host, port))
        if forked_kernels:
            self.update_config(_forked_kernels())
        # Kernels and template look-ups read these; both are documented Jupyter settings.
        settings.tell()
        os.environ.setdefault(REPLICA, f"{socket.gethostname()}-{port}-{os.getpid()}")
        os.environ["JUPYTER_PATH"] = os.pathsep.join(
            filter(None, [str(light.FOLDER), os.environ.get("JUPYTER_PATH")])
        )
        self.initialize([])

    def init_settings(self) -> dict[str, Any]:
        return {
            **super().init_settings(),
            "lhs": self.lhs,
            "lhs_store": self.lhs.make_store(),
            "lhs_entrance": Entrance(),
            "lhs_players": rehearsing.Players(),
            "lhs_hub": self.hub,
            "lhs_guesses": Bucket(limits.GUESSES),
            "lhs_joins": Bucket(limits.JOINS),
            "websocket_max_message_size": limits.LARGEST_MESSAGE,
            "default_handler_class": Unknown,
            "compress_response": True,
            "log_function": _log_request,
        }

    def init_handlers(self) -> list[Any]:
        """Our routes only: Voilà's file browser, file server and kernel list stay closed."""
        return [
            ("/", joining.Landing),
            ("/find", joining.FindWorkshop),
            (f"/join/{_CODE}", joining.Join),
            (f"/no-thanks/{_CODE}", consenting.NoThanks),
            (f"/consent/{_CODE}", consenting.Consenting),
            (f"/return/{_CODE}", joining.ComeBack),
            (f"/leave/{_CODE}", joining.Leave),
            (f"/take-back/{_CODE}", joining.TakeBack),
            ("/facilitate", organising.Facilitate),
            ("/facilitate/overview", overview.Overview),
            ("/facilitate/together", overview.Together),
            ("/facilitate/new", organising.NewWorkshop),
            ("/facilitate/compose", composing.Compose),
            ("/facilitate/copy", organising.Copy),
            ("/facilitate/templates", organising.ChangeTemplate),
            *signing_in.ROUTES,
            (f"/facilitate/{_CODE}/keys", facilitating.Keys),
            (f"/facilitate/{_CODE}/rehearse", rehearsing.Rehearse),
            (f"/facilitate/{_CODE}/wipe", rehearsing.Wipe),
            (f"/scribe/{_CODE}", scribing.People),
            (f"/scribe/{_CODE}/card", scribing.OpenCard),
            (f"/scribe/{_CODE}/cards.pdf", scribing.PrintedCards),
            (f"/scribe/{_CODE}/{_CARD}/more", scribing.OnePerson),
            (
                f"/scribe/{_CODE}/{_CARD}",
                voila_pages.ScribePage,
                self._notebook("participate"),
            ),
            (f"/walk/{_CODE}", voila_pages.WalkPage, self._notebook("participate")),
            (f"/facilitate/{_CODE}", voila_pages.ConsolePage, self._notebook("facilitate")),
            (f"/wall/{_CODE}", voila_pages.WallPage, self._notebook("wall")),
            (f"/api/kernels/{_KERNEL}/channels", kernels.Channels),
            (f"/pulse/{_KERNEL}", kernels.Pulse),
            (f"/bye/{_KERNEL}", kernels.Leave),
            ("/healthz", Health),
            ("/look", Looks),
            (assets.ROUTE, assets.Asset),
            (shortcut.ICONS, shortcut.Icon),
            (f"/shortcut/(en|fr)/{_CODE}", shortcut.Shortcut),
        ]

    def _notebook(self, name: str) -> dict[str, Any]:
        return {
            "notebook_path": f"{name}.ipynb",
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }

    def launch_browser(self) -> None:
        """Say that people can come."""
        self.ready()
        # Seconds of reading, before a facilitator asks for the list of decks or anyone for a page.
        IOLoop.current().run_in_executor(None, _read_ahead)

    def listen(self) -> None:
        """Serve until a signal comes. Voilà's own way knows neither TLS nor limits."""
        server = BehindProxies(
            self.app,
            proxies=self.lhs.proxies,
            ssl_options=self.lhs.tls(),
            max_body_size=limits.LARGEST_FORM,
            body_timeout=limits.LONGEST_FORM,
            idle_connection_timeout=limits.LONGEST_SILENCE,
        )
        self.ioloop = IOLoop.current()
        store: Store = self.app.settings["lhs_store"]
        relaying = self.ioloop.asyncio_loop.create_task(store.relay.run())  # type: ignore[attr-defined]
        limits.allow_many_files()
        try:
            server.listen(self.port, self.ip)
            if "ForkedProvisioner" in self.config:
                self._prepare_kernels()
            if self.hub:
                self.hub.watch(self.app.settings["kernel_manager"])
            self.launch_browser()
            with suppress(KeyboardInterrupt):
                self.ioloop.start()
        except OSError as error:
            raise StoreError(self._why_not(error)) from error
        finally:
            server.stop()  # first, so that nobody comes in while it ends
            relaying.cancel()
            self.ioloop.asyncio_loop.run_until_complete(asyncio.wait([relaying]))  # type: ignore[attr-defined]
            self.stop()
            store.close()

    def _why_not(self, error: OSError) -> str:
        """Why the server can't listen, and what to do."""
        other = "choose another with --port."
        match error.errno:
            case errno.EADDRINUSE:
                return f"Port {self.port} is in use: stop what uses it, or {other}"
            case errno.EACCES:
                return f"Port {self.port} is not for ordinary users: {other}"
        return f"The server can't listen at {self.ip}:{self.port}: {error.strerror}."

    def _prepare_kernels(self) -> None:
        kernels = provisioner.ForkedProvisioner(parent=self)
        kernels.warm()
        settings = self.app.settings
        doorstep = Doorstep(kernels.waiting, settings["lhs_entrance"])
        settings["lhs_doorstep"] = doorstep
        IOLoop.current().add_callback(doorstep.look)
        PeriodicCallback(doorstep.look, 20_000).start()


def _read_ahead() -> None:
    read_all()
    for name in built_in_decks():
        load_deck(name)


def _configuration(settings: Settings, host: str, port: int) -> Config:
    config = Config()
    config.Voila.ip = host
    config.Voila.port = port
    config.Voila.root_dir = str(workbooks())
    config.Voila.cookie_secret = settings.cookie_secret().encode()
    # What lies in the working folder must not change a workshop.
    config.Voila.config_file_paths = []
    config.VoilaConfiguration.template = "light"
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.http_header_envs = list(voila_pages.HEADERS)
    config.VoilaConfiguration.prelaunch_hook = voila_pages.describe_page
    # Our notebooks name their kernel, and Voilà reads all kernels' specifications to make sure.
    config.VoilaConfiguration.attempt_fix_notebook = False
    config.VoilaExecutor.on_cell_error = voila_pages.log_failure
    # They are made anew for each page, and none has anything to do there.
    config.VoilaExporter.default_preprocessors = []
    config.VoilaConfiguration.multi_kernel_manager_class = kernels.OwnedKernels
    config.MultiKernelManager.kernel_manager_class = "lhs_widgets.server.kernels.OneKernel"
    config.Voila.kernel_websocket_connection_class = kernels.PromptConnection
    # The beacon of a closed page may never come; a connected page, however quiet, stays.
    config.MappingKernelManager.cull_idle_timeout = 60
    config.MappingKernelManager.cull_interval = 20
    config.MappingKernelManager.cull_connected = False
    # Jupyter would start a dead page's kernel again, without the page in it, while the browser asks
    # for a new page: twice the work for a room whose kernels died together.
    config.KernelRestarter.restart_limit = 0
    # Seconds between two looks whether it lives: of what quiet pages cost, they are nearly all.
    config.KernelRestarter.time_to_dead = 2.0
    # Free ports are found one after the other and bound later: in a rush two kernels get the same.
    config.KernelManager.transport = "ipc"
    config.IPKernelApp.log_level = "WARNING"
    # Jupyter makes a record of each debugging message, to throw it away in the handler.
    config.Application.logging_config = {"loggers": {"Workbook": {"level": "INFO"}}}
    return config


def _forked_kernels() -> Config:
    """Kernels fork from a process that has imported what the pages need."""
    provisioner.register()
    config = Config()
    config.KernelProvisionerFactory.default_provisioner_name = provisioner.NAME
    config.ForkedProvisioner.preload = ["lhs_widgets.server.warm"]
    config.ForkedProvisioner.rehearsal = "lhs_widgets.server.apps:rehearse"
    config.ForkedProvisioner.beginning = "lhs_widgets.server.apps:begin"
    config.AsyncKernelManager.client_factory = "lhs_widgets.forkserver.client.PromptKernelClient"
    return config
