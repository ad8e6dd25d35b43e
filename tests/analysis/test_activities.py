"""What people sorted, placed, chose, wrote, filled in and mapped, measured as by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lhs_widgets.analysis import pictures, tables, words
from lhs_widgets.analysis.activities import charts, frames, measures, sections, sentences, texts
from lhs_widgets.analysis.activities.published import PUBLISHED, published
from lhs_widgets.analysis.together import frames as together
from lhs_widgets.deck import parse_deck
from lhs_widgets.package import Package, Source, read_package, write_package
from lhs_widgets.workshop import Event, Kind
from tests.support.kinds import GOOD, KINDS_DECK

from .conftest import ROOT
from .test_reading_aids import BREAKABLE

LANGUAGES = ["en", "fr"]
FRAMES = [
    (frames.sorted_items, frames.SORTED),
    (frames.placed, frames.PLACED),
    (frames.chosen, frames.CHOSEN),
    (frames.written, frames.WRITTEN),
    (frames.filled, frames.FILLED),
    (frames.nodes, frames.NODES),
    (frames.ends, frames.ENDS),
    (published, PUBLISHED),
]
#: Two scales with the same points.
ALIKE = KINDS_DECK.replace("scales: [there, linked]", "scales: [linked, wished]").replace(
    "lists:\n",
    "  - id: wished\n"
    "    question: {en: Should it be linked?, fr: Est-ce à relier ?}\n"
    "    points:\n"
    '      - {value: 1, label: {en: "No", fr: Non}}\n'
    '      - {value: 3, label: {en: "Yes", fr: Oui}}\n'
    "lists:\n",
    1,
)
#: A box with a published figure.
COUNTED_BOXES = KINDS_DECK.replace(
    "    name: {en: Boxes, fr: Cases}\n",
    "    name: {en: Boxes, fr: Cases}\n    count_of: {en: Studies, fr: Études}\n",
).replace("fr: Fait ensemble}\n", "fr: Fait ensemble}\n        count: 9\n")

#: Items that can be grouped and voted on.
WITH_VOTES = KINDS_DECK.replace(
    "        activity: {kind: sort",
    "        stages: [{kind: think}, {kind: reveal}, {kind: group}, {kind: vote}]\n"
    "        activity: {kind: sort",
)

Said = tuple[str, str, dict[str, Any]]
Happened = tuple[Kind, str | None, str | None, dict[str, Any]]


@pytest.fixture
def session(tmp_path: Path) -> Callable[..., Package]:
    """The package of a finished session in which people, by group, gave these answers."""

    def read(
        *said: Said,
        deck: str = KINDS_DECK,
        managers: tuple[str, ...] = (),
        then: tuple[Happened, ...] = (),
    ) -> Package:
        people = dict.fromkeys(who for who, _, _ in said)
        happened: list[Happened] = [
            (Kind.OPENED, None, None, {"title": "Small"}),
            *((Kind.JOINED, who, None, _profile(who, managers)) for who in people),
            *((Kind.CONTRIBUTED, s[0], s[1], _answer(n, s)) for n, s in enumerate(said)),
            *then,
            (Kind.FINISHED, None, None, {}),
        ]
        events = [
            Event(
                id=f"event-{place}",
                kind=kind,
                at=datetime(2026, 1, 15, 13, tzinfo=UTC),
                origin="participant",
                participant=who,
                step=step,
                body=body,
            )
            for place, (kind, who, step, body) in enumerate(happened)
        ]
        source = Source("TST234", parse_deck(deck), deck, events)
        return read_package(write_package(source, tmp_path / "package"))

    return read


def _profile(who: str, managers: tuple[str, ...]) -> dict[str, Any]:
    return {"language": "en", "group": "manager" if who in managers else "patient"}


def _answer(number: int, said: Said) -> dict[str, Any]:
    _, step, more = said
    return {"id": f"answer-{number}", "step": step, "language": "en", **GOOD[step], **more}


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    picked = frame[list(columns)].astype("object")
    return [*picked.where(picked.notna(), None).itertuples(index=False, name=None)]


def sorts(*bins: str, item: str = "visit") -> list[Said]:
    return [(f"p-{n}", "k-sort", {"item": item, "bin": box}) for n, box in enumerate(bins)]


def shown(package: Package, language: Any) -> dict[str, pd.DataFrame]:
    """Every measure under the name of its section."""
    items, placed = frames.sorted_items(package, language), frames.placed(package, language)
    chosen, filled = frames.chosen(package, language), frames.filled(package, language)
    nodes = frames.nodes(package, language)
    return {
        "sorting": measures.sorting(items),
        "alike": measures.alike(items),
        "beside_published": measures.beside_published(published(package, language)),
        "placing": measures.placing(placed),
        "spread": measures.spread(placed),
        "gap_of_two": measures.gap_of_two(placed),
        "choosing": measures.choosing(chosen),
        "choosing_by_group": measures.choosing_by_group(chosen),
        "writing": measures.writing(frames.written(package, language)),
        "filling": measures.filling(filled),
        "crossing": measures.crossing(filled),
        "mapping": measures.mapping(nodes),
        "linking": measures.linking(nodes, frames.ends(package, language)),
    }


@pytest.fixture(scope="session")
def activities() -> Package:
    return read_package(ROOT / "data" / "example-activities")


@pytest.mark.parametrize(("frame", "dtypes"), FRAMES)
def test_frames_have_the_declared_columns(
    activities: Package, session: Any, frame: Any, dtypes: dict[str, str]
) -> None:
    for package in (activities, session()):
        found = frame(package, "fr")
        assert {c: str(t) for c, t in found.dtypes.items()} == dtypes
    assert len(frame(activities, "fr"))


def test_agreement_is_the_share_of_pairs_in_one_box(session: Any) -> None:
    # of six pairs, those among the three who chose the same box agree
    package = session(*sorts("together", "alone", "together", "together"))
    items = frames.sorted_items(package, "en")
    assert rows(measures.sorting(items), "item", "bin", "n") == [
        ("A first visit", "Done together", 3),
        ("A first visit", "Done for people", 1),
    ]
    assert rows(measures.alike(items), "n", "most", "share", "agree") == [
        (4, "Done together", 75, 50)
    ]


def test_one_person_makes_no_pair_and_the_same_box_for_all_is_full_agreement(session: Any) -> None:
    package = session(*sorts("alone", "alone"), *sorts("together", item="call"))
    found = measures.alike(frames.sorted_items(package, "en")).set_index("item")["agree"]
    assert found["A first visit"] == 100
    assert pd.isna(found["A call the day after"])
    assert sentences.alike(found.reset_index().assign(n=1), "en").startswith("Everyone chose")


def test_what_few_sorted_comes_after_the_rest(session: Any) -> None:
    often = sorts("alone", "alone", "alone", "alone", "together", item="call")
    package = session(*sorts("alone", "together"), *often)
    found = measures.alike(frames.sorted_items(package, "en"))
    assert found["item"].tolist() == ["A call the day after", "A first visit"]


def test_who_answers_about_an_item_twice_counts_once(session: Any) -> None:
    twice = [("p-0", "k-sort", {"bin": "alone"}), ("p-0", "k-sort", {"bin": "together"})]
    assert measures.sorting(frames.sorted_items(session(*twice), "en"))["n"].tolist() == [1]


def test_picks_stand_beside_the_figures_of_the_source(session: Any) -> None:
    chose = [(f"p-{n}", "k-choose", {"item": i}) for n, i in enumerate(["visit", "visit", "call"])]
    found = measures.beside_published(published(session(*chose), "en"))
    columns = ["option", "picks", "picked_share", "published", "published_share"]
    assert rows(found, *columns) == [
        ("A first visit", 2, 67, 7, 70),
        ("A call the day after", 1, 33, 3, 30),
    ]
    assert set(found["figure"]) == {"Systems that do it:"}


def test_boxes_and_columns_of_a_table_are_picks_too(session: Any) -> None:
    filled = ("p-0", "k-fill", {"cells": {"box": ["together"]}})
    found = published(session(*sorts("together", "alone"), filled, deck=COUNTED_BOXES), "fr")
    assert rows(found, "figure", "option", "published", "picks") == [
        ("Études", "Fait ensemble", 9, 1),
        ("Études", "Fait ensemble", 9, 1),
    ]


def places(*values: tuple[int, int]) -> list[Said]:
    return [
        (f"p-{n}", "k-place", {"ratings": {"linked": first, "wished": second}})
        for n, (first, second) in enumerate(values)
    ]


def test_the_median_of_each_scale_with_its_exact_interval(session: Any) -> None:
    values = [(1, 3)] * 5 + [(3, 3)] * 2
    found = measures.placing(frames.placed(session(*places(*values), deck=ALIKE), "en"))
    # of seven, the interval goes from the lowest value to the highest
    assert rows(found, "scale", "n", "median", "low", "high") == [
        ("Is it linked to the rest?", 7, 1, 1, 3),
        ("Should it be linked?", 7, 3, 3, 3),
    ]


def test_under_six_people_there_is_no_interval(session: Any) -> None:
    found = measures.placing(frames.placed(session(*places(*[(1, 3)] * 5), deck=ALIKE), "en"))
    assert found[["low", "high"]].isna().all(axis=None)


def test_every_point_is_counted_with_its_label(session: Any) -> None:
    found = measures.spread(frames.placed(session(*places((1, 3), (3, 3)), deck=ALIKE), "fr"))
    assert rows(found, "scale", "point", "n") == [
        ("Est-ce relié au reste ?", "Non", 1),
        ("Est-ce relié au reste ?", "Oui", 1),
        ("Est-ce à relier ?", "Oui", 2),
    ]


def test_the_gap_is_between_a_person_s_own_two_answers(session: Any) -> None:
    half = ("p-9", "k-place", {"ratings": {"wished": 3}})
    package = session(*places((1, 3), (3, 1), (1, 3)), half, deck=ALIKE)
    found = measures.gap_of_two(frames.placed(package, "en"))
    assert rows(found, "n", "first", "second", "median") == [(3, 1, 3, 2)]
    assert found["scales"].tolist() == ["Is it linked to the rest? → Should it be linked?"]


def test_scales_with_other_points_have_no_gap(session: Any) -> None:
    package = session(("p-0", "k-place", {}))
    assert measures.gap_of_two(frames.placed(package, "en")).empty


def test_a_first_choice_of_two_gives_two_points(session: Any) -> None:
    package = session(
        ("p-0", "k-choose", {"item": "visit", "rank": 1}),
        ("p-0", "k-choose", {"item": "call", "rank": 2}),
        ("p-1", "k-choose", {"item": "call", "rank": 1}),
    )
    found = measures.choosing(frames.chosen(package, "en"))
    assert rows(found, "item", "n", "points") == [
        ("A call the day after", 2, 3),
        ("A first visit", 1, 2),
    ]


def test_without_an_order_each_choice_gives_one_point(session: Any) -> None:
    deck = KINDS_DECK.replace("most: 2}", "most: 2, ranked: false}")
    package = session(("p-0", "k-choose", {"rank": 1}), deck=deck)
    assert frames.chosen(package, "en")["points"].tolist() == [1]


def chooses(people: int, managers: int) -> list[Said]:
    """The patients choose the visit; the managers do as well, but for one who does not."""
    names = [f"p-{n}" for n in range(people)] + [f"m-{n}" for n in range(managers)]
    return [
        (who, "k-choose", {"item": "call" if who == "m-0" else "visit", "rank": 1}) for who in names
    ]


def test_groups_of_five_are_compared(session: Any) -> None:
    managers = tuple(f"m-{n}" for n in range(5))
    package = session(*chooses(6, 5), managers=managers)
    found = measures.choosing_by_group(frames.chosen(package, "en"))
    assert rows(found, "item", "group", "people", "n", "share") == [
        ("A first visit", "Patient", 6, 6, 100),
        ("A first visit", "Manager", 5, 4, 80),
        ("A call the day after", "Manager", 5, 1, 20),
    ]


def test_a_group_that_may_not_be_told_is_not_compared(session: Any) -> None:
    package = session(*chooses(6, 2), managers=("m-0", "m-1"))
    assert measures.choosing_by_group(frames.chosen(package, "en")).empty


def test_texts_are_counted_under_their_prompt(session: Any) -> None:
    package = session(
        ("p-0", "k-write", {"text": "One"}),
        ("p-0", "k-write", {"text": "Two"}),
        ("p-1", "k-write", {"item": "aim"}),
    )
    found = measures.writing(frames.written(package, "en"))
    assert rows(found, "prompt", "n", "texts") == [
        ("The best that could happen", 1, 2),
        ("Our aim in one sentence", 1, 1),
    ]


FILLED: list[Said] = [
    ("p-0", "k-fill", {"cells": {"who": ["patient", "manager"], "box": ["alone"]}}),
    ("p-0", "k-fill", {"cells": {"who": ["patient"], "box": ["alone"]}}),
    ("p-1", "k-fill", {"cells": {"who": ["manager"]}}),
]


def test_choices_are_counted_by_row(session: Any) -> None:
    found = measures.filling(frames.filled(session(*FILLED), "en"))
    assert rows(found, "column", "choice", "n", "rows") == [
        ("Who", "Manager", 2, 2),
        ("Who", "Patient", 1, 2),
        ("How", "Done for people", 1, 2),
    ]


def test_who_is_crossed_with_the_other_choices_of_the_row(session: Any) -> None:
    found = measures.crossing(frames.filled(session(*FILLED), "en"))
    assert rows(found, "columns", "choice", "beside", "rows") == [
        ("Who × How", "Patient", "Done for people", 2),
        ("Who × How", "Manager", "Done for people", 1),
    ]


def test_a_thing_in_the_same_words_is_one_and_links_lead_to_it(session: Any) -> None:
    no_words = {"bin": None, "text": ""}
    package = session(
        ("p-0", "k-map", {"text": "A neighbour"}),
        ("p-0", "k-map", {**no_words, "ends": ("answer-0", "centre")}),
        ("p-1", "k-map", {"text": "a neighbour."}),
        ("p-1", "k-map", {"text": "The shop", "bin": "place"}),
        ("p-1", "k-map", {**no_words, "ends": ("answer-2", "answer-3")}),
        ("p-1", "k-map", {**no_words, "ends": ("answer-3", "answer-9")}),
        ("p-1", "k-map", {"text": "The park", "bin": "place"}),
    )
    nodes = frames.nodes(package, "en")
    assert rows(measures.mapping(nodes), "kind", "n", "things") == [
        ("A person", 2, 1),
        ("A place", 1, 2),
    ]
    found = measures.linking(nodes, frames.ends(package, "en"))
    assert rows(found, "node", "kind", "n", "links") == [
        ("A neighbour", "A person", 2, 2),
        ("The shop", "A place", 1, 2),
        ("The park", "A place", 1, 0),
    ]


def test_an_item_in_a_theme_or_on_a_ballot_has_its_people_and_its_name(session: Any) -> None:
    grouped = {"theme": "theme-a", "items": ["visit"], "title": "First", "table": None}
    ballot = {"stage": "vote", "round": 1, "dots": {"visit": 1}}
    voted = [
        (Kind.BALLOT, f"p-{n}", "k-sort", {"ballot": ballot, "group": "patient"}) for n in range(5)
    ]
    closed = {"stage": "vote", "round": 1, "counted": True}
    package = session(
        *sorts("alone", "alone", "together", "together", "alone"),
        deck=WITH_VOTES,
        then=(
            (Kind.REVEALED, None, "k-sort", {"revealed": True}),
            (Kind.GROUPED, None, "k-sort", grouped),
            *voted,
            (Kind.COUNTED, None, "k-sort", closed),
        ),
    )
    assert rows(together.themes(package, "en"), "theme", "ideas", "n") == [("First", 1, 5)]
    assert set(together.choices(package, "en")["option"]) == {"A first visit"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_says_what_it_shows_and_needs_no_colour(
    activities: Package, language: Any
) -> None:
    for name, measure in shown(activities, language).items():
        assert len(measure), name
        spec = getattr(charts, name)(measure, language).to_dict()
        assert getattr(sentences, name)(measure, language) in spec["description"]
        assert spec["title"]["text"] == words.TITLES[name](language)
        assert '"type": "text"' in json.dumps(spec)  # each value has its number beside it
        assert '"color": {"field"' not in json.dumps(spec)
        headings = list(tables.titled(measure, language).frame.columns)
        assert headings == [words.COLUMNS[column](language) for column in measure.columns]


def test_a_table_of_boxes_has_a_column_for_each(session: Any) -> None:
    items = frames.sorted_items(
        session(*sorts("alone", "together"), *sorts("alone", item="call")), "en"
    )
    found = tables.wide(measures.sorting(items), "bin", "n", "en").frame
    assert list(found.columns) == ["Item", "Done together", "Done for people"]
    assert rows(found, *found.columns) == [
        ("A first visit", "1", "1"),
        ("A call the day after", "–", "1"),
    ]


@pytest.mark.parametrize("name", ["sorting", "placing"])
def test_grids_and_intervals_can_be_drawn(session: Any, name: str) -> None:
    package = session(*sorts("alone", "together"), *FILLED, ("p-0", "k-place", {}))
    measure = shown(package, "fr")[name]
    assert pictures.png(getattr(charts, name)(measure, "fr")).startswith(b"\x89PNG")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_that_a_workshop_lacks_is_one_sentence(
    session: Any, language: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, measure in shown(session(), language).items():
        sentence = sections.shown(name, measure, language)
        assert sentence in {text(language) for text in texts.NONE.values()}
        assert sentence in getattr(charts, name)(measure, language).to_dict()["description"]
    assert not capsys.readouterr().out


def test_hostile_words_on_a_map_are_told_as_words(session: Any) -> None:
    hostile = "<img src=x> {0} \x00\x1b =1+1\n# head"
    found = shown(session(("p-0", "k-map", {"text": hostile})), "fr")["linking"]
    assert "<img" not in tables.titled(found, "fr")._repr_html_()
    assert "<img" not in sentences.Reading(found["node"].iloc[0])._repr_html_()
    assert pictures.png(charts.linking(found, "fr")).startswith(b"\x89PNG")


def test_french_marks_stand_after_a_no_break_space(activities: Package) -> None:
    said = [text.fr for table in (texts.SAID, texts.NONE) for text in table.values()]
    said += [getattr(sentences, name)(m, "fr") for name, m in shown(activities, "fr").items()]
    quotes = re.compile("“[^”]*”|«\xa0[^»]*\xa0»")  # what people wrote is theirs
    assert [text for text in said if BREAKABLE.search(quotes.sub("", text))] == []
