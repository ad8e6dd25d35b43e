"""In each set of colours, words can be read and edges can be seen (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from lhs_widgets.widgets.modules import HERE

STYLE = (HERE / "style" / "colours.css").read_text("utf-8")
SETS = {
    name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block))
    for name, block in zip(
        ("light", "dark", "contrast"), re.findall(r"\{([^}]*--paper[^}]*)\}", STYLE), strict=True
    )
}

WORDS = ("ink", "soft", "teal", "clay", "clay-strong")
BEHIND = ("paper", "card", "field", "teal-pale", "clay-pale")
#: Edges that say where a field is, and what marks the focus.
EDGES = ("strong-line", "teal", "clay", "focus")

every_set = pytest.mark.parametrize("colours", SETS.values(), ids=SETS)


def luminance(colour: str) -> float:
    """The relative luminance that WCAG defines, 0 to 1."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@every_set
def test_each_set_names_every_colour(colours: dict[str, str]) -> None:
    assert colours.keys() == SETS["light"].keys()


@every_set
def test_words_can_be_read(colours: dict[str, str]) -> None:
    pairs = [(word, behind) for word in WORDS for behind in BEHIND]
    pairs += [("on-strong", "teal"), ("on-strong", "clay")]
    assert [pair for pair in pairs if contrast(*(colours[name] for name in pair)) < 4.5] == []


@every_set
def test_edges_can_be_seen(colours: dict[str, str]) -> None:
    pairs = [(edge, behind) for edge in EDGES for behind in ("paper", "card", "field")]
    assert [pair for pair in pairs if contrast(*(colours[name] for name in pair)) < 3] == []


def test_strong_contrast_is_seven_to_one() -> None:
    colours = SETS["contrast"]
    pairs = [(word, behind) for word in WORDS for behind in BEHIND]
    assert [pair for pair in pairs if contrast(*(colours[name] for name in pair)) < 7] == []


def test_no_colour_stands_elsewhere_in_the_style() -> None:
    """But where a colour must not change: a band across the page, and what a camera reads."""
    found = {
        (file.stem, colour)
        for file in (HERE / "style").glob("*.css")
        for colour in re.findall(r"#[0-9a-f]{3,6}\b", file.read_text("utf-8"))
        if file.stem != "colours"
    }
    assert found == {
        ("console", "#fff"),
        ("walk", "#7a2e12"),
        ("walk", "#fff"),
        ("words", "#7a2e12"),
        ("words", "#0d5a60"),
        ("words", "#fff"),
    }
