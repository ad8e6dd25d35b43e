"""Where people agree and differ: the frames hold who said what, the measures ask the statistics."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from lhs_widgets.analysis import pictures, statistics, tables, words
from lhs_widgets.analysis.agreement import (
    charts,
    choices,
    frames,
    groups,
    measures,
    panels,
    sections,
    sentences,
    sorts,
    texts,
)
from lhs_widgets.package import Package, read_package

from .conftest import ROOT
from .test_reading_aids import BREAKABLE

LANGUAGES = ["en", "fr"]
FRAMES: Any = [
    (frames.answers, frames.ANSWERS),
    (frames.rankings, frames.POINTS),
    (frames.dots, frames.POINTS),
    (choices.choices, choices.CHOICES),
    (choices.checks, choices.CHECKS),
]


@pytest.fixture(scope="module")
def activities() -> Package:
    return read_package(ROOT / "data" / "example-activities")


def shown(package: Package, language: Any) -> dict[str, pd.DataFrame]:
    answers = frames.answers(package, language)
    rankings = frames.rankings(package, language)
    rest = words.EVERYONE_ELSE(language)
    return {
        "answering_alike": measures.answering_alike(answers),
        "deciding": measures.deciding(answers),
        "ordering": measures.ordering(answers, rankings, words.ORDER(language)),
        "dotting": measures.dotting(frames.dots(package, language)),
        "judging": panels.judging(answers),
        "joining": sorts.joining(answers),
        "dividing": groups.dividing(answers, rest),
        "parting": groups.parting(choices.choices(package, language), rest),
        "standing": groups.standing(choices.checks(package, language), rest),
    }


def answers(said: dict[str, Iterable[int | None]], **more: Any) -> pd.DataFrame:
    """Points from 1 to 5 of each item, person by person; None for no answer."""
    rows = [
        {"item": item, "author": f"p-{n}", "value": value, "upper": value > 3, "lower": value < 3}
        for item, values in said.items()
        for n, value in enumerate(values)
        if value is not None
    ]
    given = {"step": "Weigh", "scale": "How much?", "ordered": True, "nine": False, **more}
    columns = list(frames.ANSWERS)
    found = pd.DataFrame(rows, columns=columns).assign(**given)
    return found.astype(frames.ANSWERS)


def points(said: dict[str, dict[str, int]]) -> pd.DataFrame:
    """Each person's points of what they chose."""
    rows = [
        {"step": "Choose", "author": author, "item": item, "points": n}
        for author, chosen in said.items()
        for item, n in chosen.items()
    ]
    return pd.DataFrame(rows, columns=list(frames.POINTS)).astype(frames.POINTS)


