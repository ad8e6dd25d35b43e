"""What the group made of its ideas is measured as by hand, and shown to everyone."""

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
from lhs_widgets.analysis.together import charts, frames, measures, sentences
from lhs_widgets.deck import deck_text, load_deck
from lhs_widgets.package import Package, Source, read_package, write_package
from lhs_widgets.workshop import Event, Kind

from .test_reading_aids import BREAKABLE

LANGUAGES = ["en", "fr"]
FRAMES = [
    (frames.themes, frames.THEMES),
    (frames.choices, frames.CHOICES),
    (frames.conditions, frames.CONDITIONS),
    (frames.challenges, frames.CHALLENGES),
    (frames.positions, frames.POSITIONS),
    (frames.outcomes, frames.OUTCOMES),
    (frames.actions, frames.ACTIONS),
]
STEP = "p2d-conditions"
Happened = tuple[Kind, str | None, str | None, dict[str, Any]]


@pytest.fixture
def session(tmp_path: Path) -> Callable[..., Package]:
    """The package of a finished session of the roadmap deck in which this happened."""

    def read(*happened: Happened) -> Package:
        all_ = [(Kind.OPENED, None, None, {"title": "Small"}), *happened]
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
            for place, (kind, who, step, body) in enumerate(
                [*all_, (Kind.FINISHED, None, None, {})]
            )
        ]
        source = Source("TST234", load_deck("roadmap"), deck_text("roadmap"), events)
        return read_package(write_package(source, tmp_path / "package"))

    return read


def says(who: str, id_: str, text: str, step: str = STEP, **more: Any) -> list[Happened]:
    said = {"id": id_, "step": step, "language": "en", "text": text, **more}
    joined = (Kind.JOINED, who, None, {"language": "en", "group": "patient"})
    return [joined, (Kind.CONTRIBUTED, who, step, said)]


def casts(who: str, stage: str, step: str = STEP, turn: int = 1, **chosen: Any) -> Happened:
    ballot = {"stage": stage, "round": turn, **chosen}
    return Kind.BALLOT, who, step, {"ballot": ballot, "group": "patient"}


def two_more() -> list[Happened]:
    """Two people more, so that five can vote."""
    return [*says("p-4", "more-4", "Sleep"), *says("p-5", "more-5", "Light")]


def grouped(theme: str, *items: str, step: str = STEP) -> Happened:
    body = {"theme": theme, "title": theme.title(), "items": list(items), "table": None}
    return Kind.GROUPED, None, step, body


def closed(stage: str, step: str = STEP, turn: int = 1) -> Happened:
    return Kind.COUNTED, None, step, {"stage": stage, "round": turn, "counted": True}


def shown(package: Package, language: Any) -> dict[str, tuple[pd.DataFrame, Any, str]]:
    """Every measure with its chart and its sentence."""
    made = {
        "themes": measures.largest(frames.themes(package, language)),
        "choices": measures.most_chosen(frames.choices(package, language)),
        "conditions": measures.missing_most(frames.conditions(package, language)),
        "challenges": measures.weighing_most(frames.challenges(package, language)),
        "agreement": measures.agreement(frames.positions(package, language)),
        "actions": frames.actions(package, language),
    }
    said = {"conditions": "placed_conditions", "challenges": "placed_challenges"}
    return {
        name: (
            measure,
            getattr(charts, name)(measure, language),
            getattr(sentences, said.get(name, name))(measure, language),
        )
        for name, measure in made.items()
    }


