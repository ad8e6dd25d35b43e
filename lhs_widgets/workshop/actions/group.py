"""What the group makes of its ideas: themes, an agreed outcome, actions.

These are acts of the group: who did them is not recorded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ...deck import Language
from ...errors import Refused
from ...language import installed
from ..contributions import LONGEST_TEXT, is_token
from ..events import THEME_ACTS, Event, Kind
from ..ideas import ideas
from ..state import Promise, Workshop
from ..translating import fingerprint, is_translatable
from .checks import check_step, check_unlocked, clean_words
from .stamp import Stamp

LONGEST_TITLE = 120


def group_ideas(
    workshop: Workshop,
    step: str,
    items: Sequence[str],
    theme: str,
    stamp: Stamp,
    *,
    title: str = "",
    table: int | None = None,
) -> Event:
    """Put ideas into a theme; a theme that is not there yet needs a title."""
    _check_items(workshop, step, items)
    known = workshop.arrangement(step)
    if known.survivor(theme) not in known.by_id and not title.strip():
        raise Refused("no-words", "A new theme has a title.")
    if not is_token(theme):
        raise Refused("not-understood", f"{theme!r} is not a theme's id.")
    body = {"theme": theme, "items": list(items), "title": clean_words(title, LONGEST_TITLE)}
    return _act(Kind.GROUPED, workshop, step, body, table, stamp)


def ungroup_ideas(
    workshop: Workshop, step: str, items: Sequence[str], stamp: Stamp, *, table: int | None = None
) -> Event:
    """Take ideas out of their themes."""
    _check_items(workshop, step, items)
    return _act(Kind.UNGROUPED, workshop, step, {"items": list(items)}, table, stamp)


def merge_themes(
    workshop: Workshop,
    step: str,
    themes: Sequence[str],
    into: str,
    stamp: Stamp,
    *,
    table: int | None = None,
) -> Event:
    """Make several themes one. Someone else may have merged them a moment ago: no mistake."""
    for theme in [*themes, into]:
        _check_theme(workshop, step, theme)
    body = {"themes": list(themes), "theme": into}
    return _act(Kind.MERGED, workshop, step, body, table, stamp)


def rename_theme(
    workshop: Workshop, step: str, theme: str, title: str, stamp: Stamp, *, table: int | None = None
) -> Event:
    """Give a theme another title."""
    _check_theme(workshop, step, theme)
    body = {"theme": theme, "title": clean_words(title, LONGEST_TITLE, least=1)}
    return _act(Kind.RENAMED, workshop, step, body, table, stamp)


def undo(
    workshop: Workshop, step: str, act: str, stamp: Stamp, *, table: int | None = None
) -> Event:
    """Undo an act on a step's themes, or an undoing."""
    if not any(each.id == act for each in workshop.theme_acts.get(step, ())):
        raise Refused("not-understood", f"{act!r} is no act on the themes of {step!r}.")
    return _act(Kind.UNDONE, workshop, step, {"act": act}, table, stamp)


def agree(
    workshop: Workshop,
    step: str,
    text: str,
    language: Language,
    stamp: Stamp,
    *,
    table: int | None = None,
) -> Event:
    """Write the agreed outcome of a step, of the whole room or of one table; "" clears it."""
    check_step(workshop, step)
    check_unlocked(workshop, step)
    if len(text) > LONGEST_TEXT:
        raise Refused("too-long", f"An outcome has at most {LONGEST_TEXT} characters.")
    body = {"text": text.strip(), "language": language, "table": table}
    return stamp.event(Kind.AGREED, body, step=step)


def promise(agreed: Promise, stamp: Stamp) -> Event:
    """Agree on an action, or change one: who does it and until when."""
    if not is_token(agreed.id):
        raise Refused("not-understood", f"{agreed.id!r} is not an action's id.")
    if agreed.due:
        try:
            date.fromisoformat(agreed.due)
        except ValueError as error:
            raise Refused(
                "bad-date", f"{agreed.due!r} is not a date such as 2026-12-01."
            ) from error
    body = {
        "id": agreed.id,
        "text": clean_words(agreed.text, LONGEST_TEXT, least=1),
        "who": clean_words(agreed.who, LONGEST_TITLE),
        "due": agreed.due,
        "done": agreed.done,
        "carried": agreed.carried,
        "kept": agreed.kept,
    }
    return stamp.event(Kind.PROMISED, body)


def drop_promise(workshop: Workshop, promise_id: str, stamp: Stamp) -> Event:
    """Take an action off the list, as if it had never been agreed on."""
    if promise_id not in workshop.promises:
        raise Refused("not-understood", f"{promise_id!r} is not an action of this workshop.")
    return stamp.event(Kind.PROMISED, {"id": promise_id, "text": ""})


def _act(
    kind: Kind,
    workshop: Workshop,
    step: str,
    body: Mapping[str, object],
    table: int | None,
    stamp: Stamp,
) -> Event:
    assert kind in THEME_ACTS
    check_unlocked(workshop, step)
    return stamp.event(kind, {**body, "table": table}, step=step)


def _check_items(workshop: Workshop, step: str, items: Sequence[str]) -> None:
    check_step(workshop, step)
    known = {idea.id for idea in ideas(workshop, step)}
    if not items or not set(items) <= known:
        raise Refused("not-shown", "Only ideas that everyone sees can be grouped.")


def _check_theme(workshop: Workshop, step: str, theme: str) -> None:
    check_step(workshop, step)
    known = workshop.arrangement(step)
    if known.survivor(theme) not in known.by_id:
        raise Refused("no-such-theme", f"{theme!r} is not a theme of {step!r}.")


def translate_idea(
    workshop: Workshop, idea: str, text: str, language: Language, stamp: Stamp, *, of: str
) -> Event:
    """Say in another language what an idea says that is shown; "" takes the translation away.

    ``of`` are the words as the translator reads them. The person's own words stay as they are, so
    this can be done when the step is closed, or the workshop is over.

    Raises
    ------
    Refused
        Nobody is shown such words, or they are in this language already.
    """
    shown = (answer.contribution for answers in workshop.shown.values() for answer in answers)
    said = next((each for each in shown if each.id == idea), None)
    if said is None or said.id in workshop.moderated or said.words != of:
        raise Refused("not-now", f"{idea!r} is not shown with these words.")
    if not is_translatable(said) or not installed(language) or language == said.language:
        raise Refused("not-understood", f"{idea!r} is not translated into {language!r}.")
    clean = text.strip()
    if len(clean) > LONGEST_TEXT:
        raise Refused("too-long", f"A translation has at most {LONGEST_TEXT} characters.")
    body = {"contribution": idea, "language": language, "text": clean, "of": fingerprint(of)}
    return stamp.event(Kind.TRANSLATED, body, step=said.step)
