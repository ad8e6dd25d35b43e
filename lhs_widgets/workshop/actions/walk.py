"""What the facilitator does: leading the group through the workshop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from pydantic import ValidationError

from ...deck import LANGUAGES, Language, Limits
from ...errors import Refused
from ...language import installed, offered
from ...language import languages as all_languages
from ..contributions import LONGEST_TEXT
from ..events import Event, Kind
from ..plan import Plan, read_plan
from ..preparation import LONGEST_WORKSHOP_TITLE
from ..privacy import Purpose, read_day, read_purpose
from ..state import Workshop
from ..support import read_support
from .checks import check_stage, check_step, clean_words
from .people import MOST_TABLES
from .stamp import Stamp

#: A timer of at most four hours: nobody sits longer.
MOST_SECONDS = 4 * 3600


def open_workshop(
    title: str,
    stamp: Stamp,
    *,
    rehearses: str = "",
    plan: Plan | None = None,
    languages: Sequence[Language] | None = None,
    limits: Limits | None = None,
    aim: Purpose | None = None,
) -> Event:
    """Open a workshop under a title of 1 to 120 characters.

    ``rehearses`` is the code of the workshop it is a rehearsal of, ``plan`` a plan of the same deck
    (None for the deck's own), ``languages`` are those that its pages offer (None for all whose
    interface is whole; one that was removed meanwhile is left out), ``limits`` say when the
    group agrees (None for the deck's own), and ``aim`` is what it is for (None for quality
    improvement).
    """
    body: dict[str, object] = {"title": _title(title)}
    if rehearses:
        body["rehearses"] = rehearses
    if plan:
        body["plan"] = plan.model_dump(mode="json")
    spoken = [each for each in languages or () if installed(each)] or list(offered())
    if tuple(spoken) != LANGUAGES:
        body["languages"] = _languages(spoken)
    if limits:
        body["limits"] = limits.model_dump(mode="json")
    if aim and aim != Purpose():
        body["purpose"] = aim.model_dump()
    return stamp.event(Kind.OPENED, body)


def retitle(workshop: Workshop, title: str, stamp: Stamp) -> Event:  # noqa: ARG001 - as all actions
    """Give the workshop another title."""
    return stamp.event(Kind.RETITLED, {"title": _title(title)})


def offer(workshop: Workshop, languages: object, stamp: Stamp) -> Event:  # noqa: ARG001
    """Offer one language or several on the pages; whoever has another one keeps it."""
    return stamp.event(Kind.OFFERED, {"languages": _languages(languages)})


def settle(workshop: Workshop, data: object, stamp: Stamp) -> Event:
    """Settle from how many percent on the group agrees, before anybody has answered.

    Raises
    ------
    Refused
        Somebody has answered or the group has begun, or these are no limits.
    """
    if not workshop.may_settle:
        raise Refused("settled", "The limits can't change once people answer.")
    try:
        limits = Limits.model_validate(data)
    except ValidationError as error:
        raise Refused("bad-limits", f"No limits: {error.errors()[0]['msg']}.") from error
    return stamp.event(Kind.SETTLED, limits.model_dump(mode="json"))


def purpose(workshop: Workshop, aim: object, reb: object, stamp: Stamp) -> Event:
    """Say what the session is for; once people agreed to that, only its number can be mended.

    Raises
    ------
    Refused
        It can't be used, or someone has joined.
    """
    meant = read_purpose(aim, reb)
    if workshop.joined and meant.aim != workshop.purpose.aim:
        raise Refused("purpose-known", "People have joined for another purpose.")
    return stamp.event(Kind.PURPOSED, meant.model_dump())


def keep_until(workshop: Workshop, day: object, stamp: Stamp) -> Event:  # noqa: ARG001
    """Say until which day the workshop is kept, as 2027-01-31; "" for no such day."""
    until = read_day(day)
    return stamp.event(Kind.KEPT, {"until": until.isoformat() if until else ""})


def support(words: object, stamp: Stamp, *, on_wall: bool) -> Event:
    """Say to whom people can turn, by language; see :func:`~..support.read_support`."""
    meant = read_support(words, on_wall=on_wall)
    return stamp.event(Kind.SUPPORTED, meant.model_dump(mode="json"))


def plan(workshop: Workshop, data: object, stamp: Stamp) -> Event:
    """Change the order, the time or what is hidden; see :func:`~..plan.read_plan`."""
    return stamp.event(Kind.PLANNED, read_plan(data, workshop.deck).model_dump(mode="json"))


def move(workshop: Workshop, step: str, stamp: Stamp) -> Event:
    """Move everyone to a step; a finished workshop opens again."""
    check_step(workshop, step)
    return stamp.event(Kind.MOVED, step=step)


def stage(workshop: Workshop, step: str, name: str, stamp: Stamp, *, again: bool = False) -> Event:
    """Go to any stage of a step, as often as wanted; ``again`` starts a new round of a vote."""
    check_stage(workshop, step, name)
    _, _, turn = workshop.key(step, name)
    return stamp.event(Kind.STAGED, {"stage": name, "round": turn + again}, step=step)


def reveal(workshop: Workshop, step: str, stamp: Stamp, *, revealed: bool) -> Event:
    """Show a step's answers to everyone, or hide them again."""
    check_step(workshop, step)
    return stamp.event(Kind.REVEALED, {"revealed": revealed}, step=step)


