"""What became of each answer, read in SQL: its versions, whether it says something, who hid it."""

from __future__ import annotations

from sqlalchemy import CTE, ColumnElement, Select, and_, case, func, or_, select

from ..workshop import Kind
from .tables import events


def versions(here: ColumnElement[bool]) -> CTE:
    """All that was written, each with the place of what took its place and of its taking back.

    An answer is its first author's: what others wrote under its id is left out.
    """
    writes = events.c.kind == Kind.CONTRIBUTED.value
    answer = case(
        (writes, events.c.body["id"].as_string()),
        else_=events.c.body["contribution"].as_string(),
    )
    wrote = (
        select(
            events.c.seq,
            events.c.kind,
            events.c.step,
            events.c.participant,
            answer.label("answer"),
            func.first_value(events.c.participant)
            .over(partition_by=answer, order_by=(events.c.kind, events.c.seq))
            .label("owner"),
        )
        .where(here, events.c.kind.in_([Kind.CONTRIBUTED.value, Kind.WITHDRAWN.value]))
        .subquery("wrote")
    )
    back = case((wrote.c.kind == Kind.WITHDRAWN.value, wrote.c.seq), else_=0)
    return (
        select(
            wrote,
            func.lead(wrote.c.seq)
            .over(partition_by=wrote.c.answer, order_by=wrote.c.seq)
            .label("following"),
            func.max(back).over(partition_by=wrote.c.answer).label("taken_back"),
        )
        .where(wrote.c.participant == wrote.c.owner)
        .cte("versions")
    )


def says_something() -> ColumnElement[bool]:
    """What :attr:`Contribution.is_blank` denies."""
    body = events.c.body
    text, cells = body["text"].as_string(), body["cells"].as_string()
    chosen = [body[field].as_string().is_not(None) for field in ("role", "bin", "rank", "ends")]
    placed = and_(body["item"].as_string().is_not(None), body["ratings"].as_string() != "{}")
    return or_(func.trim(text, " \t\n\r") != "", cells != "{}", placed, *chosen)


def moderated(here: ColumnElement[bool]) -> Select[tuple[str]]:
    """The answers that the facilitator hid from everyone."""
    answer = events.c.body["contribution"].as_string()
    newest = func.row_number().over(partition_by=answer, order_by=events.c.seq.desc())
    hidden = (
        select(
            answer.label("answer"),
            events.c.body["moderated"].as_boolean().label("hidden"),
            newest.label("age"),
        )
        .where(here, events.c.kind == Kind.MODERATED.value)
        .subquery()
    )
    return select(hidden.c.answer).where(hidden.c.age == 1, hidden.c.hidden)
