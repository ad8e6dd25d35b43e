"""Who is part of the research, where that is what a session is for."""

from __future__ import annotations

from collections.abc import Iterable

from ...workshop import Cast, Consent, Workshop


def unasked(state: Workshop) -> set[str]:
    """Whose answers are not for research, where that is what the session is for.

    Ideas brought in from a file, and pretend people, were asked elsewhere or need not be.
    """
    if not state.purpose.has_research:
        return set()
    return {
        id_
        for id_, person in state.participants.items()
        if not (person.consent or Consent()).research
        and person.origin not in ("import", "rehearsal")
    }


def filled(casts: Iterable[Cast]) -> list[Cast]:
    """The ballots with something on them."""
    return [cast for cast in casts if not cast.ballot.is_blank]
