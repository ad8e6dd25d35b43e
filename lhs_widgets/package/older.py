"""Packages of earlier formats: what their tables were, and how they are read as today's.

A format is frozen here when it is followed by another; ``tests/package/format-N`` holds
one of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from .fields import DTYPES, Field, Table, Type
from .schema import TABLES

if TYPE_CHECKING:
    import pandas as pd

Frames = dict[str, "pd.DataFrame"]

#: The columns of format 1, with their types; a question mark where a cell may be empty. Votes,
#: themes and decisions were always empty.
_FIRST = {
    "workshop": "code:string title:string deck:string deck_version:string opened:datetime "
    "current_step:string finished:boolean software_version:string participants:integer "
    "contributions:integer withdrew:integer",
    "participants": "participant:string workshop:string language:string group:string? "
    "origin:string joined:datetime",
    "steps": "step:string position:integer phase:string kind:string names:string title_en:string "
    "title_fr:string phase_en:string phase_fr:string",
    "contributions": "contribution:string workshop:string participant:string step:string "
    "phase:string kind:string scope:string role:string? text:string language:string "
    "eased_by:string? origin:string created:datetime changed:datetime revealed:boolean",
    "ratings": "contribution:string scale:string value:integer label_en:string label_fr:string "
    "lowest:integer highest:integer",
    "events": "workshop:string seq:integer kind:string at:datetime participant:string? "
    "step:string? value:boolean? origin:string",
}

#: The columns of format 2, which did not say where votes, acts, decisions and actions came from.
_SECOND = {
    "workshop": "code:string title:string deck:string deck_version:string opened:datetime "
    "current_step:string finished:boolean software_version:string rehearses:string? "
    "participants:integer contributions:integer held_back:integer withdrew:integer",
    "participants": "participant:string workshop:string language:string? group:string? "
    "table:integer? origin:string joined:datetime",
    "steps": "step:string position:integer planned:integer hidden:boolean phase:string "
    "kind:string names:string title_en:string title_fr:string phase_en:string phase_fr:string",
    "stages": "step:string stage:string planned:integer hidden:boolean kind:string "
    "minutes:integer? rounds:integer?",
    "imports": "import:string workshop:string step:string file:string sha256:string ideas:integer "
    "at:datetime",
    "contributions": "contribution:string workshop:string author:string participant:string? "
    "group:string? step:string phase:string kind:string scope:string role:string? text:string? "
    "item:string? bin:string? rank:integer? link_from:string? link_to:string? "
    "language:string? eased_by:string? origin:string? import:string? created:datetime? "
    "changed:datetime? revealed:boolean moderated:string?",
    "cells": "contribution:string column:string line:integer text:string? choice:string?",
    "ratings": "contribution:string scale:string value:integer label_en:string label_fr:string "
    "lowest:integer highest:integer",
    "themes": "theme:string workshop:string step:string table:integer? title:string state:string "
    "merged_into:string? ideas:integer",
    "theme_ideas": "theme:string idea:string contribution:string? role:string? item:string?",
    "theme_acts": "act:string line:integer workshop:string step:string table:integer? at:datetime "
    "kind:string theme:string? title:string? idea:string? contribution:string? "
    "role:string? item:string? merged:string? undoes:string? undone:boolean",
    "votes": "ballot:string line:integer workshop:string step:string stage:string round:integer "
    "kind:string counted:boolean group:string? option:string? theme:string? "
    "contribution:string? role:string? item:string? dots:integer? scale:string? "
    "value:integer? place:integer? position:string? reason:string?",
    "decisions": "decision:string workshop:string step:string table:integer? text:string "
    "language:string at:datetime",
    "actions": "action:string workshop:string text:string who:string? due:string? done:boolean "
    "carried:string? at:datetime",
    "events": "workshop:string seq:integer kind:string at:datetime? participant:string? "
    "step:string? stage:string? round:integer? table:integer? number:integer? "
    "value:boolean? origin:string?",
}


def _declared(columns: str) -> tuple[Field, ...]:
    types: dict[str, Type] = {name: name for name in get_args(Type)}
    return tuple(
        Field(name, types[type_.rstrip("?")], required=not type_.endswith("?"))
        for name, _, type_ in (column.partition(":") for column in columns.split())
    )


#: The tables of each earlier format.
OLDER = {
    version: tuple(Table(name, "", "", (), _declared(columns)) for name, columns in tables.items())
    for version, tables in {1: _FIRST, 2: _SECOND}.items()
}


def as_today(frames: Frames, version: int) -> Frames:
    """Frames of an earlier format with today's tables and columns; what it did not say is empty."""
    found = _asked_nothing(_from_first(frames) if version == 1 else frames)
    return {table.name: _filled(table, found.get(table.name)) for table in TABLES}


def _from_first(frames: Frames) -> Frames:
    """Format 1 gave the author of every answer, and knew no plan but the deck."""
    groups = frames["participants"].set_index("participant")["group"]
    said = frames["contributions"]
    author = said.groupby(["step", "participant"])["contribution"].transform("min")
    return {
        **frames,
        "workshop": frames["workshop"].assign(held_back=0),
        "steps": frames["steps"].assign(planned=frames["steps"]["position"], hidden=False),
        "contributions": said.assign(author=author, group=said["participant"].map(groups)),
    }


def _asked_nothing(frames: Frames) -> Frames:
    """Before people were asked about quotes and research, reports quoted all, and none was out."""
    return {
        **frames,
        "workshop": frames["workshop"].assign(left_out=0),
        "contributions": frames["contributions"].assign(quotable=True),
    }


def _filled(table: Table, frame: pd.DataFrame | None) -> pd.DataFrame:
    """The frame with every column of the table, empty where there was none."""
    import pandas as pd

    rows = pd.DataFrame() if frame is None else frame
    columns = {
        field.name: rows[field.name]
        if field.name in rows
        else pd.Series(index=rows.index, dtype=DTYPES[field.type])
        for field in table.fields
    }
    return pd.DataFrame(columns).astype(table.dtypes)
