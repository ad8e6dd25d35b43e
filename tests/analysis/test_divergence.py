"""Where groups differ, what is put together, what panels say: and that no small group is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lhs_widgets.analysis import limits, pictures, statistics
from lhs_widgets.analysis.agreement import (
    charts,
    choices,
    drawing,
    frames,
    groups,
    measures,
    panels,
    sections,
    sentences,
    sorts,
    texts,
)
from lhs_widgets.analysis.statistics import USUAL
from lhs_widgets.package import Package
from lhs_widgets.workshop.results import POSITIONS

REST = "Everyone else"
GROUPS = ["patient", "clinician", "family", "manager"]
RATED = {"time": [7, 8, 8, 9, 7, 7, 8, 9, 9], "pay": [1, 2, 9, 9, 8, 1, 2, 8, 5]}
#: a and b always together, c with them for three of five, d alone
SORTED = {"a": [1, 1, 1, 1, 1], "b": [1, 1, 1, 1, 1], "c": [1, 1, 1, 2, 2], "d": [3, 3, 3, 3, 3]}
AT = pd.Timestamp("2026-11-27 09:00", tz="UTC")


def rated(said: dict[str, list[tuple[str, int]]], **more: Any) -> pd.DataFrame:
    """Points of each item with the group of who gave them."""
    rows = [
        {"item": item, "author": f"p-{n}", "group": group, "value": value}
        for item, given in said.items()
        for n, (group, value) in enumerate(given)
    ]
    given = {"step": "Weigh", "scale": "How much?", "ordered": True, "nine": False, **more}
    found = pd.DataFrame(rows, columns=list(frames.ANSWERS))
    ends = {"upper": found["value"] > 3, "lower": found["value"] < 3}
    return found.assign(**ends, **given).astype(frames.ANSWERS)


def boxed(said: dict[str, list[int | None]]) -> pd.DataFrame:
    """The box of each item, person by person; None for no box."""
    rows = [
        {"item": item, "author": f"p-{n}", "value": box}
        for item, boxes in said.items()
        for n, box in enumerate(boxes)
        if box is not None
    ]
    found = pd.DataFrame(rows, columns=list(frames.ANSWERS)).assign(step="Sort", scale="Box?")
    return found.assign(ordered=False, nine=False).astype(frames.ANSWERS)


def checked(said: list[tuple[str, str, str | None]]) -> pd.DataFrame:
    """A sense check: group, position and reason of each person."""
    rows = [
        {"step": "Aim", "author": f"b-{n}", "group": group, "position": position, "reason": reason}
        for n, (group, position, reason) in enumerate(said)
    ]
    found = pd.DataFrame(rows, columns=list(choices.CHECKS)).astype(choices.CHECKS)
    return found.assign(position=found["position"].cat.set_categories(list(POSITIONS)))


def chose(said: list[tuple[str, str]]) -> pd.DataFrame:
    rows = [
        {"step": "Aim", "scale": "Which?", "item": "", "author": f"b-{n}", "group": group}
        | {"choice": choice, "weight": 1}
        for n, (group, choice) in enumerate(said)
    ]
    return pd.DataFrame(rows, columns=list(choices.CHOICES)).astype(choices.CHOICES)


class TestLimits:
    def test_those_of_the_package_hold(self, package_of: Any) -> None:
        package = package_of({"p-0": "patient"}, [])
        assert limits.settled(package) == USUAL
        assert limits.told(package, "en").endswith("before anybody answered.")
        assert "75\xa0%" in limits.told(package, "fr")

    def test_other_limits_change_the_verdict_and_the_sentence(self, example: Package) -> None:
        row = example.tables["workshop"].assign(
            agreement=90, core=80, against=5, settled=AT, settled_first=False
        )
        package = replace(example, tables={**example.tables, "workshop": row})
        found = limits.settled(package)
        assert found == replace(USUAL, agreement=0.9, core=0.8, against=0.05)
        told = limits.told(package, "en")
        assert told.startswith("Enough people agree from 90% on. Settled on 2026-11-27, but not")
        said = rated({"it": [("patient", 5)] * 8 + [("patient", 1)]})
        for by, verdict, percent in ((USUAL, "upper", 75), (found, "open", 90)):
            (decided,) = measures.deciding(said, by).to_dict("records")
            assert (decided["verdict"], decided["limit"]) == (verdict, percent)
        assert "(at least 90%)" in sentences.deciding(measures.deciding(said, found), "en")

    def test_an_older_package_gets_the_usual_ones_and_says_so(self, example: Package) -> None:
        assert limits.settled(example) == USUAL
        assert "do not say" in limits.told(example, "en")


class TestPanels:
    def nine(self, said: dict[str, list[int]]) -> pd.DataFrame:
        given = {item: [("patient", value) for value in values] for item, values in said.items()}
        return rated(given, nine=True)

    def test_each_rule_is_asked(self) -> None:
        found = panels.judging(self.nine(RATED)).set_index("item")
        assert found["panel"].to_dict() == {"time": "appropriate", "pay": "uncertain"}
        assert found["core"].to_dict() == {"time": "in", "pay": "no consensus"}
        assert found["disagree"].to_dict() == {"time": False, "pay": True}
        spread = statistics.ipras(RATED["pay"])
        ends = found.loc["pay", ["p30", "p70", "ipras"]].tolist()
        assert ends == [spread.low, spread.high, round(spread.ipras, 2)]

    def test_other_sizes_have_no_counts(self) -> None:
        found = panels.judging(self.nine({"it": [8, 9, 8, 9, 7]}))
        assert found["panel"].isna().all()
        assert found["core"].tolist() == ["in"]

    def test_other_scales_and_under_five_people_are_left_out(self) -> None:
        assert panels.judging(self.nine({"it": [9, 9, 8, 7]})).empty
        other = panels.judging(rated({"it": [("patient", 5)] * 9}))
        assert sentences.judging(other, "en") == texts.NONE["judging"].en

    def test_its_limits_are_those_given(self) -> None:
        strict = replace(USUAL, core=0.95)
        said = self.nine({"it": [9] * 9 + [5]})
        verdicts = [panels.judging(said, by)["core"].item() for by in (USUAL, strict)]
        assert verdicts == ["in", "no consensus"]

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_it_can_be_read_and_drawn(self, language: Any, capsys: Any) -> None:
        found = panels.judging(self.nine(RATED))
        said = sections.shown("judging", found, language)
        assert said in charts.judging(found, language).to_dict()["description"]
        assert capsys.readouterr().out


class TestTrees:
    def test_what_goes_together_stands_together(self) -> None:
        found = sorts.joining(boxed(SORTED))
        assert found["item"].tolist() == ["a", "b", "c", "d"]
        assert found["joins"].tolist()[1:] == [100, 60, 0]
        assert found["cluster"].tolist() == [1, 1, 1, 2]
        assert "“a” + “b” (100% of people)" in sentences.joining(found, "en")

    def test_it_does_not_depend_on_the_order_of_rows_or_the_names_of_boxes(self) -> None:
        first = sorts.joining(boxed(SORTED))
        for order in permutations(SORTED):
            said = {item: [9 - (box or 0) for box in SORTED[item]] for item in order}
            pd.testing.assert_frame_equal(sorts.joining(boxed(said)), first)

    def test_two_items_that_four_people_sorted_both_are_not_both_in_it(self) -> None:
        said = {**SORTED, "e": [1, 1, 1, 1, None]}
        assert sorts.joining(boxed(said))["item"].tolist() == ["a", "b", "c", "d"]
        assert sorts.joining(boxed({"a": [1] * 4, "b": [1] * 4})).empty
        assert sorts.joining(boxed({"a": [1] * 9})).empty

    @given(st.data())
    @settings(max_examples=30, deadline=None)
    def test_the_table_is_the_whole_tree(self, data: st.DataObject) -> None:
        box = st.one_of(st.none(), st.integers(1, 3))
        said = {item: data.draw(st.lists(box, min_size=8, max_size=8)) for item in "abcdef"}
        found = sorts.joining(boxed(said))
        assert (found["n"] >= 5).all()
        lines, joins = drawing.branches(found["joins"].astype(float).tolist())
        assert len(joins) == max(0, len(found) - 1)
        assert sorted(joins["x"]) == sorted(found["joins"].dropna())
        assert (lines["x2"] <= lines["x"]).all()  # a later join is never of more people

    def test_hostile_names_are_drawn_as_words(self) -> None:
        said = dict.fromkeys(("'] + alert(1) + ['", "<b>\\", "\u2028”"), SORTED["a"])
        picture = pictures.png(charts.joining(sorts.joining(boxed(said)), "fr"))
        assert picture.startswith(b"\x89PNG")


class TestGroups:
    def test_the_two_furthest_apart_are_told_the_higher_first(self) -> None:
        given = [("patient", 2)] * 5 + [("clinician", 5)] * 5 + [("family", 3)] * 5
        (row,) = groups.dividing(rated({"it": given}), REST).to_dict("records")
        assert (row["group"], row["other"]) == ("clinician", "patient")
        assert (row["first"], row["second"], row["delta"], row["pairs"]) == (5, 2, 1, 3)
        said = sentences.dividing(groups.dividing(rated({"it": given}), REST), "en")
        assert (
            "clinician (median 5, 5 people) rate higher than patient (median 2, 5 people)" in said
        )

    def test_delta_is_that_of_the_statistics(self) -> None:
        patient, clinician = [1, 3, 3, 4, 5], [2, 2, 3, 5, 5, 4]
        given = [("patient", n) for n in patient] + [("clinician", n) for n in clinician]
        found = groups.dividing(rated({"it": given}), REST)["delta"].item()
        assert found == round(abs(statistics.cliffs_delta(patient, clinician)), 2)

    def test_choices_are_compared_as_the_statistics_do(self) -> None:
        said = [("patient", "bus")] * 5 + [("family", "bus")] * 3 + [("family", "train")] * 2
        (row,) = groups.parting(chose(said), REST).to_dict("records")
        assert row["apart"] == 100 * statistics.dissimilarity({"bus": 5}, {"bus": 3, "train": 2})

    def test_groups_that_stand_alike_are_said_to(self) -> None:
        said = [(group, "agree", None) for group in GROUPS[:2] for _ in range(5)]
        found = groups.standing(checked(said), REST)
        assert sentences.standing(found, "en") == texts.SAID["stand-alike"].en
        assert found["share"].tolist() == [100, 0, 0] * 2
        rating = rated({"it": [(group, 3) for group in GROUPS[:2] for _ in range(5)]})
        assert "rate alike" in sentences.dividing(groups.dividing(rating, REST), "en")

    def test_the_minority_speaks_in_its_own_words_without_its_group(self) -> None:
        said = [("patient", "agree", "Yes")] * 4 + [
            ("patient", "live-with", "Slower"),
            ("manager", "object", "zz no"),
            ("family", "object", "A cost"),
            ("family", "object", None),
        ]
        found = groups.dissenting(checked(said))
        assert found["reason"].tolist() == ["A cost", "zz no", "Slower"]
        assert "group" not in found

    def test_where_all_agree_there_is_a_sentence_alone(self) -> None:
        found = groups.dissenting(checked([("patient", "agree", "Yes")] * 6))
        assert sections.told(found, "fr") == texts.NONE["dissenting"].fr


people = st.lists(st.tuples(st.sampled_from(GROUPS), st.integers(1, 5)), max_size=24)


class TestSmallGroups:
    """A group of under five is never told, nor what it is when those told are taken away."""

    @given(people)
    @settings(max_examples=60, deadline=None)
    def test_in_ratings(self, given: list[tuple[str, int]]) -> None:
        found = groups.dividing(rated({"it": given}), REST)
        for row in found.to_dict("records"):
            assert min(row["n"], row["others"]) >= 5
            rest = len(given) - row["n"] - row["others"]
            # with one pair, the two are all there are; with more, so are the groups beside them
            assert rest == 0 if row["pairs"] == 1 else rest >= 5

    @given(people)
    @settings(max_examples=60, deadline=None)
    def test_in_choices_and_sense_checks(self, given: list[tuple[str, int]]) -> None:
        said = [(group, POSITIONS[n % 3]) for group, n in given]
        parted = groups.parting(chose(said), REST)
        assert (parted[["n", "others"]] >= 5).all(axis=None)
        found = groups.standing(checked([(*each, None) for each in said]), REST)
        sizes = found.drop_duplicates("group")["people"]
        assert (sizes >= 5).all()
        assert sizes.sum() in (0, len(given))
        alone = {group for group in GROUPS if sum(g == group for g, _ in given) < 5}
        assert not alone & set(found["group"]) | alone & set(parted["group"])

    def test_whose_group_is_not_told_is_among_everyone_else(self) -> None:
        untold = "Other groups (too few people to show apart)"
        given = [("patient", 5)] * 6 + [(untold, 1)] * 5 + [("manager", 1)]
        (row,) = groups.dividing(rated({"it": given}), REST).to_dict("records")
        assert (row["other"], row["others"], row["pairs"]) == (REST, 6, 1)

    def test_items_that_few_of_a_group_rated_fold_it_there(self) -> None:
        everyone = [("patient", 5)] * 6 + [("clinician", 1)] * 5 + [("family", 3)] * 5
        fewer = everyone[:6] + everyone[7:]
        found = groups.dividing(rated({"all": everyone, "few": fewer}), REST).set_index("item")
        assert found["pairs"].to_dict() == {"all": 3, "few": 1}
        assert found.loc["few", "other"] == REST
        assert found.loc["few", "others"] == 9

    def test_groups_the_package_does_not_tell_are_not_compared(self, example: Package) -> None:
        told = example.tables["votes"].assign(group=None).astype({"group": "string"})
        package = replace(example, tables={**example.tables, "votes": told})
        assert groups.dividing(frames.answers(package, "en"), REST).empty
        assert groups.standing(choices.checks(package, "en"), REST).empty
