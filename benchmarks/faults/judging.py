"""What the record must hold: all that was called saved, once, in order, with its last words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .outbox import Change


@dataclass(frozen=True)
class Written:
    """A version of an answer as the record holds it; ``place`` grows with every event."""

    id: str
    place: int
    answer: str
    text: str


@dataclass(frozen=True)
class Verdict:
    """How many versions were called saved, and the ids of those with which something is wrong."""

    confirmed: int
    #: Called saved, and not in the record.
    lost: frozenset[str]
    #: In the record more than once.
    duplicated: frozenset[str]
    #: Saved in another order than a person wrote them in, one after the other was confirmed.
    disordered: frozenset[str]
    #: Called saved, and older words stand in the answer at the end.
    undone: frozenset[str]
    #: In the record with words that nobody sent.
    altered: frozenset[str]

    @property
    def is_good(self) -> bool:
        wrong = (self.lost, self.duplicated, self.disordered, self.undone, self.altered)
        return not any(wrong)


def judge(
    people: Iterable[Sequence[Change]], record: Iterable[Written], final: Mapping[str, str]
) -> Verdict:
    """Compare what each person sent with the record, and with each answer's ``final`` text."""
    record = list(record)
    written = {each.id: each for each in record}
    people = list(people)
    sent = {change.id: change for changes in people for change in changes}
    confirmed = [change for change in sent.values() if change.confirmed]
    texts = Counter((each.answer, each.text) for each in record)
    return Verdict(
        confirmed=len(confirmed),
        lost=frozenset(change.id for change in confirmed if change.id not in written),
        duplicated=frozenset(e.id for e in record if texts[e.answer, e.text] > 1),
        disordered=frozenset().union(*(_disordered(each, written) for each in people)),
        undone=frozenset().union(*(_undone(each, final) for each in people)),
        altered=frozenset(e.id for e in record if e.id not in sent or sent[e.id].text != e.text),
    )


def _disordered(changes: Sequence[Change], written: Mapping[str, Written]) -> set[str]:
    """Those that stand before one that was confirmed before they left."""
    saved = [change for change in changes if change.id in written]
    first_left = sorted(saved, key=lambda change: change.left)
    confirmed = sorted((c for c in saved if c.confirmed), key=lambda change: change.confirmed)
    found, last, done = set(), 0, 0
    for change in first_left:
        while done < len(confirmed) and confirmed[done].confirmed < change.left:
            last = max(last, written[confirmed[done].id].place)
            done += 1
        if written[change.id].place <= last:
            found.add(change.id)
    return found


def _undone(changes: Sequence[Change], final: Mapping[str, str]) -> set[str]:
    """The last confirmed version of each answer that shows neither it nor a later one."""
    found = set()
    for answer in {change.answer for change in changes}:
        versions = [change for change in changes if change.answer == answer]
        known = [place for place, change in enumerate(versions) if change.confirmed]
        allowed = {change.text for change in versions[known[-1] :]} if known else set()
        if known and final.get(answer) not in allowed:
            found.add(versions[known[-1]].id)
    return found
