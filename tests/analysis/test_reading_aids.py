"""Charts, tables and sentences can be read by everyone, in both languages, at any size of group."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import pandas as pd
import pytest

from lhs_widgets.analysis import charts, frames, measures, pictures, sentences, tables, words
from lhs_widgets.package import Package
from lhs_widgets.package.schema import TABLES

LANGUAGES = ["en", "fr"]


Shown = dict[str, tuple[pd.DataFrame, Any, str]]
Shower = Callable[[str], Shown]


def shown(package: Package, language: Any) -> Shown:
    """Every measure with its chart and its sentence."""
    roles = frames.roles(package, language)
    conditions = frames.conditions(package, language)
    challenges = frames.challenges(package, language)
    found = {
        "participation": measures.participation(frames.people(package, language)),
        "influence": measures.influence_gap(roles),
        "influence_by_group": measures.influence_by_group(roles),
        "conditions": measures.matters_and_missing(conditions),
        "challenges": measures.challenge_weight(challenges),
    }
    made = {
        name: (m, getattr(charts, name)(m, language), getattr(sentences, name)(m, language))
        for name, m in found.items()
    }
    pair = ("importance", "in_place")
    by_group = measures.by_phase_and_group(conditions, *pair)
    made["by_group"] = (
        by_group,
        charts.by_phase_and_group(by_group, *pair, language),
        sentences.by_phase_and_group(by_group, *pair, language),
    )
    return made


@pytest.fixture(scope="module")
def of_example(example: Package) -> Shower:
    """The same of the example, once for each language."""
    return cache(partial(shown, example))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_has_a_title_and_says_what_it_shows(of_example: Shower, language: str) -> None:
    for _, chart, sentence in of_example(language).values():
        spec = chart.to_dict()
        assert spec["title"]
        assert sentence in spec["description"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_of_an_empty_workshop_say_so(package_of: Any, language: str) -> None:
    for _, chart, sentence in shown(package_of({}, []), language).values():
        assert sentence
        assert pictures.png(chart).startswith(b"\x89PNG")


def test_no_letter_in_a_chart_is_smaller_than_12(of_example: Shower) -> None:
    def sizes(node: Any) -> list[float]:
        if isinstance(node, dict):
            own = [v for k, v in node.items() if k.lower().endswith("fontsize")]
            return own + [size for value in node.values() for size in sizes(value)]
        return [size for value in node for size in sizes(value)] if isinstance(node, list) else []

    for _, chart, _ in of_example("en").values():
        assert min(sizes(chart.to_dict())) >= 12


def test_two_values_differ_by_shape_and_fill_and_have_numbers(of_example: Shower) -> None:
    measure, chart, _ = of_example("en")["influence"]
    assert len(measure)
    spec = json.dumps(chart.to_dict())
    assert '"circle", "square"' in spec
    assert '"type": "text"' in spec


def test_a_picture_is_the_same_each_time(of_example: Shower) -> None:
    _, chart, _ = of_example("en")["conditions"]
    assert pictures.png(chart) == pictures.png(chart)


def test_a_picture_carries_its_description(of_example: Shower) -> None:
    _, chart, _ = of_example("fr")["participation"]
    data, metadata = pictures._rendered(chart.to_dict())
    assert data["text/plain"] == metadata["image/png"]["alt"] == chart.to_dict()["description"]


def test_a_chart_s_data_is_in_it(of_example: Shower) -> None:
    for _, chart, _ in of_example("en").values():
        assert '"url"' not in json.dumps(chart.to_dict())


@pytest.mark.parametrize(("n", "expected"), [(1, "1 person took part"), (2, "2 people took part")])
def test_a_workshop_of_one_or_two_is_told_in_good_english(
    package_of: Any, n: int, expected: str
) -> None:
    people = {f"p-{i}": "patient" for i in range(n)}
    found = measures.participation(frames.people(package_of(people, []), "en"))
    sentence = sentences.participation(found, "en")
    assert sentence.startswith(expected)
    assert "patient" not in sentence.lower()


def test_a_tie_names_all_that_are_first() -> None:
    rows = {
        "phase": "P2D",
        "role": ["A", "B"],
        "n": [6, 7],
        "gap": [2.0, 2.0],
        "low": [1.0, 1.0],
        "high": [3, 3],
    }
    sentence = sentences.influence(pd.DataFrame({"scope": "For themselves", **rows}), "en")
    assert "“A” – P2D and “B” – P2D" in sentence


def test_each_scope_is_told_and_drawn_apart(of_example: Shower) -> None:
    own, others = (scope("en") for scope in words.SCOPES.values())
    for name in ("influence", "influence_by_group"):
        measure, chart, sentence = of_example("en")[name]
        assert list(dict.fromkeys(measure["scope"])) == [own, others]
        assert 0 <= sentence.index(f"{own}, the") < sentence.index(f"{others}, the")
        bands = chart.to_dict()["facet"]["row"]["sort"]
        assert bands[0].startswith(own)
        assert bands[-1].startswith(others)
        assert not any(own in band and others in band for band in bands)


def test_a_value_stands_at_its_own_row(of_example: Shower) -> None:
    measure, chart, _ = of_example("en")["influence"]
    (rows,) = (rows for rows in chart.to_dict()["datasets"].values())
    drawn = [(row["row"], row["label"].split("\n")[1], row["from"], row["to"]) for row in rows]
    top = measures.leading(measure, 8)
    for (scope, role, today, wished), told in zip(drawn, top.itertuples(), strict=True):
        assert (scope, today, wished) == (told.scope, told.today, told.wished)
        assert told.role.startswith(role)


def test_what_is_cut_short_says_so(of_example: Shower) -> None:
    measure, chart, _ = of_example("fr")["conditions"]
    note = f"Les 8 premières lignes sur {len(measure)}."
    assert f"<caption>{note}</caption>" in tables.titled(measure, "fr")._repr_html_()
    assert chart.to_dict()["title"]["subtitle"] == [note]
    assert note in chart.to_dict()["description"]
    whole = tables.titled(measure, "fr", first=len(measure))._repr_html_()
    assert "<caption>" not in whole


def test_charts_write_numbers_in_their_language(of_example: Shower) -> None:
    marks = {
        language: of_example(language)["influence"][1].to_dict()["config"].get("locale")
        for language in LANGUAGES
    }
    assert marks["en"] is None
    assert marks["fr"]["number"]["decimal"] == ","


# a mark after a plain space, or without one, where French asks for a no-break space
BREAKABLE = re.compile(r"[^\S\xa0][:;?!%»]|[^\s\xa0][;?!»]|«(?!\xa0)")


def test_french_marks_stand_after_a_no_break_space(of_example: Shower) -> None:
    said = [text.fr for text in sentences._SAID.values()]
    said += [
        text.fr for table in (words.COLUMNS, words.TITLES, words.SCOPES) for text in table.values()
    ]
    said += [field.fr for table in TABLES for field in table.fields]
    said += [table.fr for table in TABLES]
    said += [words.quoted("oui", "fr"), words.TOO_FEW.fr, words.EASED_BY.fr]
    said += [
        text for _, _, text in (of_example("fr")["influence"], of_example("fr")["participation"])
    ]
    assert [text for text in said if BREAKABLE.search(text)] == []


def test_no_wish_for_more_say_is_said_plainly() -> None:
    rows = {
        "scope": ["For themselves"],
        "role": ["A"],
        "phase": ["P2D"],
        "n": [6],
        "gap": [0.0],
        "low": [0.0],
    }
    sentence = sentences.influence(pd.DataFrame({**rows, "high": [1.0]}), "en")
    assert sentence.startswith("For themselves, in no role")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_in_the_other_language(of_example: Shower, language: str) -> None:
    other = {"en": "fr", "fr": "en"}[language]
    for measure, _, _ in of_example(language).values():
        header = list(tables.titled(measure, language).frame.columns)  # type: ignore[arg-type]
        strangers = {w(other) for w in words.COLUMNS.values()}  # type: ignore[arg-type]
        same = {w(language) for w in words.COLUMNS.values()}  # type: ignore[arg-type]
        assert not set(header) & (strangers - same)


def test_words_of_participants_are_never_markup() -> None:
    measure = pd.DataFrame({"role": ["<script>alert(1)</script>"], "n": [5], "gap": [1.0]})
    assert "<script>" not in tables.titled(measure, "en")._repr_html_()
    assert "<script>" not in sentences.Reading("<script>")._repr_html_()


def test_a_table_has_headings_a_screen_reader_can_use() -> None:
    html = tables.titled(pd.DataFrame({"n": [1]}), "fr")._repr_html_()
    assert '<th scope="col">Personnes</th>' in html


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (3.0, "en", "3"),
        (2.25, "en", "2.25"),
        (2.5, "fr", "2,5"),
        (10.0, "en", "10"),
        (0, "fr", "0"),
        (1234.5, "en", "1,234.5"),
        (1234.5, "fr", "1\xa0234,5"),
    ],
)
def test_numbers_are_written_as_people_write_them(
    value: float, language: Any, expected: str
) -> None:
    assert words.number(value, language) == expected


def test_hostile_words_are_drawn_and_told(package_of: Any) -> None:
    hostile = "<img src=x onerror=alert(1)> {0} $x$ **bold** \x00\x1b\ufffe =1+1\n# head"
    people = {f"p-{n}": "patient" for n in range(5)}
    said = [
        (who, {"id": f"{who}-{kind}", "step": f"p2d-{kind}", "text": hostile, "ratings": ratings})
        for who in people
        for kind, ratings in (
            ("roles", {"influence-today": 1, "influence-wished": 4}),
            ("conditions", {"importance": 5, "in-place": 1}),
            ("challenges", {"seriousness": 5, "frequency": 5}),
        )
    ]
    for measure, chart, sentence in shown(package_of(people, said), "fr").values():
        assert pictures.png(chart).startswith(b"\x89PNG")
        assert "<img" not in tables.titled(measure, "fr")._repr_html_()
        assert "<img" not in sentences.Reading(sentence)._repr_html_()
