"""No filter, and no difference between two, comes down to fewer than five people of a group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations, product
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lhs_widgets.analysis import frames, words
from lhs_widgets.analysis.exploring import Explorer, cells, explore, texts
from lhs_widgets.analysis.exploring.views import QUESTIONS, Filter, Views
from lhs_widgets.analysis.running import LIVE, save
from lhs_widgets.errors import BadInput, PackageError
from lhs_widgets.package import Package

from .conftest import EXAMPLE
from .test_reading_aids import BREAKABLE

ALL = words.ALL_TOGETHER("en")
CELL = ["workshop", "phase", "row"]
Answer = tuple[str, str, str, str, int]
ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(["W1", "W2"]),
        st.sampled_from(["A", "B"]),
        st.sampled_from(["x", "y"]),
        st.sampled_from(["Patient", "Clinician", "Manager"]),
        st.integers(0, 9),
    ),
    max_size=120,
)


def told(answers: Iterable[Answer]) -> pd.DataFrame:
    """Answers of people numbered within their group and workshop, with the groups that are told."""
    rows = [
        (workshop, phase, row, group, f"{workshop}/{group}-{n}")
        for workshop, phase, row, group, n in dict.fromkeys(answers)
    ]
    frame = pd.DataFrame(rows, columns=[*CELL, "group", "author"])
    return cells.told(frame.astype(dict.fromkeys([*CELL, "group"], "category")), ["row"], "en")


@settings(max_examples=40)
@given(ANSWERS)
def test_in_each_cell_a_label_has_five_people_or_all_are_together(answers: list[Answer]) -> None:
    for _, cell in told(answers).groupby(CELL, observed=True):
        sizes = cell.groupby("group", observed=True)["author"].nunique()
        assert set(sizes.index) == {ALL} or (sizes >= 5).all()
        assert ALL not in sizes.index or len(sizes) == 1


@settings(max_examples=25)
@given(ANSWERS)
def test_what_two_filters_differ_by_is_five_people_or_a_whole_cell(answers: list[Answer]) -> None:
    found = told(answers)
    whole = {key: set(rows["author"]) for key, rows in found.groupby(CELL, observed=True)}
    groups = [None, *(name for name in found["group"].cat.categories if name != ALL)]
    seen = [
        {
            key: set(rows["author"])
            for key, rows in found.groupby(CELL, observed=True)
            if workshop in (None, key[0])
            for rows in [rows if group is None else rows[rows["group"] == group]]
        }
        for workshop, group in product([None, "W1", "W2"], groups)
    ]
    for one, other in permutations(seen, 2):
        for key, people in one.items():
            rest = people - other.get(key, set())
            assert not rest or len(rest) >= 5 or rest == whole[key]


def test_a_room_of_four_is_left_out() -> None:
    four = [("W1", "A", "x", "Patient", n) for n in range(4)]
    five = [("W2", "A", "x", "Patient", n) for n in range(5)]
    found = told([*four, *five])
    assert set(found["workshop"]) == {"W2"}
    assert set(found["group"]) == {ALL}


def test_a_small_group_takes_the_next_with_it() -> None:
    said = [("W1", "A", "x", "Patient", n) for n in range(9)]
    said += [("W1", "A", "x", "Clinician", n) for n in range(6)]
    said += [("W1", "A", "x", "Manager", n) for n in range(2)]
    sizes = told(said)["group"].value_counts().to_dict()
    assert sizes == {"Patient": 9, words.OTHERS("en"): 8}


@pytest.fixture(scope="module")
def two(example: Package) -> list[Package]:
    """The example, and the same again under another title."""
    table = example.tables["workshop"].assign(title="Another (made up)", code="XMPR98")
    return [example, replace(example, tables={**example.tables, "workshop": table})]


@pytest.fixture(scope="module")
def views(two: list[Package]) -> Views:
    return Views(two, "en")


@pytest.mark.parametrize("question", ["roles-by-group", "conditions-by-group"])
def test_every_number_under_a_group_is_of_five_people(views: Views, question: str) -> None:
    assert len(views.groups(question)) > 1
    for group in views.groups(question):
        assert (views.seen(question, Filter(group=group)).measure["n"] >= 5).all()


def test_people_of_two_workshops_are_not_mixed(views: Views) -> None:
    question = "conditions-by-group"
    one = views.seen(question, Filter(workshop="Another (made up)")).measure
    both = views.seen(question, Filter()).measure
    assert both["n"].tolist() == (2 * one["n"]).tolist()
    assert both["importance"].tolist() == one["importance"].tolist()


def test_a_phase_leaves_the_others_out(views: Views) -> None:
    phase = views.phases("challenges")[1]
    view = views.seen("challenges", Filter(phase=phase))
    assert set(view.measure["phase"]) == {phase}
    assert phase in view.reading


def test_all_filters_off_give_the_numbers_of_the_walk(example: Package) -> None:
    asked = QUESTIONS["roles"]
    found = Views([example], "en").seen("roles", Filter()).measure
    assert found.astype("object").equals(
        asked.measure(frames.roles(example, "en")).astype("object")
    )


def test_workshops_of_one_title_are_told_apart_by_their_code(two: list[Package]) -> None:
    table = two[1].tables["workshop"].assign(title=two[0].title)
    twin = replace(two[1], tables={**two[1].tables, "workshop": table})
    assert Views([two[0], twin], "en").workshops() == [
        "Example workshop (made up) (XMPR99)",
        "Example workshop (made up) (XMPR98)",
    ]


def test_a_workshop_is_not_counted_twice(example: Package) -> None:
    with pytest.raises(BadInput, match="XMPR99 is there twice"):
        Views([example, example], "en")


def test_nothing_to_show_is_one_sentence(package_of: Any) -> None:
    view = Views([package_of({}, [])], "fr").seen("roles", Filter())
    assert view.chart is None
    assert view.reading == texts.NOBODY("fr")


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    return explore(EXAMPLE, language="fr")


def test_the_picture_and_the_sentence_follow_the_lists(explorer: Explorer) -> None:
    explorer.question.value = "conditions-by-group"
    before = explorer.view.reading
    group = explorer.group.options[1][1]
    explorer.group.value = group
    assert set(explorer.view.measure["group"]) == {group}
    html = explorer.box.children[-1].value
    assert str(explorer.view.reading).split("(")[0] in html
    assert explorer.view.reading != before
    assert 'alt="Importance et en place' in html


def test_a_choice_stays_where_the_next_question_has_it_too(explorer: Explorer) -> None:
    explorer.question.value = "conditions-by-group"
    phase, group = explorer.phase.options[2][1], explorer.group.options[1][1]
    explorer.phase.value, explorer.group.value = phase, group
    explorer.question.value = "conditions"
    assert (explorer.phase.value, explorer.group.value) == (phase, "")


def test_a_saved_notebook_keeps_the_picture_and_drops_the_live_widget(
    explorer: Explorer, tmp_path: Path
) -> None:
    bundle = explorer._repr_mimebundle_()
    assert LIVE in bundle
    output = nbformat.v4.new_output("display_data", bundle)
    cell = nbformat.v4.new_code_cell("explorer", outputs=[output])
    save(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "saved.ipynb")
    saved = nbformat.read(tmp_path / "saved.ipynb", as_version=4).cells[0].outputs[0].data
    assert set(saved) == {"text/html", "text/plain"}


def test_a_folder_that_is_no_package_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="There is no folder"):
        explore(tmp_path / "nothing")


def test_french_marks_stand_after_a_no_break_space() -> None:
    said = [text.fr for text in texts.QUESTIONS.values()]
    assert [text for text in said if BREAKABLE.search(text)] == []
