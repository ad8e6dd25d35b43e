"""Where answers have no names, and of any ballot, the package leads to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lhs_widgets.package import held_back, package_files
from lhs_widgets.workshop import Event, Kind

from .conftest import NAMED_CHALLENGES, OPENED, Script

#: Who is in the room: six patients of each language, and two managers.
ROOM = [("patient", "en")] * 6 + [("patient", "fr")] * 6 + [("manager", "en")] * 2
ALIKE = [range(6), range(6, 12), range(12, 14)]


def people(script: Script, room: Sequence[tuple[str, str]] = ROOM, **more: Any) -> list[str]:
    names = [f"p-{n:02}" for n in range(len(room))]
    for who, (group, language) in zip(names, room, strict=True):
        script.joins(who, group=group, language=language, **more)
    return names


def all_say(script: Script, names: list[str], step: str = "conditions") -> None:
    """Everyone writes one idea, in their language."""
    for who, (_, language) in zip(names, ROOM, strict=False):
        script.says(who, f"{step}-{who}", f"Idea {who[2:]}", step, language=language)


def answered(script: Script, step: str = "conditions") -> dict[str, dict[str, Any]]:
    return {r["contribution"]: r for r in script.rows("contributions") if r["step"] == step}


@st.composite
def who_said_what(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Whose answers each person wrote, mixed among those who are alike, and when each wrote."""
    said = [n for alike in ALIKE for n in draw(st.permutations(alike))]
    return said, draw(st.lists(st.integers(0, 3000), min_size=84, max_size=84))


def session(said: list[int], times: list[int]) -> Script:
    """A session in which person n wrote, marked and chose what ``said[n]`` would have."""
    script = Script()
    names = people(script)
    moments = iter(times)

    def at_random(make: Sequence[Event], start: int) -> None:
        placed = [
            e.model_copy(update={"at": OPENED + timedelta(hours=start, seconds=next(moments))})
            for e in make
        ]
        script.events += sorted(placed, key=lambda event: event.at)

    at_random(_wrote(names, said), start=1)
    script.reveals("conditions")
    at_random(_chose(names, said), start=3)
    script.decides(Kind.COUNTED, stage="vote", round=1, counted=True)
    return script


def _wrote(names: list[str], said: list[int]) -> list[Event]:
    script = Script()
    for who, n in zip(names, said, strict=True):
        for place in range(1 + n % 3):
            words = {"language": ROOM[n][1], "ratings": {"today": 5 * (n % 2)}}
            script.says(who, f"cond-{n}-{place}", f"Idea {n}.{place}", **words)
        if n % 4:
            script.happens(Kind.DONE, {"done": True}, participant=who, step="conditions")
    return script.events[1:]


def _chose(names: list[str], said: list[int]) -> list[Event]:
    script = Script()
    for who, n in zip(names, said, strict=True):
        group = ROOM[n][0]
        script.casts(who, "vote", group=group, dots={f"cond-{n % 5}-0": 1 + n % 2})
        if n % 2:
            words = {"position": "object", "reason": f"Reason {n}"}
            script.casts(who, "sense-check", group=group, **words)
    return script.events[1:]


@given(who_said_what())
@settings(max_examples=25, deadline=None)
def test_who_of_those_alike_said_what_and_when_leaves_no_trace(
    case: tuple[list[int], list[int]],
) -> None:
    said, times = case
    usual = package_files(session([*range(len(ROOM))], [*range(84)]).source())
    assert package_files(session(said, times).source()) == usual


def test_without_names_no_row_has_a_person_or_a_time() -> None:
    script = session([*range(len(ROOM))], [*range(84)])
    for row in answered(script).values():
        assert row["participant"] is row["created"] is row["changed"] is None
    acts = {"contributed", "withdrawn", "done", "ballot"}
    found = [row for row in script.rows("events") if row["kind"] in acts]
    assert found
    assert {(row["participant"], row["at"], row["origin"]) for row in found} == {(None,) * 3}
    assert [row["seq"] for row in found] == list(
        range(len(script.rows("events")) - len(found) + 1, len(script.rows("events")) + 1)
    )


