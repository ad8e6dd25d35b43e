"""The symbols beside key ideas: each stands somewhere, each place has one, all are small."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from lhs_widgets.widgets.modules import HERE, stylesheet
from lhs_widgets.widgets.symbols import PATHS, PLACES, symbols
from lhs_widgets.widgets.words import STAGE_TITLES


def test_every_symbol_has_its_place() -> None:
    assert PATHS.keys() == PLACES.keys()
    places = [place for all_ in PLACES.values() for place in all_]
    assert len(places) == len(set(places))


def test_each_is_a_picture_a_browser_can_draw() -> None:
    [drawn] = re.findall(r'url\("data:image/svg\+xml,(.*?)"\)', symbols())
    strip = ElementTree.fromstring(drawn.replace("%3C", "<").replace("%3E", ">"))
    assert [path.get("d") for path in strip] == list(PATHS.values())


def test_every_kind_of_stage_has_one_on_the_wall_and_the_console() -> None:
    places = " ".join(place for all_ in PLACES.values() for place in all_)
    for kind in STAGE_TITLES:
        assert re.search(rf"\.now[^ ]*\.{kind}\b", places), kind
        assert f"[data-kind={kind}]" in places, kind


def test_what_they_hang_on_is_there() -> None:
    code = "\n".join(file.read_text("utf-8") for file in HERE.rglob("*.js"))
    for hook in ("data-phase", "data-kind", "dataset.kind", "paused", "aloud", "hand", "helpbox"):
        assert hook in code, hook


def test_they_are_part_of_the_one_stylesheet_and_light() -> None:
    assert stylesheet().endswith(symbols())
    assert max(map(len, PATHS.values())) < 130
