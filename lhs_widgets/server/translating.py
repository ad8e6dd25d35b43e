"""What a language has to say, and how much of it is translated.

The interface's messages are those of the French catalogue. What decks say is read from them; what
analysis and reports say, from the pairs of English and French in their code.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..deck import built_in_decks, load_deck, texts
from ..errors import BadInput
from ..language import SOURCES, is_language, keeping
from ..language.catalogues import CONTENT, INTERFACE, catalogue_file, messages, places, read, sound
from ..language.flaws import flaw, forms

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_PACKAGE = Path(__file__).parents[1]

#: The parts whose code holds pairs of English and French.
_IN_CODE = {"marks": "deck", "analysis": "analysis", "report": "report"}
_PAIR = frozenset({"Text", "text", "_text"})

#: What the first line of each catalogue says of it.
_ABOUT = {
    INTERFACE: "the interface's own words",
    CONTENT: "what decks, analysis and reports say",
}


@dataclass(frozen=True)
class Said:
    """A text: the part that says it, the place in it, and its English words."""

    part: str
    place: str
    words: str


@dataclass(frozen=True)
class Lack:
    """What a language lacks, or has wrong: where, the English words, and what is the matter."""

    part: str
    place: str
    words: str
    why: str


@cache
def content() -> tuple[Said, ...]:
    """All that decks, analysis and reports say, in order."""
    decks = (
        Said(name, place, text.en)
        for name in built_in_decks()
        for place, text in texts(load_deck(name))
    )
    return (*decks, *chain.from_iterable(_in_code(*part) for part in _IN_CODE.items()))


def parts() -> tuple[str, ...]:
    """What is counted apart: the interface, each deck, and what the code says of results."""
    return ("interface", *built_in_decks(), *_IN_CODE)


def add(language: str) -> list[Path]:
    """Make the catalogues of a language, or bring them up to date; returns the files.

    They are written to the folder that ``LHS_LOCALE`` names, else into the package.

    Raises
    ------
    BadInput
        It is no language that can be added, or a file can't be read or written.
    """
    if language in SOURCES or not is_language(language):
        raise BadInput(f"{language!r} can't be added: give a language's tag, such as es or pt-BR.")
    folder = places()[0] / language / "LC_MESSAGES"
    written = []
    for name, said in ((INTERFACE, keeping.interface()), (CONTENT, catalogue())):
        file = folder / name
        shipped = catalogue_file(language, name)
        try:
            keeping.bring_up_to_date(
                file, language, said, _ABOUT[name], shipped=shipped if shipped != file else None
            )
        except (OSError, ValueError) as error:
            raise BadInput(f"The catalogue can't be written: {error}.") from error
        written.append(file)
    return written


def lacks(language: str) -> Iterator[Lack]:
    """What is missing, can't be used, or is said no more, part by part.

    Raises
    ------
    BadInput
        A catalogue can't be read.
    """
    if language in SOURCES:
        return
    ours, theirs = _read(language, INTERFACE), _read(language, CONTENT)
    for message in messages(keeping.interface()):
        why = _why(ours.get(message.id, message.context))
        if why:
            yield Lack("interface", "", forms(message.id)[0], why)
    for said in content():
        why = _why(theirs.get(said.words))
        if why:
            yield Lack(said.part, said.place, said.words, why)
    yield from _said_no_more("interface", ours, {m.id for m in messages(keeping.interface())})
    yield from _said_no_more("content", theirs, {each.words for each in content()})


def counted(language: str) -> dict[str, tuple[int, int]]:
    """How much of each part is translated, and how much there is."""
    every = [Said("interface", "", forms(m.id)[0]) for m in messages(keeping.interface())]
    every += content()
    missing = [each.part for each in lacks(language) if each.why != "said no more"]
    totals = {part: sum(each.part == part for each in every) for part in parts()}
    return {part: (n - missing.count(part), n) for part, n in totals.items()}


def _said_no_more(part: str, catalogue: Catalog, said: set[Any]) -> Iterator[Lack]:
    """Translations that are left of what was said once."""
    current = [each for each in messages(catalogue) if each.id not in said]
    for message in [*current, *catalogue.obsolete.values()]:
        if any(forms(message.string)):
            yield Lack(part, "", forms(message.id)[0], "said no more")


def _why(message: Message | None) -> str:
    if message is None or not any(forms(message.string)):
        return "missing"
    return flaw(message) or ("" if sound(message) else "unsure, or not in every form")


def _read(language: str, name: str) -> Catalog:
    file = catalogue_file(language, name)
    try:
        return read(file, language) if file else keeping.empty(language)
    except (OSError, ValueError) as error:
        raise BadInput(f"{error}.") from error


def catalogue() -> Catalog:
    said = keeping.empty("en")
    for each in content():
        said.add(each.words, locations=[(f"{each.part}/{each.place}", 0)])
    return said


def _in_code(part: str, folder: str) -> Iterator[Said]:
    for file in sorted((_PACKAGE / folder).rglob("*.py")):
        place = file.relative_to(_PACKAGE / folder).as_posix()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (words := _english(node)):
                yield Said(part, place, words)


def _english(call: ast.Call) -> str:
    """The English of a pair of constant texts; "" for any other call."""
    if not isinstance(call.func, ast.Name) or call.func.id not in _PAIR:
        return ""
    pair = call.args or [word.value for word in call.keywords if word.arg in SOURCES]
    found = [each.value for each in pair if isinstance(each, ast.Constant)]
    texts = [each for each in found if isinstance(each, str)]
    return texts[0].strip() if len(texts) == len(pair) == 2 else ""
