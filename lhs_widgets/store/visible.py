"""What a participant's page may know: the conditions under which rows are read at all.

A page reads its own person's rows, what the facilitator did, and what the group made of its ideas.
Of others it reads only what was shown, and no row of the record as it stands: an answer comes as
its words, its id and what the step tells of its author; a ballot as what was chosen. Who wrote it,
when, on which device, in which order, what it said before, how its author rated it and what it was
linked to stay in the database. So do answers that were taken back, people's progress, raised
hands, and who sits where.

The id of an answer stays, because themes and ballots hold it, and because it tells nothing: a
browser draws it at random (``newId``), it is not derived from a person, a moment or an order, and
what is read is sorted by it. Ids of events, which the export could tie to a moment, are not read.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    CTE,
    JSON,
    ColumnElement,
    Select,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
    true,
)

from ..deck import Deck
from ..deck.activities import PlaceOnScales
from ..workshop import Event, Kind
from ..workshop.ballots import Key
from ..workshop.events import PRIVATE, THEME_ACTS
from ..workshop.results import FEWEST
from .dialects import without
from .tables import events
from .versions import moderated, says_something, versions

_PRIVATE = [kind.value for kind in PRIVATE]
_THEME_ACTS = [kind.value for kind in THEME_ACTS]

#: What everyone knows at once: the walk as the facilitator leads it. A kind that is not named here
#: is not read; nor is that someone withdrew, and when.
_WALK = [
    kind.value
    for kind in (
        Kind.OPENED,
        Kind.RETITLED,
        Kind.PLANNED,
        Kind.OFFERED,
        Kind.SETTLED,
        Kind.PURPOSED,
        Kind.KEPT,
        Kind.SUPPORTED,
        Kind.FINISHED,
        Kind.MOVED,
        Kind.STAGED,
        Kind.REVEALED,
        Kind.COUNTED,
        Kind.LOCKED,
        Kind.PACED,
        Kind.PAUSED,
        Kind.TIMED,
        Kind.SPLIT,
        Kind.PROMISED,
    )
]

#: What can change the answers that a page is shown; words that are written after a step was shown
#: do not.
_TURNS = [
    kind.value
    for kind in (
        Kind.REVEALED,
        Kind.SPLIT,
        Kind.SEATED,
        Kind.MODERATED,
        Kind.WITHDRAWN,
        Kind.PROFILE_CHANGED,
        Kind.FORGOTTEN,
    )
]

#: What stays unread of an answer, beside its author and its time; where items are placed on scales,
#: the ratings are the answer.
_UNTOLD = ("scope", "eased_by")
_RATINGS = "ratings"


#: The order of the record, for a few rows among many. By ``seq`` alone SQLite would go through all
#: rows of a workshop, to save itself the sorting.
SORTED = events.c.seq + 0


def walk(code: str, participant: str) -> ColumnElement[bool]:
    """The rows to begin with: the walk, and all that one participant did.

    The workshop stands in both parts, or SQLite would look at every row of it.
    """
    here = events.c.workshop == code
    own = and_(here, events.c.participant == participant, events.c.kind.in_(_PRIVATE))
    return or_(and_(here, events.c.kind.in_(_WALK)), own)


class Rules:
    """What ``participant`` may read of the group and of others, given the rows of :func:`walk`.

    ``participant`` is "" for the wall, which knows what everyone knows.
    """

    def __init__(self, code: str, deck: Deck, participant: str, known: Sequence[Event]) -> None:
        self._me = participant
        self._here = events.c.workshop == code
        self._deck = deck
        self._known = known
        #: The steps that are shown, by the event that showed them last.
        self.reveals = _last_reveals(known)
        #: The votes whose results are shown, by the place in the record at which they were closed.
        self.counted = _closed_votes(known)
        self._split = _split(known)
        self._table = _own_table(known) if self._split else None

    @property
    def own(self) -> set[str]:
        """The ids of the participant's own answers."""
        return {
            event.body["id"]
            for event in self._known
            if event.kind is Kind.CONTRIBUTED and event.participant == self._me
        }

    def of_the_group(self) -> Select[tuple[object, ...]]:
        """Themes and outcomes, with no time and no origin; why one's own answers were hidden.

        While the group is split, only the own table's and the whole room's.
        """
        about = events.c.body["contribution"].as_string()
        what = or_(
            and_(
                events.c.kind.in_(_THEME_ACTS), events.c.step.in_(self.reveals), self._at_my_table()
            ),
            and_(events.c.kind == Kind.AGREED.value, self._at_my_table()),
            and_(events.c.kind == Kind.MODERATED.value, about.in_(self.own)),
        )
        kinds = [*_THEME_ACTS, Kind.AGREED.value, Kind.MODERATED.value]
        return self._timeless(literal("system"), events.c.kind.in_(kinds), what)

    def translations(self, answers: Collection[str]) -> Select[tuple[object, ...]]:
        """What these answers, which are shown here, say in another language."""
        about = events.c.body["contribution"].as_string()
        return self._timeless(
            events.c.origin,
            events.c.kind == Kind.TRANSLATED.value,
            events.c.step.in_(self.reveals),
            about.in_(answers),
        )

    def _timeless(
        self, origin: ColumnElement[str], *what: ColumnElement[bool]
    ) -> Select[tuple[object, ...]]:
        """Events with the time of the opening, so that nothing tells when they were."""
        return (
            select(
                events.c.id,
                events.c.kind,
                literal(self._known[0].at.isoformat()).label("at"),
                origin.label("origin"),
                events.c.step,
                events.c.body,
            )
            .where(self._here, *what)
            .order_by(SORTED)
        )

    def mark(self) -> Select[tuple[int, int, int, int]]:
        """A mark of the record: :meth:`answers` are the same while its first two numbers are,
        :meth:`ballots` while the third is too and the same votes are closed, and
        :meth:`translations` while the first two and the last are; 0 if there are none."""
        turns = events.c.kind.in_(_TURNS)
        late = and_(
            events.c.kind == Kind.BALLOT.value, events.c.step.in_({key[0] for key in self.counted})
        )
        translated = events.c.kind == Kind.TRANSLATED.value
        kinds = [*_TURNS, Kind.BALLOT.value, Kind.TRANSLATED.value]
        return select(
            func.count().filter(turns),
            func.coalesce(func.max(events.c.seq).filter(turns), 0),
            func.count().filter(late),
            func.coalesce(func.max(events.c.seq).filter(translated), 0),
        ).where(self._here, events.c.kind.in_(kinds), or_(turns, late, translated))

    def answers(self) -> Select[tuple[str, object, object]] | None:
        """Others' answers as they were shown: step, words and signature; None if there are none.

        At a table, the answers to a step are shown once :data:`FEWEST` people there have answered
        it, unless the step is named: with fewer, everyone there could tell whose they are.
        """
        if not self.reveals or (self._split and self._table is None):
            return None
        said = self._shown()
        who, signature = self._signatures(said)
        told = select(said.c.step, self._words(said), signature).join(
            events, events.c.seq == said.c.seq
        )
        if who is not None:
            told = told.outerjoin(who, who.c.participant == said.c.participant)
        told = told.where(said.c.participant != self._me)
        if self._split:
            enough = (
                select(said.c.step)
                .join(events, events.c.seq == said.c.seq)
                .where(says_something())
                .group_by(said.c.step)
                .having(func.count(said.c.participant.distinct()) >= FEWEST)
            )
            told = told.where(or_(said.c.step.in_(enough), said.c.step.in_(self._steps("named"))))
        return told.order_by(said.c.answer)

    def ballots(self) -> Select[tuple[str, object]] | None:
        """Others' last ballots in votes that are closed; None if there are none."""
        if not self.counted or (self._split and self._table is None):
            return None
        ballot = events.c.body["ballot"]
        stage, turn = ballot["stage"].as_string(), ballot["round"].as_integer()
        closed = [
            and_(events.c.step == key[0], stage == key[1], turn == key[2], self._mates(seq))
            for key, seq in self.counted.items()
        ]
        newest = func.row_number().over(
            partition_by=(events.c.participant, events.c.step, stage, turn),
            order_by=events.c.seq.desc(),
        )
        cast = (
            select(events.c.step, events.c.body, newest.label("age"))
            .where(self._here, events.c.kind == Kind.BALLOT.value, or_(*closed))
            .where(events.c.participant != self._me)
            .subquery("casts")
        )
        return select(cast.c.step, cast.c.body).where(cast.c.age == 1)

    def _words(self, said: CTE) -> ColumnElement[object]:
        placed = [
            step.id
            for step in self._deck.steps.values()
            if isinstance(step.activity, PlaceOnScales) and step.id in self.reveals
        ]
        return case(
            (said.c.step.in_(placed), without(events.c.body, *_UNTOLD)),
            else_=without(events.c.body, *_UNTOLD, _RATINGS),
        )

    def _shown(self) -> CTE:
        """The place of each answer as it was when its step was shown, one's own among them."""
        version = versions(self._here)
        until = case(
            *((version.c.step == step, shown.seq) for step, shown in self.reveals.items()),
            else_=null(),
        )
        shown = select(version).where(
            version.c.kind == Kind.CONTRIBUTED.value,
            version.c.seq <= until,
            or_(version.c.following.is_(None), version.c.following > until),
            version.c.taken_back < version.c.seq,
            version.c.answer.not_in(moderated(self._here)),
        )
        if self._split:
            shown = shown.where(
                or_(
                    *(
                        and_(version.c.step == step, self._mates(reveal.seq, version))
                        for step, reveal in self.reveals.items()
                    )
                )
            )
        return shown.cte("shown")

    def _signatures(self, said: CTE) -> tuple[CTE | None, ColumnElement[object]]:
        """What is told of each author: the name and the group, the group, or nothing."""
        named, signed = self._steps("named"), self._steps("named", "group")
        if not signed:
            return None, literal(None, JSON).label("by")
        newest = func.row_number().over(
            partition_by=events.c.participant, order_by=events.c.seq.desc()
        )
        people = (Kind.JOINED.value, Kind.PROFILE_CHANGED.value)
        profiles = (
            select(events.c.participant, events.c.body, newest.label("age"))
            .where(self._here, events.c.kind.in_(people))
            .subquery()
        )
        who = select(profiles).where(profiles.c.age == 1).cte("who")
        more = without(who.c.body, "card", "language")
        group = without(more, "name")
        by = case((said.c.step.in_(named), more), (said.c.step.in_(signed), group), else_=null())
        return who, by.label("by")

    def _steps(self, *names: str) -> list[str]:
        """The steps that are shown and say so much of an author."""
        steps = self._deck.steps
        return [step for step in self.reveals if step in steps and steps[step].names in names]

    def _at_my_table(self) -> ColumnElement[bool]:
        if not self._split:
            return true()
        table = events.c.body["table"].as_integer()
        return or_(table.is_(None), table == self._table)

    def _mates(self, shown: int, of: CTE | None = None) -> ColumnElement[bool]:
        """Whether the author's things lie on the own table.

        They lie where their author sat when they were shown, or where they first sat down after the
        group was split if that came later. Who changes tables leaves them behind: if cards moved
        with a person, both tables could tell whose they are.
        """
        if not self._split:
            return true()
        split = self._split.seq
        if shown > split:
            then = events.c.seq <= shown
            order: list[ColumnElement[Any]] = [events.c.seq.desc()]
        else:
            then = true()
            before = events.c.seq <= split
            order = [before, case((before, -events.c.seq), else_=events.c.seq)]
        place = func.row_number().over(partition_by=events.c.participant, order_by=order)
        seats = (
            select(
                events.c.participant,
                events.c.body["table"].as_integer().label("table"),
                place.label("place"),
            )
            .where(self._here, events.c.kind == Kind.SEATED.value, then)
            .subquery()
        )
        here = select(seats.c.participant).where(seats.c.place == 1, seats.c.table == self._table)
        return (of.c if of is not None else events.c).participant.in_(here)


def _last_reveals(known: Sequence[Event]) -> dict[str, Event]:
    last = {event.step: event for event in known if event.kind is Kind.REVEALED}
    return {step: event for step, event in last.items() if step and event.body["revealed"]}


def _closed_votes(known: Sequence[Event]) -> dict[Key, int]:
    last = {
        (event.step or "", event.body["stage"], event.body["round"]): event
        for event in known
        if event.kind is Kind.COUNTED
    }
    return {key: event.seq for key, event in last.items() if event.body["counted"]}


def _split(known: Sequence[Event]) -> Event | None:
    """The event that split the group; None when all are together."""
    splits = [event for event in known if event.kind is Kind.SPLIT]
    return splits[-1] if splits and splits[-1].body["tables"] else None


def _own_table(known: Sequence[Event]) -> int | None:
    seats: list[int | None] = [e.body["table"] for e in known if e.kind is Kind.SEATED]
    return seats[-1] if seats else None
