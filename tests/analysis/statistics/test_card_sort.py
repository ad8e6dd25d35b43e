"""What people put together, and the tree of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import cophenet, linkage
from scipy.spatial.distance import squareform

from lhs_widgets.analysis.statistics import average_linkage, clusters, item_agreement, together
from lhs_widgets.errors import Undefined

#: Five bacteria by their 5S ribosomal RNA: what texts on average linkage work through.
BACTERIA = pd.DataFrame(
    [
        [0, 17, 21, 31, 23],
        [17, 0, 30, 34, 21],
        [21, 30, 0, 28, 39],
        [31, 34, 28, 0, 43],
        [23, 21, 39, 43, 0],
    ],
    index=list("abcde"),
    columns=list("abcde"),
)


def sorts(rows: dict[str, list[str | None]]) -> pd.DataFrame:
    return pd.DataFrame(rows).T


def test_together_is_the_percent_who_chose_one_box_for_both() -> None:
    found = together(sorts({"x": ["A", "A", "B", "B"], "y": ["A", "B", "B", None]}))
    assert found.loc["x", "y"] == pytest.approx(200 / 3)
    assert found.loc["x", "x"] == found.loc["y", "y"] == 100


def test_a_pair_that_nobody_sorted_has_no_percent() -> None:
    found = together(sorts({"x": ["A", None], "y": [None, "A"], "z": ["A", "B"]}))
    assert np.isnan(found.loc["x", "y"])
    with pytest.raises(Undefined, match="Nobody sorted both"):
        average_linkage(found)


boxes = st.lists(
    st.lists(st.sampled_from(["A", "B", "C"]), min_size=4, max_size=4), min_size=2, max_size=6
)


@given(boxes, st.randoms())
@settings(max_examples=40)
def test_together_knows_no_order_and_no_names_of_boxes(rows: Any, chance: Any) -> None:
    table = sorts({f"item {n}": row for n, row in enumerate(rows)})
    found = together(table)
    assert ((found >= 0) & (found <= 100)).all(axis=None)
    pd.testing.assert_frame_equal(found, found.T)
    order = chance.sample(list(table.index), len(table))
    renamed = table.replace({"A": "z", "B": "y", "C": "x"}).loc[order, ::-1]
    pd.testing.assert_frame_equal(together(renamed).loc[found.index, found.columns], found)


def test_average_linkage_joins_as_the_texts_do() -> None:
    found = average_linkage(100 - BACTERIA)
    assert found["distance"].tolist() == [17, 22, 28, 33]
    joined = ["".join(map(str, items)) for items in found["items"]]
    assert joined == ["ab", "abe", "cd", "abcde"]


@given(boxes, st.randoms())
@settings(max_examples=40)
def test_the_tree_is_scipys_and_the_same_for_any_order_of_rows(rows: Any, chance: Any) -> None:
    similarity = together(sorts({f"item {n}": row for n, row in enumerate(rows)}))
    found = average_linkage(similarity)
    assert found["distance"].is_monotonic_increasing
    apart = squareform(100 - similarity.to_numpy(), checks=False)
    expected = linkage(apart, "average")
    assert found["distance"].to_numpy() == pytest.approx(expected[:, 2])
    assert cophenet(expected).max() == pytest.approx(found["distance"].iloc[-1])
    order = chance.sample(list(similarity.index), len(similarity))
    pd.testing.assert_frame_equal(average_linkage(similarity.loc[order, order]), found)


def test_clusters_are_what_a_majority_put_together() -> None:
    similarity = 100 - 2 * BACTERIA
    assert clusters(similarity, 50).to_dict() == {"a": 1, "b": 1, "c": 2, "d": 3, "e": 1}
    assert clusters(similarity, 40).to_dict() == {"a": 1, "b": 1, "c": 2, "d": 2, "e": 1}
    assert set(clusters(similarity, 0)) == {1}


def test_everybody_the_same_is_one_tree_of_zero_height_for_what_is_together() -> None:
    similarity = together(sorts({"x": ["A"] * 6, "y": ["A"] * 6, "z": ["B"] * 6}))
    assert average_linkage(similarity)["distance"].tolist() == [0, 100]
    assert clusters(similarity).tolist() == [1, 1, 2]


def test_one_item_has_no_clusters() -> None:
    with pytest.raises(Undefined, match="two items"):
        clusters(together(sorts({"x": ["A", "B"]})))


@pytest.mark.parametrize("empty", [pd.DataFrame(), pd.DataFrame(index=["x", "y"])])
def test_without_people_or_items_nothing_is_together(empty: pd.DataFrame) -> None:
    with pytest.raises(Undefined, match="There are no"):
        together(empty)


@pytest.mark.parametrize(
    ("counts", "percent"),
    [
        # the first three items of the example of fourteen people, see test_reliability.py
        ([0, 0, 0, 0, 14], 100),
        ([0, 2, 6, 4, 2], 25.3),
        ([0, 0, 3, 5, 6], 30.8),
        ([1, 1, 1], 0),
        ([1, 0, 0], None),
        ([0, 0, 0], None),
    ],
)
def test_the_agreement_on_an_item_is_the_percent_of_pairs(
    counts: list[int], percent: float | None
) -> None:
    found = item_agreement([counts]).iloc[0]
    assert np.isnan(found) if percent is None else found == pytest.approx(percent, abs=0.05)
