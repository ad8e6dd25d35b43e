"""``lhs forget``, ``contacts``, ``erase`` and ``archive``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ...errors import BadInput
from ...workshop.codes import contact_lock, fingerprint
from ..settings import Settings
from .options import DEFAULT_DATA, Code, Data, Json, print_json


def register(app: typer.Typer) -> None:
    app.command()(forget)
    app.command()(contacts)
    app.command()(erase)
    app.command()(archive)


def forget(
    code: Code,
    participant: Annotated[
        str, typer.Argument(help="The person's return code, or a pseudonym such as p-7kq4mnbd.")
    ],
    data: Data = DEFAULT_DATA,
) -> None:
    """Withdraw a person: their answers leave the store and the next export.

    Example: lhs forget KDM7RT BDFG-HJKM-NPQR
    """
    with Settings.of(data).open_store() as store:
        record = store.record(code)
        person = record.participant_with(fingerprint(participant))
        if person:
            store.contacts(record.code).drop(contact_lock(participant))
        addresses = bool(store.contacts(record.code).all())
        if not record.forget(person or participant):
            raise BadInput(
                f"{participant!r} is not in this workshop; `lhs show {code}` lists who is."
            )
    typer.echo(f"{participant} is forgotten.")
    if addresses and not person:
        typer.echo(
            "If they asked to be contacted, their address is still there: a pseudonym doesn't lead "
            f"to it. Erase it with `lhs contacts {record.code} --remove ADDRESS`."
        )


def contacts(
    code: Code,
    remove: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Erase this address instead.")
    ] = "",
    data: Data = DEFAULT_DATA,
    as_json: Json = False,
) -> None:
    """Print the addresses of those who asked to be told of the next workshop.

    Nothing leads from an address to an answer. Keep what is printed as safe as the store.

    Example: lhs contacts KDM7RT
    """
    with Settings.of(data).open_store() as store:
        kept = store.contacts(store.record(code).code)
        if remove and not kept.drop_address(remove):
            raise BadInput(f"{remove!r} is not kept here.")
        found = [] if remove else kept.all()
    if remove:
        typer.echo("The address is erased.")
    elif as_json:
        print_json(found)
    else:
        for address in found:
            typer.echo(address)


def erase(
    code: Code,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    data: Data = DEFAULT_DATA,
) -> None:
    """Erase a workshop wholly: people, answers, addresses, keys and rehearsals of it.

    Exports and backups that were made before are files of yours: erase them too.

    Example: lhs erase KDM7RT
    """
    with Settings.of(data).open_store() as store:
        record = store.record(code)
        state = record.walk()
        question = f"Erase “{state.title}” ({record.code}) for good? This can't be undone."
        if not yes and not typer.confirm(question):
            raise BadInput("Nothing was erased.")
        store.erase(record.code)
    typer.echo(f"{record.code} is erased. Exports and backups of it are not: erase them too.")


def archive(
    codes: Annotated[
        list[str] | None, typer.Argument(help="Finished workshops; or see --due.")
    ] = None,
    to: Annotated[Path, typer.Option(help="The folder that gets one for each workshop.")] = Path(
        "archive"
    ),
    due: Annotated[
        bool, typer.Option("--due", help="All whose day to be kept until has passed.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    data: Data = DEFAULT_DATA,
) -> None:
    """Write the data package of finished workshops, read it back, then erase them here.

    What people did not agree to give to research is in no package, and gone after this.

    Example: lhs archive KDM7RT --to archive
    """
    from ...package import Source, read_package, write_package

    with Settings.of(data).open_store() as store:
        today = datetime.now().astimezone().date()
        named = [store.record(code) for code in codes or []]
        every = [store.record(entry.code) for entry in store.workshops()] if due else []
        named += [record for record in every if record.walk().is_due(today)]
        records = list({record.code: record for record in named}.values())  # each of them once
        if not records:
            raise BadInput("Nothing is due." if due else "Name the workshops to archive, or --due.")
        for record in records:
            if not record.walk().finished:
                raise BadInput(f"{record.code} goes on: end it first, or erase it.")
        which = ", ".join(record.code for record in records)
        question = f"Archive {which} in {to}, and erase what is saved here? This can't be undone."
        if not yes and not typer.confirm(question):
            raise BadInput("Nothing was archived.")
        for record in records:
            source = Source(record.code, record.deck, record.deck_yaml, record.events())
            write_package(source, to / record.code)
            read_package(to / record.code)  # what can't be read is not erased
        for record in records:  # now that all are written: a rehearsal goes with its workshop
            store.erase(record.code)
            typer.echo(f"{record.code} is in {to / record.code}, and erased here.")
