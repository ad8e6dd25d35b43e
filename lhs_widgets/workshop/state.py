"""What is known of a workshop at one place of its record."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ..deck import LANGUAGES, Deck, Language, Limits, Step
from ..deck.stages import Stage
from .ballots import Cast, Key
from .contributions import Contribution
from .events import Event, Origin, Profile
from .plan import Plan
from .preparation import Preparation
from .privacy import Consent, Purpose
from .support import Support
from .themes import Theme, Themes, arrange
from .translating import Translation, Translations, translation_of


@dataclass(frozen=True)
class Participant:
    """Someone who joined. ``done`` holds the steps they marked as finished; ``table`` is where
    they sit while the group is split, and ``hand`` since when their hand is up. ``consent`` is
    None for someone who was asked for nothing but to take part."""

    id: str
    profile: Profile
    joined: datetime
    origin: Origin
    done: frozenset[str] = frozenset()
    table: int | None = None
    hand: datetime | None = None
    consent: Consent | None = None


@dataclass(frozen=True)
class Answer:
    """A contribution with its author and its times.

    ``by`` is what others may know of the author: a name and a group, a group, or nothing (None),
    as the step's ``names`` says. On a page that may not know the author, ``participant`` is "".
    """

    contribution: Contribution
    participant: str
    origin: Origin
    created: datetime
    changed: datetime
    by: Profile | None = None


@dataclass(frozen=True)
class Outcome:
    """What the group, or one table, agreed on at a step."""

    text: str
    language: Language


@dataclass(frozen=True)
class Promise:
    """An action the group agreed on. ``due`` is a date as written, "" for none; ``carried`` is the
    code of the earlier workshop it comes from, and ``kept`` whether this one decided to go on."""

    id: str
    text: str
    who: str = ""
    due: str = ""
    done: bool = False
    carried: str = ""
    kept: bool = False


@dataclass(frozen=True)
class Timer:
    """The time the group gave itself, until ``ends``; nothing closes when it is over."""

    ends: datetime
    seconds: int


@dataclass(frozen=True)
class Counts:
    """How many people joined, and how many of them marked the current step as finished."""

    joined: int
    done: int


@dataclass(frozen=True)
class Workshop:
    """Everything known of a workshop at one place of its record."""

    deck: Deck
    title: str = ""
    opened: datetime | None = None
    #: The code of the workshop this one is a rehearsal of, "" for a real one.
    rehearses: str = ""
    plan: Plan = field(default_factory=lambda: Plan(steps=()))
    #: The languages that its pages offer. Whoever has another one keeps it.
    languages: tuple[Language, ...] = LANGUAGES
    #: When the group agrees, and since when that is settled.
    limits: Limits = field(default_factory=Limits)
    settled: datetime | None = None
    purpose: Purpose = field(default_factory=Purpose)
    #: The day until which the facilitator means to keep it; None where none was set.
    keep_until: date | None = None
    support: Support = field(default_factory=Support)
    #: What was prepared before each change that can be undone, the last one last.
    earlier: tuple[Preparation, ...] = ()
    current: str = ""
    #: The steps the group has come to, and those before them.
    reached: frozenset[str] = frozenset()
    finished: bool = False
    paused: bool = False
    #: Whether people go at their own pace: then every step is open.
    own_pace: bool = False
    timer: Timer | None = None
    #: How many tables the group is split into; 0 when all work together.
    tables: int = 0
    #: The stage each step is at, where it was ever set.
    staged: Mapping[str, str] = field(default_factory=dict)
    #: The round of voting each stage is in, where it is not the first.
    rounds: Mapping[tuple[str, str], int] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()
    #: The answers shown to everyone, by step, as they were when they were shown.
    shown: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    #: The rounds of voting that are closed, their results shown.
    counted: frozenset[Key] = frozenset()
    ballots: Mapping[Key, tuple[Cast, ...]] = field(default_factory=dict)
    #: What people did to each step's themes, the oldest first.
    theme_acts: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    #: Why an answer was hidden from everyone by the facilitator, by its id.
    moderated: Mapping[str, str] = field(default_factory=dict)
    #: What ideas say in another language, as the facilitator or a scribe wrote it.
    translations: Translations = field(default_factory=dict)
    #: What was agreed, by step and table; None is the whole room.
    outcomes: Mapping[tuple[str, int | None], Outcome] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    #: The facilitator's notes, by step.
    notes: Mapping[str, str] = field(default_factory=dict)
    participants: Mapping[str, Participant] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    forgotten: int = 0
    seq: int = 0

    @property
    def preparation(self) -> Preparation:
        """What was decided before the workshop, as it stands now."""
        return Preparation(
            title=self.title,
            plan=self.plan,
            languages=self.languages,
            limits=self.limits,
            purpose=self.purpose,
        )

    def is_due(self, today: date) -> bool:
        """Whether the day until which it was to be kept has passed."""
        return self.keep_until is not None and self.keep_until < today

    @property
    def has_begun(self) -> bool:
        """Whether the group was ever moved to a step or a stage."""
        return self.finished or len(self.reached) > 1 or bool(self.staged)

    @property
    def may_settle(self) -> bool:
        """Whether the limits can still be changed: the group has not begun, nobody has answered.

        Ideas brought in from a file are no answers to what is asked here.
        """
        said = any(answer.origin != "import" for answer in self.answers.values())
        return not (self.has_begun or self.ballots or said)

    @property
    def steps(self) -> list[Step]:
        """The steps of the walk, as planned."""
        return [self.deck.steps[step.id] for step in self.plan.visible]

    def stages(self, step: str) -> list[Stage]:
        """A step's stages, as planned."""
        return [self.deck.steps[step].stage[stage.id] for stage in self.plan.step(step).visible]

    def stage(self, step: str) -> Stage | None:
        """The stage a step is at; None where there is nothing to answer."""
        stages = self.deck.steps[step].stage
        if not stages:
            return None
        return stages[self.staged.get(step) or self.plan.step(step).visible[0].id]

    def key(self, step: str, stage: str) -> Key:
        """The round of voting that a stage is in."""
        return step, stage, self.rounds.get((step, stage), 1)

    def is_open(self, step: str) -> bool:
        """Whether people may turn to this step."""
        return self.own_pace or step in self.reached

    def is_locked(self, step: str) -> bool:
        """Whether nothing can be changed at this step."""
        return self.finished or step in self.locked

    def answers_to(self, step: str, *, participant: str | None = None) -> Iterator[Answer]:
        """The answers to a step that say something, oldest first; of one person if named."""
        for answer in self.answers.values():
            mine = participant is None or answer.participant == participant
            if answer.contribution.step == step and mine and not answer.contribution.is_blank:
                yield answer

    def shown_at(self, step: str) -> tuple[Answer, ...]:
        """The answers that everyone sees of a step."""
        return tuple(
            answer
            for answer in self.shown.get(step, ())
            if answer.contribution.id not in self.moderated
        )

    def translation(self, said: Contribution, language: Language) -> Translation | None:
        """How an answer reads in another language; None where nobody has said."""
        return translation_of(self.translations, said, language)

    @property
    def joined(self) -> int:
        """How many people joined, or were added by a scribe; imported ideas bring nobody."""
        return sum(person.origin != "import" for person in self.participants.values())

    @property
    def revealed(self) -> KeysView[str]:
        """The steps whose answers everyone sees."""
        return self.shown.keys()

    def not_yet_shown(self, step: str) -> int:
        """How many answers to a revealed step were written or changed since it was shown."""
        shown = [answer.contribution for answer in self.shown.get(step, ())]
        return sum(answer.contribution not in shown for answer in self.answers_to(step))

    def done_with(self, step: str) -> int:
        """How many people marked the step as finished."""
        return sum(step in person.done for person in self.participants.values())

    def arrangement(self, step: str) -> Themes:
        """The themes of a step with all that became of them."""
        return arrange(self.theme_acts.get(step, ()))

    def themes(self, step: str, table: int | None = None) -> list[Theme]:
        """A step's themes by title: of one table, or of all."""
        found = self.arrangement(step).by_id.values()
        here = [theme for theme in found if table is None or theme.table == table]
        return sorted(here, key=lambda theme: (theme.title.casefold(), theme.id))
