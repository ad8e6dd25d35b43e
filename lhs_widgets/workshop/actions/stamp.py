"""When, by which way and under which id something is recorded."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ..events import Event, Kind, Origin


@dataclass(frozen=True)
class Stamp:
    """When, by which way and under which id something is recorded."""

    origin: Origin
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def event(
        self,
        kind: Kind,
        body: Mapping[str, object] | None = None,
        *,
        participant: str | None = None,
        step: str | None = None,
    ) -> Event:
        return Event(
            id=self.id,
            kind=kind,
            at=self.at,
            origin=self.origin,
            participant=participant,
            step=step,
            body=dict(body or {}),
        )
