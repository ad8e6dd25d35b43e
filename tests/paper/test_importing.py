"""Ideas brought in from a table: where they come from, and what is refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from lhs_widgets.errors import BadInput, IdeasError, Refused
from lhs_widgets.paper import Imported, import_ideas
from lhs_widgets.store import Record
from lhs_widgets.workshop import Kind, Stamp, actions
from tests.support.workshops import join

TABLE = "text,language,group,importance\nTime to meet,en,patient,2\nDu temps,fr,Gestionnaire,\n"

Bring = Callable[..., Imported]


@pytest.fixture
def bring(record: Record, tmp_path: Path) -> Bring:
    """Imports a table, given as text or bytes, to the step of conditions."""

    def import_table(
        table: str | bytes, name: str = "ideas.csv", step: str = "conditions"
    ) -> Imported:
        file = tmp_path / name
        file.write_bytes(table.encode() if isinstance(table, str) else table)
        return import_ideas(record, file, step)

    return import_table


def said(record: Record) -> list[tuple[str, str, str | None, dict[str, int]]]:
    """Text, language, group and ratings of each answer."""
    state = record.state()
    return [
        (
            answer.contribution.text or answer.contribution.role or "",
            answer.contribution.language,
            state.participants[answer.participant].profile.group,
            answer.contribution.ratings,
        )
        for answer in state.answers.values()
    ]


def refused(bring: Bring, record: Record, table: str | bytes) -> list[str]:
    """What is said of a table that can't be used; nothing of it is saved."""
    before = record.events()
    with pytest.raises(IdeasError) as caught:
        bring(table)
    assert record.events() == before
    return [str(problem) for problem in caught.value.problems]


def test_every_row_becomes_an_answer_marked_as_imported(bring: Bring, record: Record) -> None:
    bring(TABLE)
    assert said(record) == [
        ("Time to meet", "en", "patient", {"importance": 2}),
        ("Du temps", "fr", "manager", {}),
    ]
    assert {answer.origin for answer in record.state().answers.values()} == {"import"}


@pytest.mark.parametrize(
    "table",
    [
        b"\xef\xbb\xbf" + TABLE.encode(),
        TABLE.replace(",", ";"),
        TABLE.replace("\n", "\r\n"),
        TABLE.replace("text,language", " Text , LANGUAGE "),
        TABLE + "\n,,,\n",
    ],
    ids=["a byte-order mark", "semicolons", "Windows lines", "spaces and capitals", "empty rows"],
)
def test_a_table_may_be_saved_in_many_ways(bring: Bring, record: Record, table: str) -> None:
    bring(table)
    assert [text for text, *_ in said(record)] == ["Time to meet", "Du temps"]


def test_only_the_text_is_needed(bring: Bring, record: Record) -> None:
    bring('text\n"Time, and\na room"\n')
    assert said(record) == [("Time, and\na room", "en", None, {})]


def test_there_is_one_person_for_each_group_and_language(bring: Bring, record: Record) -> None:
    rows = ["a,en,patient", "b,en,patient", "c,fr,patient", "d,en,", "e,en,"]
    assert bring("\n".join(["text,language,group", *rows])).people == 3
    assert len(record.state().participants) == 3


def test_a_column_may_tell_people_apart(bring: Bring, record: Record) -> None:
    bring("text,person\na,1\nb,2\nc,1\n")
    authors = [answer.participant for answer in record.state().answers.values()]
    assert authors[0] == authors[2] != authors[1]


def test_nobody_in_the_room_is_counted_for_an_import(bring: Bring, record: Record) -> None:
    join(record)
    bring(TABLE)
    assert record.state().joined == 1
    assert record.state_for_wall()[1].joined == 1


def test_a_role_of_the_deck_is_known_by_its_name(bring: Bring, record: Record) -> None:
    bring("text,influence\nCONSEILLER,1\nadvisor,0\nTranslator,\n", step="roles")
    answers = [answer.contribution for answer in record.state().answers.values()]
    assert [(a.role, a.text) for a in answers] == [
        ("advisor", ""),
        ("advisor", ""),
        (None, "Translator"),
    ]


