"""What can happen in a workshop: the append-only record every state is derived from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from ..deck.models import Language

#: How a row came to be: typed by the person, entered for them, brought in, or pretended.
Origin = Literal["participant", "facilitator", "scribe", "import", "rehearsal", "system"]


class Kind(StrEnum):
    """The kinds of event; ``PRIVATE`` ones belong to one participant until a reveal."""

    OPENED = "opened"
    JOINED = "joined"
    PROFILE_CHANGED = "profile-changed"
    CONTRIBUTED = "contributed"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    MOVED = "moved"
    REVEALED = "revealed"
    FINISHED = "finished"
    FORGOTTEN = "forgotten"


#: Events with a person's words, choices or identity.
PRIVATE = frozenset(
    {Kind.JOINED, Kind.PROFILE_CHANGED, Kind.CONTRIBUTED, Kind.WITHDRAWN, Kind.DONE}
)


class Profile(BaseModel):
    """What a person says of themselves when joining; only the language is needed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language
    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""
    group: Annotated[str, StringConstraints(max_length=48)] | None = None


class Event(BaseModel):
    """One thing that happened.

    ``id`` is chosen by whoever caused the event, so that sending it again changes nothing.
    ``seq`` is the place in the record, given by the store; 0 until then.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{4,64}$")]
    kind: Kind
    at: AwareDatetime
    origin: Origin
    participant: str | None = None
    step: str | None = None
    body: dict[str, Any] = Field(default_factory=dict)
    seq: int = 0

    def placed(self, seq: int) -> Event:
        return self.model_copy(update={"seq": seq})