def count(workshop: Workshop, step: str, name: str, stamp: Stamp, *, counted: bool) -> Event:
    """Close a vote and show its results to everyone, or hide them and go on voting."""
    check_stage(workshop, step, name)
    _, _, turn = workshop.key(step, name)
    body = {"stage": name, "round": turn, "counted": counted}
    return stamp.event(Kind.COUNTED, body, step=step)


def lock(workshop: Workshop, step: str, stamp: Stamp, *, locked: bool) -> Event:
    """Close a step for changes, or open it again."""
    check_step(workshop, step)
    return stamp.event(Kind.LOCKED, {"locked": locked}, step=step)


def pace(stamp: Stamp, *, own: bool) -> Event:
    """Let people go at their own pace, or keep the group together."""
    return stamp.event(Kind.PACED, {"paced": own})


def pause(stamp: Stamp, *, paused: bool) -> Event:
    """Take a break, or go on. Nothing is closed in a break."""
    return stamp.event(Kind.PAUSED, {"paused": paused})


def set_timer(seconds: int, stamp: Stamp) -> Event:
    """Give the group some time from now on, for everyone to see."""
    if not 1 <= seconds <= MOST_SECONDS:
        raise Refused("bad-time", f"A timer runs for 1 to {MOST_SECONDS} seconds.")
    ends = stamp.at + timedelta(seconds=seconds)
    return stamp.event(Kind.TIMED, {"ends": ends.isoformat(), "seconds": seconds})


def stop_timer(stamp: Stamp) -> Event:
    """Take the timer away."""
    return stamp.event(Kind.TIMED, {"ends": None, "seconds": 0})


def split(tables: int, stamp: Stamp) -> Event:
    """Let the group work at ``tables`` tables, or (0) bring everyone together again."""
    if not 0 <= tables <= MOST_TABLES:
        raise Refused("no-such-table", f"There are at most {MOST_TABLES} tables.")
    return stamp.event(Kind.SPLIT, {"tables": tables})


def note(workshop: Workshop, step: str, text: str, stamp: Stamp) -> Event:
    """Write down something about a step that only facilitators read."""
    check_step(workshop, step)
    if len(text) > LONGEST_TEXT * 5:
        raise Refused("too-long", "This note is too long.")
    return stamp.event(Kind.NOTED, {"text": text}, step=step)


def moderate(
    workshop: Workshop, contribution: str, reason: str, stamp: Stamp, *, moderated: bool
) -> Event:
    """Hide an answer from everyone, with a reason that its author reads, or show it again."""
    answer = workshop.answers.get(contribution)
    if answer is None:
        raise Refused("not-understood", f"{contribution!r} is not an answer.")
    body = {
        "contribution": contribution,
        "reason": clean_words(reason, LONGEST_WORKSHOP_TITLE * 2, least=int(moderated)),
        "moderated": moderated,
    }
    return stamp.event(Kind.MODERATED, body, step=answer.contribution.step)


def finish(workshop: Workshop, stamp: Stamp) -> Event:  # noqa: ARG001 - as all actions
    """End the workshop: nobody can join or write any more."""
    return stamp.event(Kind.FINISHED)


def _title(title: str) -> str:
    clean = " ".join(title.split())
    if not 1 <= len(clean) <= LONGEST_WORKSHOP_TITLE:
        raise Refused("bad-title", "A workshop's title has 1 to 120 characters.")
    return clean


def _languages(languages: object) -> list[Language]:
    """One known language at least, in the order that all pages use."""
    asked = list(languages) if isinstance(languages, list | tuple) else []
    if not asked or not all(installed(each) for each in asked):
        raise Refused("bad-languages", f"{languages!r} are not languages of the workbook.")
    return [each for each in all_languages() if each in asked]
