"""What actions check before they are recorded."""

from __future__ import annotations

from ...errors import Refused
from ..state import Workshop


def check_present(workshop: Workshop, participant: str) -> None:
    if participant not in workshop.participants:
        raise Refused("not-here", "This person is not in the workshop.")


def check_step(workshop: Workshop, step: str) -> None:
    if step not in workshop.deck.steps:
        raise Refused("no-such-step", f"{step!r} is not a step of this deck.")


def check_stage(workshop: Workshop, step: str, stage: str) -> None:
    check_step(workshop, step)
    if stage not in workshop.deck.steps[step].stage:
        raise Refused("no-such-stage", f"{stage!r} is not a stage of {step!r}.")


def check_unlocked(workshop: Workshop, step: str | None) -> None:
    """Refuse to change what the facilitator has closed."""
    if workshop.finished:
        raise Refused("finished", "This workshop is finished.")
    if step in workshop.locked:
        raise Refused("locked", f"The step {step!r} is locked.")


def clean_words(text: object, longest: int, *, least: int = 0) -> str:
    """Words on one line, from untrusted data."""
    clean = " ".join(str(text).split()) if isinstance(text, str) else ""
    if not least <= len(clean):
        raise Refused("no-words", "There are no words in it.")
    if len(clean) > longest:
        raise Refused("too-long", f"This has more than {longest} characters.")
    return clean
