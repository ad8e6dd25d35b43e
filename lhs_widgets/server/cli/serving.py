"""``lhs serve`` and ``lhs doctor``."""

from __future__ import annotations

import os
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from ...errors import BadInput, LHSError
from ..proxies import ON_THIS_MACHINE, read_proxies
from ..settings import DEFAULT_HOST, DEFAULT_PORT, Settings, public_address, read_address
from .options import DEFAULT_DATA, Data, Json, print_json


def register(app: typer.Typer) -> None:
    app.command()(serve)
    app.command()(doctor)


def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen on; 0.0.0.0 lets phones in the room join.")
    ] = DEFAULT_HOST,
    port: Annotated[int, typer.Option(min=1, max=65535)] = DEFAULT_PORT,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,
    forked_kernels: Annotated[
        bool,
        typer.Option(
            "--forked-kernels/--ordinary-kernels",
            help="Fork each page's kernel from a warm process, or start a new one (slower).",
        ),
    ] = True,
    certificate: Annotated[
        Path | None, typer.Option(help="Speak TLS with this certificate, a PEM file.")
    ] = None,
    private_key: Annotated[
        Path | None, typer.Option(help="Its private key, if that is in a file of its own.")
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(help="The address people type, where a proxy passes them on."),
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ADDRESS",
            help="A proxy to believe, or a network of them; else those on this machine.",
        ),
    ] = None,
    hub: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="A JupyterHub at which facilitators sign in, such as https://example.org/hub.",
        ),
    ] = None,
    data: Data = DEFAULT_DATA,
) -> None:
    """Serve the workbook until it is stopped.

    Example: lhs serve --host 0.0.0.0
    """
    from ..hub import Hub
    from ..workbook import Workbook

    if proxy and not address:
        raise BadInput("--proxy goes with --address, the address that people type.")
    settings = Settings(
        Settings.of(data).data,
        read_address(address) if address else public_address(host, port, tls=bool(certificate)),
        certificate=certificate,
        private_key=private_key,
        proxies=(read_proxies(proxy) if proxy else ON_THIS_MACHINE) if address else (),
    )
    settings.tls()  # what is wrong with a certificate is said before anything starts
    signs_in_at = Hub.at(hub, settings.address, os.environ) if hub else None

    def ready() -> None:
        settings.note_address()
        link = settings.facilitate_url(settings.facilitator_key())
        typer.echo(f"People join at      {settings.address}/")
        typer.echo(f"Facilitators, secret {link}")
        if not no_browser:
            webbrowser.open(link)

    server = Workbook()
    server.initialize_for(
        settings,
        host=host,
        port=port,
        ready=ready,
        hub=signs_in_at,
        forked_kernels=forked_kernels,
    )
    with settings.held():
        server.start()


def doctor(data: Data = DEFAULT_DATA, as_json: Json = False) -> None:
    """Check the installation, the store and the port, and say what to do.

    Example: lhs doctor
    """
    from ..health import examine

    findings = examine(Settings.of(data))
    if as_json:
        print_json([finding.__dict__ for finding in findings])
    for finding in findings if not as_json else []:
        typer.echo(f"{'ok  ' if finding.good else 'MEND'} {finding.what}: {finding.said}")
    if not all(finding.good for finding in findings):
        raise LHSError("Something needs mending; see the lines above.")
