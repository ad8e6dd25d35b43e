"""Sizes of words, of the room between things and of corners come from one scale."""

from __future__ import annotations

import re

from lhs_widgets.widgets.modules import HERE, STYLES

PARTS = {part: (HERE / "style" / f"{part}.css").read_text("utf-8") for part in STYLES}
SCALE = set(re.findall(r"(--[\w-]+):", PARTS.pop("scale")))


def declared(properties: str) -> list[tuple[str, str]]:
    """The part and the value of each declaration of a property."""
    found = re.compile(rf"\b(?:{properties}): ([^;{{}}]+);")
    return [(part, value) for part, text in PARTS.items() for value in found.findall(text)]


def test_words_have_a_size_of_the_scale_or_of_what_they_stand_in() -> None:
    # the wall's grow with the room; a drawing is scaled whole; the choice of size is in percent
    ours = re.compile(r"var\(--[\w-]+\)|[\d.]+em|clamp\(.+\)|\d+%|14px( /\*.*)?")
    assert [each for each in declared("font-size") if not ours.fullmatch(each[1])] == []


def test_the_room_between_things_is_a_step_of_the_scale() -> None:
    apart = declared(r"(?:padding|margin)[a-z-]*|(?:row-|column-)?gap")
    by_hand = [each for each in apart if re.search(r"(?<![\w.-])([4-9]|\d\d+)px", each[1])]
    assert [each for each in by_hand if "calc" not in each[1]] == []


def test_corners_are_of_two_kinds_or_round() -> None:
    ours = re.compile(r"(var\(--round(-small)?\)|0| )+|999px|50%|[\d.]+em")
    assert [each for each in declared("border-radius") if not ours.fullmatch(each[1])] == []


def test_what_is_used_has_a_value() -> None:
    defined = SCALE | {name for text in PARTS.values() for name in re.findall(r"(--[\w-]+):", text)}
    used = {name for text in PARTS.values() for name in re.findall(r"var\((--[\w-]+)\)", text)}
    set_by_scripts = {"--part", "--n", "--x", "--y", "--points"}
    assert used - defined - set_by_scripts == set()