def test_an_author_is_told_apart_within_a_step_alone() -> None:
    script = Script()
    people(script)
    for id_ in ("cond-b", "cond-a"):
        script.says("p-00", id_, id_)
    script.says("p-00", "chal-z", "Hurry", "challenges")
    script.finishes()
    assert {r["contribution"]: r["author"] for r in script.rows("contributions")} == {
        "cond-a": "cond-a",
        "cond-b": "cond-a",
        "chal-z": "chal-z",
    }


def test_named_answers_have_their_author_group_and_times() -> None:
    script = Script(NAMED_CHALLENGES)
    script.joins("p-one", group="manager")
    script.says("p-one", "chal-1", "Hurry", "challenges")
    script.happens(Kind.DONE, {"done": True}, participant="p-one", step="challenges")
    script.finishes()
    (row,) = script.rows("contributions")
    assert (row["participant"], row["group"], row["origin"]) == ("p-one", "manager", "participant")
    assert row["created"]
    done = next(row for row in script.rows("events") if row["kind"] == "done")
    assert (done["participant"], bool(done["at"])) == ("p-one", True)


def test_a_link_from_a_named_answer_to_one_without_a_name_is_not_told() -> None:
    script = Script(NAMED_CHALLENGES)
    script.joins("p-one")
    script.says("p-one", "cond-1", "Time")
    script.says("p-one", "chal-1", "Hurry", "challenges", eased_by="cond-1")
    script.finishes()
    assert answered(script, "challenges")["chal-1"]["eased_by"] is None


def test_a_group_is_told_where_five_of_a_language_answered() -> None:
    script = Script()
    all_say(script, people(script))
    script.finishes()
    groups = {id_: row["group"] for id_, row in answered(script).items()}
    # of the eight who wrote English, two are managers: telling the patients would tell them too
    assert [groups[f"conditions-p-{n:02}"] for n in (0, 12, 6)] == [None, None, "patient"]


def test_a_group_of_which_few_answered_this_step_is_not_told() -> None:
    script = Script()
    all_say(script, people(script)[:4])
    script.finishes()
    assert {row["group"] for row in answered(script).values()} == {None}


def test_the_one_person_with_a_scribe_is_not_told_by_it() -> None:
    script = Script()
    all_say(script, people(script))
    script.joins("p-old")
    script.says("p-old", "cond-old", "By hand")
    script.events[-2:] = [e.model_copy(update={"origin": "scribe"}) for e in script.events[-2:]]
    script.finishes()
    english = {r["origin"] for r in answered(script).values() if r["language"] == "en"}
    assert english == {None}
    scribed = [r["participant"] for r in script.rows("participants") if r["origin"] == "scribe"]
    assert scribed == ["p-old"]  # that someone has a scribe is no secret; what they said is


def test_one_french_speaker_is_not_told_by_the_language_of_the_roles() -> None:
    script = Script()
    for who in people(script, [*ROOM[:6], ("patient", "fr")]):
        language = "fr" if who == "p-06" else "en"
        script.says(who, f"role-{who}", "", "roles", role="partner", language=language)
    script.finishes()
    roles = answered(script, "roles").values()
    assert {(row["language"], row["text"]) for row in roles} == {(None, "Partner")}
    assert {row["language"] for row in script.rows("participants")} == {None}


