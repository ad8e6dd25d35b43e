"""Brings ideas into a workshop, all or none, so that one can see where each came from.

Every id is derived from the file's content and the step: the same file brings nothing twice.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from ..deck import Language, Step
from ..errors import Refused
from ..store import Record
from ..workshop import Contribution, Event, Kind, Profile, Stamp
from ..workshop.codes import new_participant
from ..workshop.contributions import check_contribution
from .ideas import Idea, answered_step, read_ideas


@dataclass(frozen=True)
class Imported:
    """What an import brought: the ideas in the file, and the people they stand under.

    ``new`` is False when the same file was brought to the same step before.
    """

    file: str
    sha256: str
    step: str
    ideas: int
    people: int
    new: bool


def import_ideas(record: Record, file: Path, step: str, *, language: Language = "en") -> Imported:
    """Bring the ideas of a CSV file to a step; nothing is saved when one row is wrong.

    The ideas stand under one participant for each person that the file tells apart, or else for
    each group and language; nobody can come back as them.

    Raises
    ------
    BadInput
        The step has no answers, the file can't be used, or the workshop is finished.
    """
    name = file.name.encode("utf-8", "replace").decode()
    content = file.read_bytes()
    asked = answered_step(record.deck, step)
    ideas = read_ideas(name, content, record.deck, asked, language)
    batch = _Batch(record, asked, name, hashlib.sha256(content).hexdigest(), ideas)
    new = not record.has(batch.id)
    if new:
        if record.walk().finished:
            raise Refused("finished", "This workshop is finished: move it to a step first.")
        record.bring_in(batch.joined(), batch.happened())
    return Imported(name, batch.sha256, step, len(ideas), len(batch.people), new)


class _Batch:
    """The events of one import."""

    def __init__(
        self, record: Record, step: Step, file: str, sha256: str, ideas: Sequence[Idea]
    ) -> None:
        self.deck = record.deck
        self.step = step
        self.file = file
        self.sha256 = sha256
        self.ideas = ideas
        self.key = hashlib.sha256(f"{record.code} {step.id} {sha256}".encode()).hexdigest()[:20]
        self.id = f"import-{self.key}"
        self.at = Stamp("import").at
        people = dict.fromkeys(map(_who, ideas))
        #: The pseudonym of each person.
        self.people = {who: new_participant(Random(f"{self.key} {who}")) for who in people}

    def joined(self) -> list[Event]:
        firsts = {_who(idea): idea for idea in reversed(self.ideas)}
        return [
            self._stamp(f"person-{number}").event(
                Kind.JOINED,
                Profile(language=firsts[who].language, group=firsts[who].group).model_dump(),
                participant=person,
            )
            for number, (who, person) in enumerate(self.people.items(), start=1)
        ]

    def happened(self) -> Iterator[Event]:
        told = {"file": self.file, "sha256": self.sha256, "rows": len(self.ideas)}
        yield Stamp("import", self.at, self.id).event(Kind.IMPORTED, told, step=self.step.id)
        for number, idea in enumerate(self.ideas, start=1):
            stamp = self._stamp(str(number))
            yield stamp.event(
                Kind.CONTRIBUTED,
                self._contribution(self._answer_id(number), idea).model_dump(mode="json"),
                participant=self.people[_who(idea)],
                step=self.step.id,
            )

    def _contribution(self, id_: str, idea: Idea) -> Contribution:
        contribution = Contribution(
            id=id_,
            step=self.step.id,
            language=idea.language,
            text=idea.text,
            role=idea.role,
            ratings=idea.ratings,
        )
        check_contribution(contribution, self.deck)
        return contribution

    def _answer_id(self, number: int) -> str:
        """Looks as one drawn by a browser: it tells neither the row nor that it was brought in."""
        drawn = hashlib.sha256(f"{self.key} answer {number}".encode()).digest()[:10]
        digits = string.digits + string.ascii_lowercase
        return "".join(digits[byte // 36] + digits[byte % 36] for byte in drawn)

    def _stamp(self, what: str) -> Stamp:
        return Stamp("import", self.at, f"{self.id}-{what}")


def _who(idea: Idea) -> tuple[str, ...]:
    """What tells one person of a file from another."""
    return (idea.person,) if idea.person else ("", idea.group or "", idea.language)
