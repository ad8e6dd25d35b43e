"""Whom a change concerns, as the topics with which the bell is rung."""

from __future__ import annotations

from collections.abc import Iterable

from ..workshop import Event, Kind
from ..workshop.events import CONFIDENTIAL, PRIVATE


def topics_of(happened: Iterable[Event]) -> frozenset[str]:
    """The topics of a change; see :mod:`.doorbell`."""
    return frozenset(topic for event in happened for topic in _topics(event))


def _topics(event: Event) -> set[str]:
    if event.kind in CONFIDENTIAL:
        return {"facilitators"}
    if event.kind not in PRIVATE or event.kind is Kind.SEATED:  # a seat concerns the whole table
        return {"group"}
    if event.kind is Kind.WITHDRAWN:  # what was shown goes from every page
        return {f"person:{event.participant}", f"step:{event.step}"}
    return {f"person:{event.participant}"}
