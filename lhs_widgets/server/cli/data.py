"""``lhs export``, ``lhs pool``, ``lhs analyse`` and ``lhs report``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..settings import Settings
from .options import DEFAULT_DATA, Code, Data, one_of_ours


def register(app: typer.Typer) -> None:
    app.command()(export)
    app.command()(pool)
    app.command()(analyse)
    app.command()(report)


def export(
    code: Code,
    to: Annotated[Path, typer.Option(help="The folder to write.")],
    data: Data = DEFAULT_DATA,
) -> None:
    """Write the data package of a workshop, live or finished.

    Example: lhs export KDM7RT --to discharge-2026
    """
    from ...package import Source, held_back, left_out, write_package

    with Settings.of(data).open_store() as store:
        record = store.record(code)
        source = Source(record.code, record.deck, record.deck_yaml, record.events())
    write_package(source, to)
    typer.echo(f"The data package is in {to}.")
    if refused := left_out(source):
        typer.echo(
            f"Not in it, for want of consent to research: {refused} answers and votes; of votes, "
            "some of other people stay out with them, so that nobody's can be found."
        )
    if waiting := held_back(source):
        typer.echo(
            f"Not in it, as the group was not shown them and the workshop goes on: {waiting} "
            "answers and votes. Export again once it is finished."
        )


def pool(
    packages: Annotated[
        list[Path], typer.Argument(help="Data packages, and pools of earlier ones.")
    ],
    to: Annotated[Path, typer.Option(help="The folder to write.")],
) -> None:
    """Join the data packages of several workshops and sites, without mixing their people.

    Example: lhs pool discharge-2026 north-site south-site --to three-sites
    """
    from ...package import pool as join
    from ...package.pooling import warnings

    workshops = join(packages, to).tables["workshop"]
    people = int(workshops["participants"].sum())
    typer.echo(f"The pool is in {to}: workshops {len(workshops)}, people {people}.")
    for said in warnings(workshops):
        typer.echo(said.en)


def analyse(
    package: Annotated[Path, typer.Argument(help="A data package, or a pool of several.")],
    to: Annotated[Path | None, typer.Option(help="Where to write; else beside it.")] = None,
    language: Annotated[
        str, typer.Option(help="The language of the results.", callback=one_of_ours)
    ] = "en",
) -> None:
    """Run the analysis notebooks on a data package again.

    Example: lhs analyse discharge-2026 --to discharge-2026-results
    """
    from ...analysis.running import analyse as run
    from ..workbook import workbooks

    target = to or package.with_name(f"{package.name}-analysis")
    for written in run(package, target, notebooks=workbooks() / "analysis", language=language):
        typer.echo(str(written))


def report(
    package: Annotated[Path, typer.Argument(help="A data package.")],
    to: Annotated[Path, typer.Option(help="The file to write: .html, .pdf or .docx.")],
    language: Annotated[
        str, typer.Option(help="The language of the report.", callback=one_of_ours)
    ] = "en",
) -> None:
    """Write the group's own roadmap and report from a data package.

    Example: lhs report discharge-2026 --to roadmap.html --language fr
    """
    from ...report import write_report

    typer.echo(f"The report is in {write_report(package, to, language)}.")