@pytest.mark.parametrize(("read", "dtypes"), FRAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_frames_have_their_declared_columns(
    activities: Package, example: Package, language: Any, read: Callable[..., Any], dtypes: Any
) -> None:
    for package in (activities, example):
        found = read(package, language)
        assert {name: dtype.name for name, dtype in found.dtypes.items()} == dtypes


def test_sorted_items_and_points_of_scales_are_answers(activities: Package) -> None:
    found = frames.answers(activities, "en")
    kinds = activities.tables["contributions"]["kind"].value_counts()
    assert (~found["ordered"]).sum() == kinds["sorted"]
    assert found["ordered"].sum() == len(activities.tables["ratings"])
    assert found[~found["ordered"]]["scale"].unique().tolist() == ["In which box?"]


def test_of_five_points_two_are_upper_and_two_lower(example: Package) -> None:
    found = frames.answers(example, "en")
    assert set(found[found["upper"]]["value"]) == {4, 5}
    assert set(found[found["lower"]]["value"]) == {1, 2}
    assert not found["nine"].any()


def test_a_ranking_gives_its_last_place_one_point(activities: Package) -> None:
    found = frames.rankings(activities, "en")
    assert found["points"].min() == 1
    assert found.groupby("author")["points"].max().max() == 5


def test_a_vote_in_order_replaces_what_was_put_in_order_alone(activities: Package) -> None:
    votes = activities.tables["votes"]
    dots = votes[votes["kind"] == "vote"].drop_duplicates(["ballot", "option"])
    place = (dots.groupby("ballot").cumcount() + 1).astype("Int64")
    ranked = dots.assign(kind="rank", place=place, dots=None, step="aim-choose")
    package = replace(activities, tables={**activities.tables, "votes": ranked.convert_dtypes()})
    found = frames.rankings(package, "en")
    assert len(found) == len(ranked)
    assert set(found["author"]) == set(ranked["ballot"])
    first = found.groupby("author")["points"].max()
    assert set(first) == {place.max()}


def test_figures_are_the_same_in_both_languages(activities: Package) -> None:
    english, french = (shown(activities, language) for language in LANGUAGES)
    for name in ("answering_alike", "ordering"):
        figures = english[name].select_dtypes("number").columns
        pd.testing.assert_frame_equal(english[name][figures], french[name][figures])


def test_alpha_and_pairs_are_those_of_the_statistics() -> None:
    said = {item: [n % 5 + 1, n % 5 + 1, n % 4 + 1, None, 2, 3] for n, item in enumerate("abcdef")}
    (row,) = measures.answering_alike(answers(said)).to_dict("records")
    table = pd.DataFrame(said).T
    alpha = statistics.krippendorff_alpha(table, "ordinal")
    assert (row["items"], row["n"]) == (6, 5)
    assert [row["alpha"], row["low"], row["high"]] == [
        round(float(end), 2) for end in (alpha.alpha, alpha.low or 0, alpha.high or 0)
    ]


def test_boxes_have_no_order() -> None:
    said = {"a": [1, 1, 1, 1, 3], "b": [3, 3, 3, 3, 3], "c": [2, 2, 2, 3, 2]}
    (boxes,) = measures.answering_alike(answers(said, ordered=False)).to_dict("records")
    nominal = statistics.krippendorff_alpha(pd.DataFrame(said).T, "nominal", resamples=2)
    assert boxes["alpha"] == round(nominal.alpha, 2)
    assert pd.isna(boxes["low"])  # three items are too few to draw from


def test_where_all_answer_the_same_there_is_no_alpha_but_all_pairs_agree() -> None:
    found = measures.answering_alike(answers({"a": [4] * 6, "b": [4] * 6}))
    assert found["agree"].tolist() == [100]
    assert found["alpha"].isna().all()
    assert sentences.answering_alike(found, "en") == texts.SAID["no-alpha"].en
    assert charts.answering_alike(found, "en").to_dict()["description"].endswith("can’t be said.")


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ([5, 4, 4, 1], None),
        ([5, 5, 4, 1], None),
        ([5, 5, 4, 4, 4, 1, 3, 4], "upper"),
        ([1, 1, 2, 2, 2, 5, 3, 1], "lower"),
        ([3, 3, 3, 3, 5], "middle"),
        ([1, 1, 1, 5, 5, 5], "open"),
    ],
)
def test_enough_is_75_percent_of_five_people_or_more(values: list[int], verdict: Any) -> None:
    found = measures.deciding(answers({"it": values}))
    assert found["verdict"].tolist() == ([verdict] if verdict else [])


def test_on_nine_points_the_core_outcome_rule_decides() -> None:
    for values, verdict in (([9] * 15 + [1] * 3, "open"), ([9] * 17 + [1], "upper")):
        found = measures.deciding(answers({"it": values}, nine=True))
        assert found["verdict"].tolist() == [verdict]


def test_two_camps_are_told() -> None:
    found = measures.deciding(answers({"calm": [4, 4, 4, 3, 3], "split": [1, 1, 5, 5, 3]}))
    said = sentences.deciding(found, "en")
    assert said.startswith("Enough people agree on 0 of 2 items")
    assert "“split” – How much? (40% lower, 40% upper points, 5 people)" in said


def test_w_is_of_people_who_gave_every_item_a_point() -> None:
    said = {"a": [1, 1, 1, 1, 1, None], "b": [2, 2, 2, 2, 2, 2], "c": [5, 4, 5, 4, 5, 1]}
    (row,) = measures.ordering(answers(said), points({}), "order").to_dict("records")
    assert (row["items"], row["n"], row["concordance"]) == (3, 5, 1)
    assert 0 < row["chance"] < 1


