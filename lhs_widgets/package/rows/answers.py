"""What people answered, and where ideas from elsewhere came from."""

from __future__ import annotations

from collections.abc import Iterator

from ...deck import LANGUAGES
from ...workshop import Answer, Contribution, Kind
from ...workshop.contributions import subject
from ..tables.answers import KINDS, LINK
from ..tables.translations import TRANSLATORS
from .exported import Exported
from .row import Row
from .telling import Told


def imports(export: Exported) -> Iterator[Row]:
    for event in export.events:
        if event.kind is Kind.IMPORTED:
            yield {
                "import": event.id,
                "workshop": export.code,
                "step": event.step,
                "file": event.body["file"],
                "sha256": event.body["sha256"],
                "ideas": event.body["rows"],
                "at": event.at,
            }


def contributions(export: Exported) -> Iterator[Row]:
    brought = _brought(export)
    for id_, answer in export.answers.items():
        said, step = answer.contribution, export.deck.steps[answer.contribution.step]
        yield {
            "contribution": id_,
            "workshop": export.code,
            "author": export.authors[id_],
            "step": said.step,
            "phase": export.deck.phase_of(said.step).id,
            "kind": LINK if said.ends else KINDS[step.activity.kind],
            "scope": said.scope,
            "role": said.role,
            "item": said.item,
            "bin": said.bin,
            "rank": said.rank,
            **_ends(export, said),
            "eased_by": _eased_by(export, answer),
            "import": brought.get(id_),
            "revealed": said.step in export.state.revealed,
            "quotable": bool(subject(said)) or not said.words or export.quotable[id_],
            "moderated": export.state.moderated.get(id_),
            **_words(export, answer, language_told=export.told[id_].language),
            **_whose(export, answer, export.told[id_]),
        }


def _brought(export: Exported) -> dict[str, str]:
    """The import that brought each idea: its id begins those of the events that did."""
    files = [row["import"] for row in imports(export)]
    return {
        event.body["id"]: file
        for event in export.events
        for file in files
        if event.kind is Kind.CONTRIBUTED and event.id.startswith(f"{file}-")
    }


def _eased_by(export: Exported, answer: Answer) -> str | None:
    """The condition, unless the link would lead from a named answer to one that is not."""
    eased = export.answers.get(answer.contribution.eased_by or "")
    if eased is None:
        return None
    steps = (answer.contribution.step, eased.contribution.step)
    return eased.contribution.id if len({*map(export.is_named, steps)}) == 1 else None


def _words(export: Exported, answer: Answer, *, language_told: bool) -> Row:
    """What it says. Words show their language; without any, it is told only where that is safe."""
    said = answer.contribution
    about = subject(said)
    spoken: Row = {"language": said.language} if language_told else {}
    if about:
        name = export.deck.subject(about).name
        return {"text": name(said.language) if language_told else name.en, **spoken}
    if said.words:
        return {"text": said.text or said.words, "language": said.language}
    return spoken


def _whose(export: Exported, answer: Answer, told: Told) -> Row:
    found: Row = {"group": told.group, "origin": answer.origin if told.origin else None}
    if not export.is_named(answer.contribution.step) or answer.participant not in export.people:
        return found
    when = {"created": answer.created, "changed": answer.changed}
    return {**found, **when, "participant": answer.participant}


def _ends(export: Exported, said: Contribution) -> Row:
    """The two ends of a link that are still there, on the same map."""
    ends = [end if _is_on_map(export, end, said.step) else None for end in said.ends or ("", "")]
    return dict(zip(("link_from", "link_to"), ends, strict=True))


def _is_on_map(export: Exported, end: str, step: str) -> bool:
    answer = export.answers.get(end)
    return end == "centre" or (answer is not None and answer.contribution.step == step)


def cells(export: Exported) -> Iterator[Row]:
    for id_, answer in export.answers.items():
        for column, cell in answer.contribution.cells.items():
            given = [{"text": cell.strip()}] if isinstance(cell, str) else _choices(cell)
            for line, value in enumerate(filter(_is_filled, given), start=1):
                yield {"contribution": id_, "column": column, "line": line, **value}


def _choices(cell: tuple[str, ...]) -> list[Row]:
    return [{"choice": choice} for choice in cell]


def _is_filled(value: Row) -> bool:
    return any(value.values())


def translations(export: Exported) -> Iterator[Row]:
    for id_, answer in export.answers.items():
        for language in LANGUAGES:
            found = export.state.translation(answer.contribution, language)
            if found and found.origin in TRANSLATORS:
                yield {
                    "contribution": id_,
                    "language": language,
                    "text": found.text,
                    "origin": found.origin,
                }


def ratings(export: Exported) -> Iterator[Row]:
    for id_, answer in export.answers.items():
        for name, value in answer.contribution.ratings.items():
            scale = export.deck.scale[name]
            point = next(point for point in scale.points if point.value == value)
            yield {
                "contribution": id_,
                "scale": name,
                "value": value,
                "label_en": point.label.en,
                "label_fr": point.label.fr,
                "lowest": scale.values[0],
                "highest": scale.values[-1],
            }