def ballots(script: Script, sizes: dict[str | None, int], stage: str = "vote") -> list[Any]:
    """The groups told of ballots, when so many of each group chose something else."""
    voters = [group for group, size in sizes.items() for _ in range(size)]
    names = people(script, [(group or "", "en") for group in voters])
    for n, (who, group) in enumerate(zip(names, voters, strict=True)):
        chosen = {"dots": {"cond-x": 1 + n}} if stage == "vote" else {"position": "agree"}
        script.casts(who, stage, group=group, **chosen)
    script.finishes()
    return sorted(row["group"] or "" for row in script.rows("votes"))


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ({"patient": 5}, {"patient"}),
        ({"patient": 4}, {""}),
        ({"patient": 9, "manager": 5}, {"patient", "manager"}),
        ({"patient": 9, "manager": 1}, {""}),
        ({"patient": 9, "manager": 6, None: 1}, {"patient", ""}),
    ],
)
def test_the_group_of_a_ballot_is_told_as_on_the_wall(
    sizes: dict[str | None, int], told: set[str]
) -> None:
    assert set(ballots(Script(), sizes)) == told


def test_which_table_grouped_is_not_told_where_a_table_is_small() -> None:
    script = Script()
    names = people(script)
    all_say(script, names)
    script.reveals("conditions")
    body = {"theme": "theme-a", "items": ["conditions-p-00"], "title": "Time", "table": 1}
    script.decides(Kind.GROUPED, **body)
    assert {row["table"] for row in script.rows("themes")} == {None}
    for who, place in zip(names, range(len(names)), strict=True):
        script.happens(Kind.SEATED, {"table": 1 + place % 2}, participant=who)
    assert {row["table"] for row in script.rows("theme_acts")} == {None}


def test_which_table_grouped_is_told_where_every_table_is_large() -> None:
    script = Script()
    names = people(script, [("patient", "en")] * 10)
    all_say(script, names)
    script.reveals("conditions")
    for place, who in enumerate(names):
        script.happens(Kind.SEATED, {"table": 1 + place % 2}, participant=who)
    body = {"theme": "theme-a", "items": ["conditions-p-00"], "title": "Time", "table": 1}
    script.decides(Kind.GROUPED, **body)
    assert [row["table"] for row in script.rows("themes")] == [1]


def test_a_group_is_told_within_a_table_that_worked_apart() -> None:
    script = Script()
    names = people(script, [("patient", "en")] * 11)
    for who in names:
        script.says(who, f"conditions-{who}", f"Idea {who}")
    script.reveals("conditions")
    for place, who in enumerate(names):
        script.happens(Kind.SEATED, {"table": 1 if place < 2 else 2}, participant=who)
    body = {"theme": "theme-a", "items": ["conditions-p-00"], "title": "Time", "table": 1}
    script.decides(Kind.GROUPED, **body)
    for who in names:
        script.casts(who, "vote", dots={"theme-a": 1})
    script.finishes()
    small, large = ("conditions-p-00", "conditions-p-05")
    assert answered(script)[small]["group"] is None  # two sat at that table
    assert answered(script)[large]["group"] == "patient"
    assert sorted(row["group"] or "" for row in script.rows("votes")) == [""] * 2 + ["patient"] * 9


def test_before_it_is_shown_an_answer_is_not_in_the_package() -> None:
    script = Script()
    people(script, ROOM[:1])
    script.says("p-00", "cond-1", "As it was")
    assert not script.rows("contributions")
    assert held_back(script.source()) == 1
    assert "1 answers and ballots" in package_files(script.source())["README.md"].decode()
    script.reveals("conditions")
    script.says("p-00", "cond-1", "As it is now")
    assert answered(script)["cond-1"]["text"] == "As it was"
    assert script.rows("workshop")[0]["held_back"] == 1
    script.finishes()
    assert answered(script)["cond-1"]["text"] == "As it is now"
    assert held_back(script.source()) == 0


def test_before_it_is_closed_a_vote_is_not_in_the_package() -> None:
    script = Script()
    for who in people(script, ROOM[:3]):
        script.casts(who, "vote", dots={"cond-1": 1})
    assert not script.rows("votes")
    assert held_back(script.source()) == 3
    script.decides(Kind.COUNTED, stage="vote", round=1, counted=True)
    assert len(script.rows("votes")) == 3