def test_what_is_left_out_of_a_ranking_shares_the_last_place() -> None:
    alike = {f"p-{n}": {"tea": 2, "milk": 1} for n in range(5)}
    found = measures.ordering(answers({}), points({**alike, "p-9": {"water": 2}}), "order")
    table = [[2, 2, 2, 2, 2, 0], [1, 1, 1, 1, 1, 0], [0, 0, 0, 0, 0, 2]]
    assert found["concordance"].tolist() == [round(statistics.kendall_w(table).w, 2)]
    assert found["scale"].tolist() == ["order"]


def test_dots_come_with_their_interval_and_how_sure_their_order_is() -> None:
    votes = {f"p-{n}": {"bus": 2, "train": 1} for n in range(4)} | {"p-4": {"train": 1, "ferry": 1}}
    found = measures.dotting(points(votes)).set_index("item")
    assert found["points"].to_dict() == {"bus": 8, "train": 5, "ferry": 1}
    assert found["n"].to_dict() == {"bus": 4, "train": 5, "ferry": 1}
    assert 50 < found.loc["bus", "sure"] <= 100
    assert pd.isna(found.loc["ferry", "sure"])


def test_what_fewer_than_five_answered_is_left_out() -> None:
    few = answers({"a": [1, 2, 3, 4], "b": [2, 2, 3, 5], "c": [5, 5, 5, 4]})
    four = points({f"p-{n}": {"a": 3, "b": 2, "c": 1} for n in range(4)})
    assert measures.answering_alike(few).empty
    assert measures.deciding(few).empty
    assert measures.ordering(few, four, "order").empty
    assert measures.dotting(four).empty


def test_a_step_of_more_people_than_a_room_holds_is_left_out() -> None:
    many = answers({"a": [1, 2] * 101, "b": [2, 5] * 101, "c": [3, 3] * 101})
    assert measures.answering_alike(many).empty
    assert measures.ordering(many, points({}), "order").empty
    assert len(measures.deciding(many)) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_says_what_it_shows_and_needs_no_colour(
    activities: Package, language: Any
) -> None:
    for name, measure in shown(activities, language).items():
        assert len(measure) or name == "judging"  # no deck has a scale from 1 to 9
        spec = getattr(charts, name)(measure, language).to_dict()
        assert getattr(sentences, name)(measure, language) in spec["description"]
        assert spec["title"]["text"] == words.TITLES[name](language)
        assert '"type": "text"' in json.dumps(spec)
        assert '"color": {"field"' not in json.dumps(spec)
        headings = list(tables.titled(measure, language).frame.columns)
        assert headings == [words.COLUMNS[column](language) for column in measure.columns]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workshop_that_lacks_it_gets_one_sentence(
    package_of: Any, language: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, measure in shown(package_of({"p-0": "patient"}, []), language).items():
        sentence = sections.shown(name, measure, language)
        assert sentence == texts.NONE[name](language)
        assert sentence in getattr(charts, name)(measure, language).to_dict()["description"]
    assert not capsys.readouterr().out


def test_hostile_words_are_told_as_words() -> None:
    hostile = "<img src=x> {0} =1+1\n# head"
    found = measures.deciding(answers({hostile: [1, 1, 5, 5, 3]}))
    assert "<img" not in tables.titled(found, "fr")._repr_html_()
    assert "<img" not in sentences.deciding(found, "fr")._repr_html_()
    assert pictures.png(charts.deciding(found, "fr")).startswith(b"\x89PNG")


def test_french_marks_stand_after_a_no_break_space(activities: Package) -> None:
    said = [
        text.fr for table in (texts.SAID, texts.NONE, words.VERDICTS) for text in table.values()
    ]
    said += [words.BOX.fr, words.ORDER.fr]
    said += [getattr(sentences, name)(m, "fr") for name, m in shown(activities, "fr").items()]
    quotes = re.compile("“[^”]*”|«\xa0[^»]*\xa0»")  # what people wrote is theirs
    assert [text for text in said if BREAKABLE.search(quotes.sub("", text))] == []
