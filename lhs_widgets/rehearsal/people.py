"""Who comes to a rehearsal: a mixed room, as a facilitator would meet it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random
from typing import Literal

from ..deck import Deck, Language
from ..workshop import Profile
from ..workshop.codes import new_participant

#: Where a person speaks from: their own health or a relative's, or their work.
Voice = Literal["lived", "staff"]

#: How a person types: sentences as at school, no final stop, or no capital either.
Typing = Literal["tidy", "no-stop", "lowercase"]

_TYPING: tuple[Typing, ...] = ("tidy", "tidy", "tidy", "no-stop", "no-stop", "lowercase")

#: How many of each group come, by a word in the group's id; any other group counts 1.
_WEIGHTS = {
    "patient": 6,
    "user": 6,
    "famil": 3,
    "caregiver": 3,
    "relative": 3,
    "clinician": 4,
    "manager": 2,
    "research": 2,
}
_STAFF = ("clinician", "manager", "research", "staff", "leader", "provider", "professional")

_NO_GROUP = 0.06
_NAMED = 0.6

#: In a smaller room everybody comes on time and stays.
_SMALLEST_UNEVEN_ROOM = 3


@dataclass(frozen=True)
class Person:
    """A pretend participant.

    ``joins`` and ``leaves`` are the first and last place of the walk at which they are there; place
    0 is the welcome, place 1 the first step. ``pace`` multiplies the time they take.
    """

    id: str
    profile: Profile
    voice: Voice
    typing: Typing
    pace: float
    joins: int
    leaves: int

    @property
    def language(self) -> Language:
        return self.profile.language


def invite(deck: Deck, number: int, rng: Random) -> list[Person]:
    """``number`` people; from three on, one joins late, another leaves early, and one has no
    phone: a scribe writes for them."""
    last = len(deck.steps)
    presence = [(0, last)] * number
    if number >= _SMALLEST_UNEVEN_ROOM:
        late, early = rng.sample(range(number), 2)
        presence[late] = (1 + last // 3, last)
        presence[early] = (0, last * 2 // 3)
    scribed = rng.randrange(number) if number >= _SMALLEST_UNEVEN_ROOM else None
    groups, languages = _groups(deck, number, rng), _languages(number, rng)
    return [
        _person(
            place,
            _profile(place, groups[place], languages[place], rng, by_hand=place == scribed),
            presence[place],
            rng,
        )
        for place in range(number)
    ]


def _person(place: int, profile: Profile, presence: tuple[int, int], rng: Random) -> Person:
    return Person(
        id=new_participant(rng),
        profile=profile,
        voice=_voice(profile.group, place),
        typing=rng.choice(_TYPING),
        pace=rng.uniform(0.6, 1.6),
        joins=presence[0],
        leaves=presence[1],
    )


def _languages(number: int, rng: Random) -> Sequence[Language]:
    """Half and half, in any order; an odd room has one more of either."""
    pair: list[Language] = ["en", "fr"]
    rng.shuffle(pair)
    languages = [pair[place % 2] for place in range(number)]
    rng.shuffle(languages)
    return languages


def _groups(deck: Deck, number: int, rng: Random) -> Sequence[str | None]:
    """Dealt, not drawn: a room of thirty always has patients and someone of each group."""
    pack = [group for group in deck.group for _ in range(_weight(group))]
    rng.shuffle(pack)
    dealt = islice(cycle(pack), number)
    return [None if rng.random() < _NO_GROUP else group for group in dealt]


def _weight(group: str) -> int:
    return next((weight for word, weight in _WEIGHTS.items() if word in group), 1)


def _profile(
    place: int, group: str | None, language: Language, rng: Random, *, by_hand: bool
) -> Profile:
    """Names are numbers: an invented human name may be someone's."""
    number = {"en": f"Participant {place + 1}", "fr": f"Personne {place + 1}"}[language]
    name = number if rng.random() < _NAMED or by_hand else ""
    return Profile(language=language, name=name, group=group, card="A1" if by_hand else "")


def _voice(group: str | None, place: int) -> Voice:
    if group is None or group == "other":
        return "staff" if place % 2 else "lived"
    return "staff" if any(word in group for word in _STAFF) else "lived"
