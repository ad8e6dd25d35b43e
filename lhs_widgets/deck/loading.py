"""Reading a deck from YAML, with mistakes reported by file and line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

from ..errors import BadInput, DeckError, Problem
from . import checks
from .base import UnknownLanguage
from .models import Deck

#: A deck is words; the largest one we ship is a tenth of this.
LARGEST_DECK = 1_000_000

#: Levels of lists and fields within each other; the format itself has fewer than ten.
DEEPEST = 20

_BUILT_IN = files("lhs_widgets") / "decks"


def built_in_decks() -> dict[str, Traversable]:
    """The decks that come with the package, by name."""
    found = sorted(_BUILT_IN.iterdir(), key=lambda entry: entry.name)
    return {Path(e.name).stem: e for e in found if e.name.endswith(".yaml")}


@cache
def load_deck(name: str) -> Deck:
    """A built-in deck by name, or one's own by path.

    Raises
    ------
    BadInput
        No built-in deck or file has this name.
    DeckError
        The deck has mistakes; each is listed with its line.
    """
    text = deck_text(name)
    return _shipped_deck(text) if name in built_in_decks() else parse_deck(text, name)


@cache
def _shipped_deck(text: str) -> Deck:
    """A deck of ours, read without noting lines: four times sooner. Tests say that it is good."""
    return Deck.model_validate(YAML(typ="safe", pure=True).load(text))


@cache
def _shipped_texts() -> frozenset[str]:
    return frozenset(entry.read_text("utf-8") for entry in built_in_decks().values())


def deck_text(name: str) -> str:
    """The YAML of a built-in deck or of a file, unchecked but for its size and encoding."""
    shipped = built_in_decks()
    if name in shipped:
        return shipped[name].read_text("utf-8")
    path = Path(name)
    if not path.is_file():
        raise BadInput(
            f"There is no deck {name!r}: name a built-in one ({', '.join(shipped)}) or a YAML file."
        )
    if path.stat().st_size > LARGEST_DECK:
        raise DeckError.single(
            path,
            1,
            f"The file is larger than {LARGEST_DECK // 1_000_000} MB.",
            "A deck holds only words: take out anything pasted in by mistake.",
        )
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DeckError.single(
            path, 1, "The file is not UTF-8 text.", "Save it as UTF-8 in your editor."
        ) from error
    except OSError as error:
        raise BadInput(f"The deck {name!r} can't be read: {error.strerror}.") from error


def parse_deck(text: str, file: str = "deck.yaml") -> Deck:
    """A deck from YAML text; ``file`` only names it in messages.

    A long deck takes seconds; read again soon, as when it is checked and then opened, none.
    """
    return _shipped_deck(text) if text in _shipped_texts() else _parsed(text, file)


@lru_cache(maxsize=4)
def _parsed(text: str, file: str) -> Deck:
    document = _read_yaml(text, file)
    if not isinstance(document, Mapping):
        raise DeckError.single(
            file, 1, "A deck is a list of fields.", "Start from `lhs decks` and its example."
        )
    try:
        deck = Deck.model_validate(document)
    except ValidationError as error:
        raise DeckError(_from_pydantic(error, document, file)) from error
    problems = [
        Problem(file, _line(document, fault.path), _dotted(fault.path), fault.wrong, fault.mend)
        for fault in checks.faults(deck)
    ]
    if problems:
        raise DeckError(problems)
    return deck


def _read_yaml(text: str, file: str) -> Any:
    reader = YAML(typ="rt", pure=True)
    try:
        _check_shape(text, file)
        return reader.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise DeckError.single(
            file,
            mark.line + 1 if mark else 1,
            f"This is not valid YAML: {error.problem or error.context}.",
            "Check the indentation, the colons and the quotes around this line.",
        ) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise DeckError.single(
            file, 1, "This is not valid YAML.", "Compare it with a built-in deck."
        ) from error


def _check_shape(text: str, file: str) -> None:
    """Refuse what lets a small file become large or slow, before anything is built from it."""
    depth = 0
    for event in YAML(pure=True).parse(text):
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent):
            raise DeckError.single(
                file, line, "The deck uses YAML aliases (*name).", "Write the words out each time."
            )
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > DEEPEST:
            raise DeckError.single(
                file, line, "The parts are nested too deeply.", "Compare it with a built-in deck."
            )


def _from_pydantic(error: ValidationError, document: Any, file: str) -> list[Problem]:
    details = error.errors()
    places = [_without_union_tags(_place(detail), document) for detail in details]
    problems = []
    for detail, path in zip(details, places, strict=True):
        within = any(len(other) > len(path) and other[: len(path)] == path for other in places)
        if detail["type"] == "too_short" and within:
            continue  # pydantic counts an item with a mistake as missing; the mistake is listed
        wrong, mend = _explain(detail)
        problems.append(Problem(file, _line(document, path), _dotted(path), wrong, mend))
    return sorted(problems, key=lambda problem: problem.line)


def _place(detail: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Where pydantic found a mistake; that a tag is no language is found from the whole text."""
    error = detail.get("ctx", {}).get("error")
    tag = (error.tag,) if isinstance(error, UnknownLanguage) else ()
    return (*detail["loc"], *tag)


