"""Across workshops: what comes back, never a workshop of fewer than five people apart."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from lhs_widgets.analysis import words
from lhs_widgets.analysis.across import charts, frames, measures, sections, sentences
from lhs_widgets.deck import LANGUAGES
from lhs_widgets.package import Pool, read_pool

EXAMPLE = Path(__file__).resolve().parents[2] / "data" / "example-pool"
KINDS = ("role", "condition", "challenge")
SMALLER = words.SMALLER("en")


@pytest.fixture(scope="module")
def pool() -> Pool:
    return read_pool(EXAMPLE)


def rooms(**people: int) -> pd.DataFrame:
    """Workshops of so many people."""
    found = pd.DataFrame({"workshop": list(people), "people": list(people.values())})
    return found.assign(band="real", answers=10, outcomes=1).astype(frames.WORKSHOPS)


def said(*rows: tuple[str, str, int]) -> pd.DataFrame:
    """What people said: the workshop, the words, and who."""
    found = pd.DataFrame(rows, columns=["workshop", "what", "author"])
    return found.assign(phase="p2d").astype(frames.SAID)


def checked(**positions: str) -> pd.DataFrame:
    """Sense checks, one a workshop: a letter for each ballot, a(gree), l(ive with) or o(bject)."""
    names = dict(zip("alo", (name("en") for name in words.POSITIONS.values()), strict=True))
    rows = [
        (workshop, number, names[letter])
        for number, (workshop, letters) in enumerate(positions.items())
        for letter in letters
    ]
    found = pd.DataFrame(rows, columns=["workshop", "check", "position"])
    found["position"] = pd.Categorical(found["position"], list(names.values()), ordered=True)
    return found.astype({"workshop": "category", "check": "Int64"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_frames_have_their_declared_columns(pool: Pool, language: str) -> None:
    made = [
        (frames.workshops(pool, language), frames.WORKSHOPS),
        *((frames.said(pool, kind, language), frames.SAID) for kind in KINDS),
        (frames.roles(pool, language), frames.ROLES),
        (frames.checks(pool, language), frames.CHECKS),
    ]
    for frame, declared in made:
        assert {column: str(kind) for column, kind in frame.dtypes.items()} == declared
        assert len(frame)


def test_every_workshop_is_told_with_who_was_in_it(pool: Pool) -> None:
    found = frames.workshops(pool, "en")
    assert found["people"].tolist() == [12, 9, 15, 4, 8]
    assert set(found["band"]) == {"Made-up people (a rehearsal)"}


def test_people_of_two_workshops_with_the_same_ids_are_two(pool: Pool) -> None:
    alone = [frames.said(pool, "condition", "en").query("workshop == @code") for code in pool.codes]
    authors = [set(each["author"]) for each in alone]
    assert sum(map(len, authors)) == len(set().union(*authors))


def test_ratings_are_those_of_the_deck_that_each_workshop_used(pool: Pool) -> None:
    found = frames.roles(pool, "en")
    assert found[["today", "wished"]].notna().all(axis=None)
    assert (found["gap"] == found["wished"] - found["today"]).all()
    assert set(found["workshop"]) == set(pool.codes)


def test_small_workshops_are_one_row_that_gives_none_away() -> None:
    found = measures.attending(rooms(one=4, two=9, tri=20), SMALLER).set_index("workshop")
    assert found["n"].to_dict() == {"tri": 20, SMALLER: 13}
    assert found["workshops"].to_dict() == {"tri": 1, SMALLER: 2}
    small = measures.attending(rooms(one=3, two=2, tri=20), SMALLER).set_index("workshop")
    assert small["n"].to_dict() == {"tri": 20, SMALLER: 5}


def test_large_workshops_all_stand_apart() -> None:
    found = measures.attending(rooms(one=5, two=9), SMALLER)
    assert found["workshop"].tolist() == ["two", "one"]
    assert found["each"].tolist() == [1.1, 2.0]


def test_what_comes_back_in_most_workshops_is_first() -> None:
    found = measures.returning(
        said(("A", "Time", 1), ("A", "Time", 2), ("B", "Time", 3), ("A", "Trust", 1))
    )
    assert found[["what", "workshops", "n"]].to_numpy().tolist() == [
        ["Time", 2, 3],
        ["Trust", 1, 1],
    ]


def test_sense_checks_of_fewer_than_five_are_left_out() -> None:
    found = measures.agreeing(checked(A="aaalo", B="aaaa"))
    assert found["workshop"].tolist() == ["A"]
    assert found[["agree_share", "live_share", "object_share"]].to_numpy().tolist() == [
        [60.0, 20.0, 20.0]
    ]


def test_the_order_of_rows_changes_nothing(pool: Pool) -> None:
    answers = frames.said(pool, "condition", "en")
    mixed = answers.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(measures.returning(mixed), measures.returning(answers))


def test_reading_a_workshop_s_roles_from_a_pool_or_alone_is_the_same(pool: Pool) -> None:
    from lhs_widgets.analysis import frames as of_one

    own = of_one.roles(pool.workshop("XMPB92"), "en")
    found = frames.roles(pool, "en").query("workshop == 'XMPB92'")
    columns = ["today", "wished", "gap"]
    assert sorted(map(tuple, found[columns].astype(int).to_numpy())) == sorted(
        map(tuple, own[columns].astype(int).to_numpy())
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_workshop_has_is_one_sentence(language: str) -> None:
    empty = {
        "attending": measures.attending(rooms(), SMALLER),
        "returning_conditions": measures.returning(said()),
        "agreeing": measures.agreeing(checked()),
    }
    for name, measure in empty.items():
        reading = getattr(sentences, name)(measure, language)
        assert reading.endswith(".")
        assert sections.shown(name, measure, language) == reading
        assert reading in getattr(charts, name)(measure, language).to_dict()["description"]


def test_what_was_said_once_everywhere_is_said_so() -> None:
    found = measures.returning(said(("A", "Time", 1), ("B", "Trust", 2)))
    assert "in the same words" in sentences.returning_conditions(found, "en")
