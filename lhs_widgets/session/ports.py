"""What a session needs of the store; :class:`lhs_widgets.store.Record` has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ..deck import Deck
from ..workshop import Counts, Event, Workshop


class WorkshopRecord(Protocol):
    """The record of one workshop."""

    code: str

    @property
    def deck(self) -> Deck: ...

    def state(self) -> Workshop: ...

    def state_for(self, participant: str) -> Workshop: ...

    def state_for_wall(self) -> tuple[Workshop, Counts]: ...

    def append(self, *happened: Event) -> None: ...

    def has(self, event: str) -> bool: ...

    def listen(
        self,
        answer: Callable[[], None],
        wants: Callable[[frozenset[str]], bool] = ...,
        *,
        who: str = ...,
        here: bool = ...,
    ) -> Callable[[], None]: ...

    def present(self) -> frozenset[str]: ...