def _explain(detail: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong and how to mend it, for one pydantic error."""
    field = str(detail["loc"][-1]) if detail["loc"] else "deck"
    match detail["type"]:
        case "missing" if field in ("en", "fr"):
            language = {"en": "English", "fr": "French"}[field]
            return f"The {language} text is missing.", f"Add a line “{field}: …” here."
        case "missing":
            return f"The field “{field}” is missing.", f"Add “{field}: …” here."
        case "extra_forbidden":
            return f"“{field}” is not a field of this part.", "Check its spelling, or remove it."
        case "string_too_short":
            return "The text is empty.", "Write it, in both languages."
        case "string_pattern_mismatch" if field == "id":
            return (
                f"“{detail['input']}” can't be an id.",
                "Use small letters, digits and hyphens, starting with a letter.",
            )
        case "union_tag_invalid":
            expected = detail["ctx"]["expected_tags"]
            return "This kind of activity is not known.", f"Use one of: {expected}."
        case "tuple_type":
            return f"“{field}” is a list.", "Write its items on lines that start with “- ”."
        case "too_short":
            return f"“{field}” is empty.", "Give it at least one item."
        case "value_error":
            error = detail["ctx"]["error"]
            return f"{error}.", getattr(error, "mend", "Change it so that this holds.")
        case _:
            return f"{detail['msg']}.", f"Found: {str(detail['input'])[:60]!r}."


def _without_union_tags(loc: Sequence[str | int], document: Any) -> tuple[str | int, ...]:
    """Pydantic puts the activity's kind in the path; the file has no such level."""
    path: list[str | int] = []
    node = document
    for position, key in enumerate(loc):
        child = _child(node, key)
        is_last = position == len(loc) - 1
        if child is None and isinstance(key, str) and not is_last:
            continue
        path.append(key)
        node = child
    return tuple(path)


def _child(node: Any, key: str | int) -> Any:
    try:
        return node[key]
    except (KeyError, IndexError, TypeError):
        return None


def _line(document: Any, path: Sequence[str | int]) -> int:
    """The line of the deepest part of ``path`` that the file has."""
    node, line = document, 1
    for key in path:
        if not isinstance(node, Mapping | Sequence) or isinstance(node, str):
            break
        try:
            mark = node.lc.key(key) if isinstance(node, Mapping) else node.lc.item(key)  # type: ignore[attr-defined]
        except (KeyError, IndexError, AttributeError, TypeError):
            break
        if mark is None:  # an empty list of fields has no place for any
            break
        line = mark[0] + 1
        node = node[key]  # type: ignore[index]
    return line


def _dotted(path: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in path)
