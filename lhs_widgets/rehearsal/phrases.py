"""What pretend participants type: sentences put together from ``phrases.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Literal

from ..deck import Text
from ..deck.base import DeckModel
from .people import Person, Voice

Topic = Literal["conditions", "challenges", "own-roles"]

#: Phases the file has no ideas for use these.
ANY_PHASE = "any"

_OPENED = 0.5
_ENDED = 0.5
_TRIES = 6


class Phrase(Text):
    """A piece of a text; ``by`` says who would write it, None for anyone."""

    by: Voice | None = None

    def suits(self, voice: Voice) -> bool:
        return self.by in (None, voice)


class Joints(DeckModel):
    """What may stand before and after an idea."""

    openings: tuple[Phrase, ...]
    endings: tuple[Phrase, ...]


class Phrases(DeckModel):
    """The whole file; the ideas are by phase, then by topic."""

    combine: dict[Topic, Joints]
    ideas: dict[str, dict[Topic, tuple[Phrase, ...]]]


@cache
def load_phrases() -> Phrases:
    """The phrases that come with the package."""
    from ruamel.yaml import YAML  # only a rehearsal needs it

    text = (files("lhs_widgets.rehearsal") / "phrases.yaml").read_text("utf-8")
    return Phrases.model_validate(YAML(typ="safe").load(text))


class Talk:
    """Finds words for everyone in one rehearsal, and rarely the same words twice."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._phrases = load_phrases()
        self._said: set[str] = set()

    def about(self, topic: Topic, phase: str, person: Person, number: int) -> list[str]:
        """Up to ``number`` texts of one person, each on another idea."""
        by_topic = self._phrases.ideas.get(phase, self._phrases.ideas[ANY_PHASE])
        ideas = _suitable(by_topic[topic], person.voice)
        chosen = self._rng.sample(ideas, min(number, len(ideas)))
        return [self._fresh(topic, idea, person) for idea in chosen]

    def _fresh(self, topic: Topic, idea: Phrase, person: Person) -> str:
        """The idea in words nobody used yet, unless that takes too long to find."""
        text = ""
        for _ in range(_TRIES):
            text = self._words(topic, idea, person)
            if text.casefold() not in self._said:
                break
        self._said.add(text.casefold())
        return text

    def _words(self, topic: Topic, idea: Phrase, person: Person) -> str:
        joints = self._phrases.combine[topic]
        opening = self._maybe(_OPENED, _suitable(joints.openings, person.voice), person)
        ending = self._maybe(_ENDED, _suitable(joints.endings, person.voice), person)
        stop = "" if topic == "own-roles" else "."
        text = _join(opening, idea(person.language), ending, stop)
        return _typed(text, person)

    def _maybe(self, chance: float, phrases: Sequence[Phrase], person: Person) -> str:
        if not phrases or self._rng.random() >= chance:
            return ""
        return self._rng.choice(phrases)(person.language)


def shorter(text: str) -> str:
    """What stands there after the first go: about half of the words."""
    words = text.split()
    return " ".join(words[: (len(words) + 1) // 2])


def _suitable(phrases: Iterable[Phrase], voice: Voice) -> list[Phrase]:
    return [phrase for phrase in phrases if phrase.suits(voice)]


def _join(opening: str, idea: str, ending: str, stop: str) -> str:
    start = f"{opening} {idea}" if opening else idea
    sentence = start[0].upper() + start[1:]
    if ending.startswith(","):
        return sentence + ending + stop
    return f"{sentence}{stop} {ending}" if ending else sentence + stop


def _typed(text: str, person: Person) -> str:
    """As typed on a phone: some leave out the last full stop, some the first capital too."""
    if person.typing == "tidy":
        return text
    loose = text.removesuffix(".")
    keeps_capital = person.typing == "no-stop" or loose.startswith("I ")
    return loose if keeps_capital else loose[0].lower() + loose[1:]
