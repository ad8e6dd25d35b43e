"""What a report says of a package: all of it, in order, and nothing of a few people apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pandas as pd
import pytest

from lhs_widgets.deck import Text
from lhs_widgets.package import Package
from lhs_widgets.report import Report, account_words, gather, words
from lhs_widgets.report.content import Gaps, Group, Matrix, Position, Step
from tests.report.conftest import Change


def steps(report: Report) -> dict[str, Step]:
    return {step.id: step for phase in report.phases for step in phase.steps}


def values(content: Any) -> Iterator[Any]:
    """Every value in a report, however deep."""
    yield content
    if isinstance(content, tuple):
        for each in content:
            yield from values(each)
    elif is_dataclass(content):
        for each in fields(content):
            yield from values(getattr(content, each.name))


def test_the_same_package_says_the_same(example: Package, english: Report) -> None:
    assert gather(example, "en") == english


def test_each_phase_of_the_cycle_has_roles_conditions_and_challenges(english: Report) -> None:
    assert [phase.number for phase in english.cycle] == [1, 2, 3]
    kinds = [[step.kind for step in phase.steps] for phase in english.cycle]
    assert kinds == 3 * [["roles", "conditions", "challenges"]]


def test_what_was_agreed_is_told_in_its_own_words(example: Package, english: Report) -> None:
    told = {
        each.text for step in steps(english).values() for each in (*step.agreed, *step.at_tables)
    }
    assert told == set(example.tables["decisions"]["text"])
    at_tables = steps(english)["p2d-conditions"].at_tables
    assert [each.where for each in at_tables] == ["Table 1", "Table 2"]


def test_what_was_chosen_and_placed_comes_from_the_measures(english: Report) -> None:
    chosen, *_ = steps(english)["p2d-roles"].figures
    assert [(row.name, row.value, row.people) for row in chosen.rows[:2]] == [
        ("Person consulted", 17, 17),
        ("Trainer or trainee", 17, 13),
    ]
    (placed,) = steps(english)["p2d-conditions"].figures
    assert isinstance(placed, Matrix)
    assert (placed.rows[0].name, placed.rows[0].up, placed.rows[0].across) == (
        "Trust and privacy",
        5,
        1,
    )
    assert (placed.up.name, placed.across.low) == ("How important is it?", "Not at all")


def test_roles_have_the_say_of_today_and_wished_for(english: Report) -> None:
    gaps = [each for each in steps(english)["p2d-roles"].figures if isinstance(each, Gaps)]
    assert [gap.title for gap in gaps] == [
        "Say today and wished for: for themselves",
        "Say today and wished for: for patients, families and caregivers",
    ]
    assert [level.name for level in gaps[0].levels][1:] == [level.name for level in english.levels][
        1:
    ]


def test_who_sees_it_otherwise_is_told_word_for_word(english: Report) -> None:
    step = steps(english)["p2d-conditions"]
    assert [(each.name, each.people) for each in step.positions] == [
        ("Agree", 22),
        ("Can live with it", 10),
        ("Object", 3),
    ]
    assert step.views[0].position == "Object"
    assert "Caregivers are not in it." in {view.text for view in step.views}
    assert "Agree" not in {view.position for view in step.views}


def test_no_figure_rests_on_fewer_than_five_people(english: Report, french: Report) -> None:
    rows = [each for each in values((english.phases, french.phases)) if hasattr(each, "people")]
    people = [row.people for row in rows if not isinstance(row, Position)]
    assert len(people) > 100
    assert min(people) >= 5


def test_ideas_stand_under_their_theme(english: Report) -> None:
    theme = steps(english)["p2d-challenges"].themes[0]
    assert (theme.title, theme.people, theme.ideas) == ("Des mots simples", 21, 22)
    assert "The same questions come back at every visit" not in theme.words
    assert len(set(theme.words)) == len(theme.words) > 5


def test_dates_are_written_as_people_write_them(english: Report, french: Report) -> None:
    assert (english.date, french.date) == ("January 15, 2026", "15 janvier 2026")
    assert english.actions[0].due == "March 16, 2026"


def test_the_draft_has_five_sections_each_with_gaps(english: Report) -> None:
    assert [each.title[:2] for each in english.draft] == ["1.", "2.", "3.", "4.", "5."]
    assert all(each.known and each.gaps for each in english.draft)
    assert any("GRIPP2" in source and "BMJ 2017" in source for source in english.sources)


@pytest.fixture(scope="module")
def other(changed: Change, english: Report) -> Report:
    """A report on the same workshop, if much of it had gone otherwise."""
    hidden = steps(english)["p2d-challenges"].themes[0].words[0]

    def few_families(people: pd.DataFrame) -> pd.DataFrame:
        group = ["family"] * 3 + ["patient"] * (len(people) - 3)
        return people.assign(group=group, origin="participant")

    def of_four(votes: pd.DataFrame) -> pd.DataFrame:
        firsts = votes.groupby(["step", "stage"])["ballot"].unique().map(lambda all_: all_[:4])
        return votes[votes["ballot"].isin({ballot for few in firsts for ballot in few})]

    def hide(answers: pd.DataFrame) -> pd.DataFrame:
        roles = answers[answers["kind"] == "role"]
        answers = answers.drop(roles.index.difference(roles.groupby("step").head(4).index))
        return answers.assign(moderated=answers["text"].where(answers["text"] == hidden))

    def carry(actions: pd.DataFrame) -> pd.DataFrame:
        actions.loc[0, ["carried", "done"]] = ["KDM7RT", True]
        return actions

    def turn(table: pd.DataFrame) -> pd.DataFrame:
        planned = len(table) + 1 - table["planned"]
        return table.assign(planned=planned, hidden=table["step"] == "p2d-roles")

    def live(workshop: pd.DataFrame) -> pd.DataFrame:
        return workshop.assign(finished=False, held_back=12, withdrew=2)

    package = changed(
        participants=few_families,
        votes=of_four,
        contributions=hide,
        actions=carry,
        steps=turn,
        workshop=live,
    )
    return gather(package, "en")


def test_small_groups_are_folded(other: Report) -> None:
    assert other.groups == (Group("All groups together", 40),)


def test_what_fewer_than_five_chose_has_no_figures(other: Report) -> None:
    for step in steps(other).values():
        assert (step.positions, step.views) == ((), ())
        assert not any(each.title == "Chosen first" for each in step.figures)
        assert step.note == "Fewer than five people chose here, so no figures are shown."


def test_what_was_hidden_is_not_told(english: Report, other: Report) -> None:
    before, after = (steps(each)["p2d-challenges"].themes[0] for each in (english, other))
    assert after.words == before.words[1:]


def test_roles_that_few_people_chose_have_no_levels(english: Report, other: Report) -> None:
    assert english.say
    assert other.say == ()
    assert not any(isinstance(each, Gaps) for each in values(other.phases))


def test_pretended_people_are_called_so(english: Report, other: Report) -> None:
    assert english.pretended
    assert not other.pretended


def test_who_withdrew_is_counted(other: Report) -> None:
    assert other.withdrew == 2
    assert "People who withdrew: 2." in other.draft[4].known


def test_actions_of_last_time_come_back_with_what_became_of_them(other: Report) -> None:
    assert [action.done for action in other.earlier] == [True]
    assert len(other.actions) == 2
    assert "Actions from an earlier workshop: 1, of which done: 1." in other.draft[3].known


def test_steps_come_in_the_order_in_which_the_group_took_them(other: Report) -> None:
    assert [phase.id for phase in other.phases] == ["k2p", "d2k", "p2d"]
    assert "p2d-roles" not in steps(other)


def test_a_workshop_that_goes_on_says_what_is_missing(other: Report) -> None:
    assert any("not in them: 12" in sentence for sentence in other.limits)


def test_a_workshop_without_answers_has_a_report(bare: Report) -> None:
    assert (bare.people, bare.outcomes) == (0, 0)
    assert not any(step.figures or step.themes for step in steps(bare).values())


def texts() -> Iterator[Text]:
    tables = [
        *(table for name, table in vars(words).items() if name.isupper()),
        *(table for name, table in vars(account_words).items() if name.isupper()),
    ]
    flat = [value for table in tables for value in table.values()]
    for value in flat:
        parts = value if isinstance(value, tuple) else (value,)
        for part in parts:
            yield from (part if isinstance(part, tuple) else (part,))  # type: ignore[misc]


def test_french_marks_stand_after_a_no_break_space() -> None:
    french = [each.fr for each in texts() if isinstance(each, Text)]
    assert len(french) > 80
    assert [said for said in french if re.search(r"[^\xa0][:;?!»]|«[^\xa0]", said)] == [
        words.LABELS["gripp2"].fr
    ]