def test_ideas_may_come_before_the_group_does(record: Record, tmp_path: Path) -> None:
    record.append(Stamp("facilitator").event(Kind.MOVED, step="welcome"))
    (tmp_path / "ideas.csv").write_text(TABLE)
    assert import_ideas(record, tmp_path / "ideas.csv", "conditions").ideas == 2


def test_the_record_says_which_file_it_was_and_not_where(bring: Bring, record: Record) -> None:
    bring(TABLE, name="idées du café.csv")
    (event,) = (event for event in record.events() if event.kind is Kind.IMPORTED)
    assert event.body == {
        "file": "idées du café.csv",
        "sha256": hashlib.sha256(TABLE.encode()).hexdigest(),
        "rows": 2,
    }
    assert (event.step, event.origin, event.participant) == ("conditions", "import", None)


def test_the_same_file_brings_nothing_twice(bring: Bring, record: Record) -> None:
    first, before = bring(TABLE), record.events()
    again = bring(TABLE, name="renamed.csv")
    assert (first.new, again.new) == (True, False)
    assert record.events() == before


def test_who_was_forgotten_does_not_come_back_with_the_file(bring: Bring, record: Record) -> None:
    bring(TABLE)
    record.forget(next(iter(record.state().participants)))
    bring(TABLE)
    assert len(record.state().participants) == 1


def test_the_same_file_may_go_to_two_steps(bring: Bring, record: Record) -> None:
    bring("text\nTime\n")
    assert bring("text\nTime\n", step="challenges").new
    assert len(said(record)) == 2


def test_all_bad_rows_are_told_at_once_with_their_lines(bring: Bring, record: Record) -> None:
    table = (
        "text,language,group,importance\nGood,en,,2\n,en,,\nBad,de,emperor,9\n\nx,,,,,too many\n"
    )
    assert refused(bring, record, table) == [
        "ideas.csv:3 (text): There are no words. Write the idea, or take the row out.",
        "ideas.csv:4 (language): 'de' is not a language here. Write one of en, fr, es.",
        (
            "ideas.csv:4 (group): 'emperor' is not a group of this deck. "
            "Write one of patient, manager, or leave it empty."
        ),
        "ideas.csv:4 (importance): '9' is not on this scale. Write one of 1, 2, or leave it empty.",
        (
            "ideas.csv:6: The row has 6 cells, and there are 4 columns. "
            'Put text that holds a separator in "quotation marks".'
        ),
    ]


@pytest.mark.parametrize(
    ("table", "line", "wrong"),
    [
        ("", 1, "This column is missing."),
        ("text\n", 2, "There is no idea in the file."),
        ("idea\nTime\n", 1, "This column is missing."),
        ("text,text\na,b\n", 1, "This column is there twice."),
        ("text,colour\na,b\n", 1, "This column is not known."),
        ("text,influence\na,1\n", 1, "This column is not known."),
        ('text\nfine\n"never closed\n', 3, "The row can't be read"),
        (b"text\nfine\n\xe9t\xe9\n", 3, "The file is not in UTF-8."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), 1, "The file is not in UTF-8."),
        ("text\n" + "x" * 2001, 2, "There are 2001 characters."),
        ("text\n" + "x\n" * 5001, 5001, "There are more than 5000 rows."),
        (b"text\n" + b"x" * 2**21, 1, "The file is larger than 2 MB."),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_table_that_can_not_be_used_is_refused(
    bring: Bring, record: Record, table: str | bytes, line: int, wrong: str
) -> None:
    (problem, *_) = refused(bring, record, table)
    assert problem.startswith(f"ideas.csv:{line}")
    assert wrong in problem


@pytest.mark.parametrize("step", ["welcome", "nowhere", ""])
def test_ideas_go_only_where_people_answer(bring: Bring, step: str) -> None:
    with pytest.raises(BadInput, match="there are: roles, conditions, challenges"):
        bring(TABLE, step=step)


def test_a_finished_workshop_takes_no_ideas(bring: Bring, record: Record) -> None:
    record.append(actions.finish(record.state(), Stamp("facilitator")))
    with pytest.raises(Refused, match="is finished"):
        bring(TABLE)
    assert said(record) == []