@pytest.mark.parametrize(("frame", "dtypes"), FRAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_and_dtypes_are_the_declared_ones(
    example: Package, frame: Any, dtypes: dict[str, str], language: str
) -> None:
    made = frame(example, language)
    assert {name: str(dtype) for name, dtype in made.dtypes.items()} == dtypes
    assert len(made)


@pytest.mark.parametrize(("frame", "dtypes"), FRAMES)
def test_an_empty_workshop_gives_empty_frames(
    package_of: Any, frame: Any, dtypes: dict[str, str]
) -> None:
    made = frame(package_of({}, []), "en")
    assert made.empty
    assert list(made.columns) == list(dtypes)


def test_a_theme_counts_the_people_whose_ideas_are_in_it(session: Any) -> None:
    package = session(
        *says("p-1", "cond-1", "Time"),
        *says("p-1", "cond-2", "More time")[1:],
        *says("p-2", "cond-3", "Hours"),
        grouped("time", "cond-1", "cond-2", "cond-3"),
    )
    (row,) = measures.largest(frames.themes(package, "en")).itertuples()
    assert (row.theme, row.ideas, row.n) == ("Time", 3, 2)
    assert row.step == "From practice to data – Winning conditions"


def test_a_theme_of_roles_counts_those_who_chose_them(session: Any) -> None:
    package = session(
        *says("p-1", "role-1", "", "p2d-roles", role="advisor"),
        *says("p-2", "role-2", "", "p2d-roles", role="advisor"),
        grouped("us-all", "advisor", step="p2d-roles"),
    )
    (row,) = frames.themes(package, "en").itertuples()
    assert (row.ideas, row.n) == (1, 2)


def test_dots_are_summed_and_people_counted(session: Any) -> None:
    package = session(
        *says("p-1", "role-1", "", "p2d-roles", role="advisor"),
        *says("p-2", "role-2", "Sing", "p2d-roles"),
        *says("p-3", "role-3", "", "p2d-roles", role="advisor"),
        *two_more(),
        casts("p-1", "vote", "p2d-roles", dots={"advisor": 2, "role-2": 1}),
        casts("p-2", "vote", "p2d-roles", dots={"advisor": 1}),
        casts("p-3", "vote", "p2d-roles", dots={"advisor": 3}),
        *(casts(who, "vote", "p2d-roles", dots={"role-2": 1}) for who in ("p-4", "p-5")),
        closed("vote", "p2d-roles"),
    )
    found = measures.most_chosen(frames.choices(package, "fr"))
    assert found[["option", "n", "points"]].values.tolist() == [
        ["Conseillère ou conseiller", 3, 6],
        ["Sing", 3, 3],
    ]


def test_only_the_last_closed_round_counts(session: Any) -> None:
    def all_vote(turn: int, dots: int) -> list[Happened]:
        five = [f"p-{n}" for n in range(1, 6)]
        return [casts(who, "vote", "p2d-roles", turn, dots={"role-1": dots}) for who in five]

    package = session(
        *says("p-1", "role-1", "Sing", "p2d-roles"),
        *says("p-2", "role-2", "Dance", "p2d-roles"),
        *says("p-3", "role-3", "Write", "p2d-roles"),
        *two_more(),
        *all_vote(1, 3),
        closed("vote", "p2d-roles"),
        *all_vote(2, 1),
        closed("vote", "p2d-roles", 2),
        *all_vote(3, 2),
    )
    assert frames.choices(package, "en")["points"].tolist() == [1] * 5


def test_the_matrix_by_hand(session: Any) -> None:
    def rates(who: str, **placed: tuple[int, int]) -> Happened:
        ratings = {
            option.replace("_", "-"): {"importance": first, "in-place": second}
            for option, (first, second) in placed.items()
        }
        return casts(who, "rate", ratings=ratings)

    package = session(
        *says("p-1", "cond-1", "Time"),
        *says("p-2", "cond-2", "Trust"),
        *says("p-3", "cond-3", "Rest"),
        *two_more(),
        rates("p-1", cond_1=(5, 1), cond_2=(4, 4)),
        rates("p-2", cond_1=(4, 2)),
        *(rates(who, cond_1=(4, 2)) for who in ("p-3", "p-4", "p-5")),
        closed("rate"),
    )
    found = measures.missing_most(frames.conditions(package, "en"))
    columns = ["number", "option", "n", "importance", "in_place"]
    assert found[columns].values.tolist() == [[1, "Time", 5, 4, 2], [2, "Trust", 1, 4, 4]]
    reading = sentences.placed_conditions(found, "en")
    assert "“Time”" in reading
    assert "importance 4, in place 2; 5 people" in reading


def test_what_few_placed_comes_after_the_rest() -> None:
    rows = [{"step": "s", "option": "Rare", "seriousness": 5, "frequency": 5}]
    rows += [{"step": "s", "option": "Often", "seriousness": 2, "frequency": 2}] * 5
    placed = pd.DataFrame(rows).assign(ballot=[f"b{n}" for n in range(6)])
    found = measures.weighing_most(placed.astype(frames.CHALLENGES)[list(frames.CHALLENGES)])
    assert found["option"].tolist() == ["Often", "Rare"]


def test_all_positions_are_counted_and_the_minority_is_in_its_own_words(session: Any) -> None:
    package = session(
        *says("p-1", "cond-1", "Time"),
        *says("p-2", "cond-2", "Trust"),
        *says("p-3", "cond-3", "Rest"),
        *two_more(),
        *(casts(who, "sense-check", position="agree") for who in ("p-1", "p-4", "p-5")),
        casts("p-2", "sense-check", position="object", reason="Who pays?"),
        casts("p-3", "sense-check", position="object", reason="and nights?"),
        closed("sense-check"),
    )
    positions = frames.positions(package, "en")
    assert measures.agreement(positions)[["position", "n"]].values.tolist() == [
        ["Agree", 3],
        ["Can live with it", 0],
        ["Object", 2],
    ]
    assert measures.minority(positions)["reason"].tolist() == ["and nights?", "Who pays?"]
    assert "3 of 5 agree" in sentences.agreement(measures.agreement(positions), "en")


def test_a_vote_of_fewer_than_five_is_not_counted(session: Any) -> None:
    four = [f"p-{n}" for n in range(1, 5)]
    rated = {"cond-1": {"importance": 5, "in-place": 1}}
    package = session(
        *(each for who in four for each in says(who, f"cond-{who[2:]}", f"Idea of {who}")),
        *(casts(who, "sense-check", position="object", reason="No") for who in four),
        *(casts(who, "rate", ratings=rated) for who in four),
        *(casts(who, "vote", "p2d-roles", dots={"advisor": 1}) for who in four),
        *(closed("sense-check"), closed("rate"), closed("vote", "p2d-roles")),
    )
    assert len(package.tables["votes"]) == 4 * 4
    assert frames.positions(package, "en").empty
    assert frames.conditions(package, "en").empty
    assert frames.choices(package, "en").empty
    assert measures.minority(frames.positions(package, "en")).empty


def test_the_outcome_of_the_room_comes_before_those_of_the_tables(session: Any) -> None:
    words_ = {"text": "Yes", "language": "en"}
    package = session(
        (Kind.AGREED, None, STEP, {**words_, "table": 1}),
        (Kind.AGREED, None, STEP, {**words_, "table": None}),
        (Kind.AGREED, None, "p2d-roles", {**words_, "table": None}),
    )
    found = frames.outcomes(package, "en")
    assert [(str(r.step).split("– ")[1], r.table) for r in found.fillna(0).itertuples()] == [
        ("Roles", 0),
        ("Winning conditions", 0),
        ("Winning conditions", 1),
    ]
    assert "at 2 of its steps" in sentences.outcomes(found, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_says_what_it_shows_and_needs_no_colour(
    example: Package, language: str
) -> None:
    for measure, chart, sentence in shown(example, language).values():
        spec = chart.to_dict()
        assert len(measure)
        assert sentence in spec["description"]
        assert '"type": "text"' in json.dumps(spec)  # each value has its number beside it
        assert '"color": {"field"' not in json.dumps(spec)
        assert pictures.png(chart).startswith(b"\x89PNG")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_workshop_says_so(package_of: Any, language: str) -> None:
    empty = package_of({}, [])
    for _, chart, sentence in shown(empty, language).values():
        assert sentence
        assert pictures.png(chart).startswith(b"\x89PNG")
    assert sentences.outcomes(frames.outcomes(empty, language), language)  # type: ignore[arg-type]


def test_french_marks_stand_after_a_no_break_space(example: Package) -> None:
    said = [text.fr for text in sentences._SAID.values()]
    said += [sentence for _, _, sentence in shown(example, "fr").values()]
    quotes = re.compile("“[^”]*”|«\xa0[^»]*\xa0»")  # what people wrote is theirs
    assert [text for text in said if BREAKABLE.search(quotes.sub("", text))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_in_the_reader_s_language(example: Package, language: Any) -> None:
    for measure, _, _ in shown(example, language).values():
        headings = list(tables.titled(measure, language).frame.columns)
        assert headings == [words.COLUMNS[name](language) for name in measure.columns]
