"""What can happen in a workshop: the append-only record every state is derived from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from ..deck.models import Language

#: How a row came to be: typed by the person, entered for them, brought in, or pretended.
Origin = Literal["participant", "facilitator", "scribe", "import", "rehearsal", "system"]


class Kind(StrEnum):
    """The kinds of event."""

    OPENED = "opened"
    RETITLED = "retitled"
    PLANNED = "planned"
    OFFERED = "offered"
    SETTLED = "settled"
    PURPOSED = "purposed"
    KEPT = "kept"
    SUPPORTED = "supported"
    FINISHED = "finished"
    IMPORTED = "imported"

    JOINED = "joined"
    PROFILE_CHANGED = "profile-changed"
    CONSENTED = "consented"
    FORGOTTEN = "forgotten"

    CONTRIBUTED = "contributed"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    HAND = "hand"
    BALLOT = "ballot"
    SEATED = "seated"

    MOVED = "moved"
    STAGED = "staged"
    REVEALED = "revealed"
    COUNTED = "counted"
    LOCKED = "locked"
    PACED = "paced"
    PAUSED = "paused"
    TIMED = "timed"
    SPLIT = "split"

    GROUPED = "grouped"
    UNGROUPED = "ungrouped"
    MERGED = "merged"
    RENAMED = "renamed"
    UNDONE = "undone"

    AGREED = "agreed"
    PROMISED = "promised"
    NOTED = "noted"
    MODERATED = "moderated"
    TRANSLATED = "translated"


#: Events with a person's words, choices or identity: theirs alone until they are shown.
PRIVATE = frozenset(
    {
        Kind.JOINED,
        Kind.PROFILE_CHANGED,
        Kind.CONSENTED,
        Kind.CONTRIBUTED,
        Kind.WITHDRAWN,
        Kind.DONE,
        Kind.HAND,
        Kind.BALLOT,
        Kind.SEATED,
    }
)

#: Events that only facilitators read.
CONFIDENTIAL = frozenset({Kind.NOTED, Kind.IMPORTED})

#: What people do to the themes of a step. They are the group's acts: who did it is not recorded,
#: so that they tell nothing of anyone, and stay when someone takes their answers back.
THEME_ACTS = frozenset({Kind.GROUPED, Kind.UNGROUPED, Kind.MERGED, Kind.RENAMED, Kind.UNDONE})


class Profile(BaseModel):
    """What a person says of themselves when joining; only the language is needed.

    ``card`` is the code on the paper cards of someone for whom a scribe writes, such as ``A7``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language
    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""
    group: Annotated[str, StringConstraints(max_length=48)] | None = None
    card: Annotated[str, StringConstraints(pattern="^([A-Z][1-9])?$")] = ""


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
