"""To whom people can turn when something weighs on them, as the facilitator wrote it."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from ..deck import LANGUAGES, Language
from ..errors import Refused
from ..language import installed

#: The longest words, in characters: a name, a table, a telephone number.
LONGEST_SUPPORT = 300


class Support(BaseModel):
    """Words by language, only those that were written; ``on_wall`` is whether the wall shows them.

    It is not part of what is prepared and kept for the next workshop: whom to call this time may be
    the wrong person the next time.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: Mapping[Language, str] = Field(default_factory=dict)
    on_wall: bool = False

    def spoken(self, language: Language) -> dict[str, str]:
        """The words for a page and their language, another one where there are none in its own;
        {} where nothing was written."""
        for each in (language, *LANGUAGES, *self.words):
            if each in self.words:
                return {"text": self.words[each], "language": each}
        return {}


def read_support(words: object, *, on_wall: bool) -> Support:
    """Support from untrusted data; a language without words is left out.

    Raises
    ------
    Refused
        It is no text by language, or longer than :data:`LONGEST_SUPPORT` characters.
    """
    given: dict[str, str] = {}
    for key, each in words.items() if isinstance(words, Mapping) else [("", "")]:
        if not installed(key) or not isinstance(each, str):
            raise Refused("not-understood", "Support is words by language.")
        given[key] = " ".join(each.split())
    if any(len(each) > LONGEST_SUPPORT for each in given.values()):
        raise Refused("too-long", f"A support contact has at most {LONGEST_SUPPORT} characters.")
    return Support(words={key: each for key, each in given.items() if each}, on_wall=on_wall)
