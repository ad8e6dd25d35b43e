"""Joining, saying who one is, being heard, sitting down, leaving."""

from __future__ import annotations

from pydantic import ValidationError

from ...errors import Refused
from ...language import installed
from ..events import Event, Kind, Profile
from ..privacy import Consent
from ..state import Workshop
from .checks import check_present
from .stamp import Stamp

#: More tables than any room has.
MOST_TABLES = 40


def read_profile(workshop: Workshop, data: object) -> Profile:
    """A profile from untrusted data: a known language and, if given, one of the deck's groups."""
    try:
        profile = Profile.model_validate(data)
    except ValidationError as error:
        raise Refused(
            "bad-profile", f"The profile can't be used: {error.errors()[0]['msg']}."
        ) from error
    if not installed(profile.language):
        raise Refused("bad-profile", f"{profile.language!r} is not a language of the workbook.")
    if profile.group is not None and profile.group not in workshop.deck.group:
        raise Refused("bad-profile", f"{profile.group!r} is not a group of this deck.")
    return profile


def join(workshop: Workshop, participant: str, profile: Profile, stamp: Stamp) -> Event:
    """Join, with consent already given."""
    if workshop.finished:
        raise Refused("finished", "This workshop is finished.")
    return stamp.event(Kind.JOINED, profile.model_dump(), participant=participant)


def change_profile(workshop: Workshop, participant: str, profile: Profile, stamp: Stamp) -> Event:
    """Change language, name or group."""
    check_present(workshop, participant)
    return stamp.event(Kind.PROFILE_CHANGED, profile.model_dump(), participant=participant)


def consent(workshop: Workshop, participant: str, agreed: Consent, stamp: Stamp) -> Event:
    """Say what one agrees to, beside taking part; at any time, also once the workshop is over."""
    check_present(workshop, participant)
    return first_consent(participant, agreed, stamp)


def first_consent(participant: str, agreed: Consent, stamp: Stamp) -> Event:
    """What someone who is about to join agrees to."""
    return stamp.event(Kind.CONSENTED, agreed.model_dump(), participant=participant)


def forget(stamp: Stamp) -> Event:
    """All that remains in the record of a person who withdrew: that someone did."""
    return stamp.event(Kind.FORGOTTEN)


def raise_hand(workshop: Workshop, participant: str, stamp: Stamp, *, hand: bool) -> Event:
    """Ask to be heard, or no longer. Lowering a hand may be done for someone."""
    check_present(workshop, participant)
    return stamp.event(Kind.HAND, {"hand": hand}, participant=participant)


def seat(workshop: Workshop, participant: str, table: int | None, stamp: Stamp) -> Event:
    """Seat someone at a table, numbered from 1; None for no table."""
    check_present(workshop, participant)
    if table is not None and not 1 <= table <= MOST_TABLES:
        raise Refused("no-such-table", f"There is no table {table}.")
    return stamp.event(Kind.SEATED, {"table": table}, participant=participant)
