"""Cards to write on, as a PDF: one for each answered step, with the code of the person."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice
from typing import Any

from ..deck import Deck, Language
from ..errors import BadInput
from ..language import known
from ..language import mark as _
from ..widgets.content import step_content
from ..widgets.words import HEADER_WORDS, STEP_WORDS, in_language
from ..workshop import Workshop
from .codes import CardCode, free_codes

#: More people without a phone than a room has; in both languages it takes 20 seconds and 1.3 GB.
MOST_PEOPLE = 40

#: How many are printed for when nobody was added yet.
_FIRST_PRINT = 6

_WORDS = {
    "title": _("Cards to write on: {title}"),
    "roles": _("Tick roles and, beside each, how much say people have."),
    "today": _("today"),
    "wished": _("should be"),
    "sort": _("Tick one box beside each line."),
    "choose": _("Choose at most {n}. Write 1 beside the first, 2 beside the second, and so on."),
    "tick": _("Tick at most {n}."),
    "note": _("This is copied into the workbook for you. Please write no names or health details."),
    **{
        name: STEP_WORDS[name]
        for name in (
            "challenge",
            "condition",
            "eased_by",
            "for_group",
            "for_me",
            "map_kinds",
            "map_links",
            "map_things",
            "own_roles",
            "roles_for",
            "row",
        )
    },
    "step_of": HEADER_WORDS["step_of"],
}


@dataclass(frozen=True)
class Pack:
    """One person's cards, in the languages they are wanted in."""

    person: str
    languages: tuple[Language, ...]


def packs(
    workshop: Workshop,
    *,
    people: int | None = None,
    language: Language | None = None,
) -> list[Pack]:
    """Who gets cards: those a scribe added, then the next free codes, ``people`` in all.

    Unless a ``language`` is asked for, who was added gets the cards in their own; under a code that
    nobody has yet there are cards in each language of the workshop, to choose from; with "both",
    everyone has these.
    """
    added = {
        person.profile.card: person.profile.language
        for person in workshop.participants.values()
        if person.profile.card
    }
    number = people if people is not None else min(len(added) or _FIRST_PRINT, MOST_PEOPLE)
    if not 1 <= number <= MOST_PEOPLE:
        raise BadInput(f"Cards are printed for 1 to {MOST_PEOPLE} people, not {number}.")
    wanted = (language,) if language and language != "both" else workshop.languages
    own = [Pack(code, wanted if language else (known(added[code]),)) for code in sorted(added)]
    spare = [Pack(code, wanted) for code in islice(free_codes(workshop), number)]
    return [*own, *spare][:number]


def print_cards(workshop: Workshop, code: str, wanted: Sequence[Pack], language: Language) -> bytes:
    """The cards as a PDF, accessible (PDF/UA-1) if the fonts have every character in them.

    ``language`` is that of the file's title.
    """
    spoken = sorted({each for pack in wanted for each in pack.languages})
    said = {
        "title": in_language(_WORDS, language)["title"].format(title=workshop.title),
        "language": language,
        "workshop": f"{workshop.title} · {code}",
        "words": {each: in_language(_WORDS, each) for each in spoken},
        "steps": {each: _steps(workshop.deck, each) for each in spoken},
        "packs": [{"person": pack.person, "languages": pack.languages} for pack in wanted],
    }
    return _compiled(json.dumps(said))


def _compiled(said: str) -> bytes:
    """The PDF; its words are data for the template, so that a title or a deck is never markup."""
    import typst

    template = (files(__package__) / "cards.typ").read_bytes()
    try:
        return typst.compile(template, sys_inputs={"cards": said}, pdf_standards="ua-1")
    except typst.TypstError:  # such as an emoji in a title, where no font has one
        return typst.compile(template, sys_inputs={"cards": said})


def _steps(deck: Deck, language: Language) -> list[dict[str, Any]]:
    """What stands on the card of each answered step, with its number in the walk."""
    step_of = in_language(HEADER_WORDS, language)["step_of"]
    cards = []
    for _phase, step in deck.answered_steps():
        number = deck.position(step.id) + 1
        cards.append(
            {
                **step_content(deck, step, language),
                "kind": step.activity.kind,
                "suffix": str(CardCode("", number)),
                "place": step_of.format(number=number, count=len(deck.steps)),
            }
        )
    return cards
