"""The group's words, as lists that do not tell who said what, or when."""

from __future__ import annotations

from typing import Any

from ..deck import Deck, Language, Step
from ..deck.activities import Fill
from ..widgets.content import name_of
from ..workshop import Contribution, Workshop
from ..workshop.contributions import subject
from ..workshop.translating import is_translatable
from .boards.languages import Reader, in_other_words


def cards(workshop: Workshop, step: str, language: Language) -> list[dict[str, Any]]:
    """Every answer to a step as it stands now, for the facilitator: equal ones are one card.

    ``ids`` are those of the answers, in order of themselves; they are random.
    """
    ids: dict[str, list[str]] = {}
    for answer in workshop.answers_to(step):
        if answer.contribution.id not in workshop.moderated:
            said = _words(workshop.deck, answer.contribution, language)
            ids.setdefault(said, []).append(answer.contribution.id)
    ordered = sorted(ids.items(), key=lambda item: (-len(item[1]), *_alphabet(item[0])))
    return [{"text": _times(text, len(found)), "ids": sorted(found)} for text, found in ordered]


def hidden_cards(workshop: Workshop, step: str, language: Language) -> list[dict[str, Any]]:
    """The answers that the facilitator hid from everyone, with the reason given."""
    found = [
        {
            "text": _words(workshop.deck, answer.contribution, language),
            "ids": [answer.contribution.id],
            "reason": workshop.moderated[answer.contribution.id],
        }
        for answer in workshop.answers_to(step)
        if answer.contribution.id in workshop.moderated
    ]
    return sorted(found, key=lambda card: (*_alphabet(str(card["text"])), str(card["ids"])))


def shown(workshop: Workshop, step: str, reader: Reader) -> list[dict[str, Any]]:
    """The answers to a step as they were when the facilitator showed them, for everyone.

    Equal answers are counted, the most frequent first, then by alphabet: never by time. Each has
    its language, and what it says in the reader's.
    """
    equal: dict[tuple[str, str], list[Contribution]] = {}
    for answer in workshop.shown_at(step):
        said = answer.contribution
        spoken = said.language if is_translatable(said) else reader.language
        text = _words(workshop.deck, said, reader.language)
        equal.setdefault((text, spoken), []).append(said)
    ordered = sorted(equal.items(), key=lambda item: (-len(item[1]), *_alphabet(item[0][0])))
    return [
        {"text": text, "language": spoken, "times": len(all_), **_told(workshop, all_, reader)}
        for (text, spoken), all_ in ordered
    ]


def _told(workshop: Workshop, equal: list[Contribution], reader: Reader) -> dict[str, Any]:
    """What is told of equal words: as much as of any one of them."""
    told = [in_other_words(workshop, said, reader) for said in equal]
    return max(told, key=lambda each: len(each.get("translations", [])))


def _words(deck: Deck, said: Contribution, language: Language) -> str:
    return name_of(deck, subject(said), said.words, language)


def _alphabet(text: str) -> tuple[str, str]:
    """Where a text stands. “Time” and “time” have places of their own, or else the order in which
    they were written would decide."""
    return text.casefold(), text


def _times(text: str, times: int) -> str:
    return f"{text} ({times})" if times > 1 else text


def agreed(workshop: Workshop, step: str) -> dict[str, Any] | None:
    """The words the whole room agreed on at a step, in the language they were written in."""
    found = workshop.outcomes.get((step, None))
    return {"text": found.text, "language": found.language} if found and found.text else None


def roadmap(workshop: Workshop, reader: Reader) -> list[dict[str, Any]]:
    """What the group has agreed on and shown so far, for each phase with answers."""
    phases, language = [], reader.language
    for phase in workshop.deck.phases:
        steps: list[Step] = [step for step in phase.steps if step.is_answered]
        if steps:
            parts = [
                {
                    "title": step.title(language),
                    "agreed": agreed(workshop, step.id),
                    "said": shown(workshop, step.id, reader),
                }
                for step in steps
            ]
            phases.append({"title": phase.title(language), "parts": parts})
    return phases


def glossary(workshop: Workshop, step: str, language: Language) -> list[tuple[str, str]]:
    """The group's own words and what they mean to it, as shown at the steps before this one."""
    found = set()
    for earlier in workshop.steps:
        if earlier.id == step:
            break
        if isinstance(earlier.activity, Fill) and earlier.activity.glossary:
            shown_here = (answer.contribution for answer in workshop.shown_at(earlier.id))
            found |= {_term(workshop.deck, said, language) for said in shown_here}
    return sorted(found, key=lambda term: term[0].casefold())


def _term(deck: Deck, said: Contribution, language: Language) -> tuple[str, str]:
    cells = [cell.strip() for cell in said.cells.values() if isinstance(cell, str)]
    named = [name_of(deck, said.item, "", language), *cells] if said.item else cells
    return (named or [""])[0], " · ".join(filter(None, named[1:]))


def linkable(workshop: Workshop, step: str, participant: str) -> list[Contribution]:
    """The winning conditions a challenge can be linked to: one's own, and those shown to all."""
    mine = [a.contribution for a in workshop.answers_to(step, participant=participant)]
    others = [
        answer.contribution
        for answer in workshop.shown_at(step)
        if answer.participant != participant
    ]
    return mine + sorted(others, key=lambda each: (*_alphabet(each.text), each.id))


def full_title(deck: Deck, step: str, language: Language) -> str:
    """A step's title that stands alone: three steps are called “Roles”."""
    titles = [deck.phase_of(step).title(language), deck.steps[step].title(language)]
    return " · ".join(dict.fromkeys(titles))
