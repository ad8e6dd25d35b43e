"""Translations in the record: read where the words are read, and gone with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lhs_widgets.errors import Refused
from lhs_widgets.store import Record
from lhs_widgets.workshop import Event, Stamp, actions
from tests.support.workshops import condition, join, reveal, write

FRENCH = "Du temps pour se voir"


def translation(record: Record, idea: str = "c-01") -> Event:
    stamp = Stamp("facilitator")
    return actions.translate_idea(record.state(), idea, FRENCH, "fr", stamp, of="Time to meet")


def read(record: Record, participant: str) -> list[str]:
    return [each.text for each in record.state_for(participant).translations.values()]


@pytest.fixture
def people(record: Record) -> list[str]:
    """Two people who wrote an idea each; the first one's is translated."""
    found = [join(record, "p-ada"), join(record, "p-ben")]
    for n, person in enumerate(found):
        write(record, person, condition(f"c-0{n + 1}"))
    reveal(record, "conditions")
    record.append(translation(record))
    return found


def test_whoever_reads_the_words_reads_it(record: Record, people: list[str]) -> None:
    for page in (*people, ""):
        assert read(record, page) == [FRENCH]
    seen = record.state_for("p-ben").translations["c-01", "fr"]
    assert seen.origin == "facilitator"


def test_a_page_hears_of_a_change(record: Record, people: list[str]) -> None:
    page = people[1]
    assert read(record, page) == [FRENCH]
    again = actions.translate_idea(
        record.state(), "c-01", "Du temps", "fr", Stamp("scribe"), of="Time to meet"
    )
    record.append(again)
    assert read(record, page) == ["Du temps"]


def test_it_is_not_read_where_the_words_are_not(record: Record, people: list[str]) -> None:
    hidden = actions.moderate(record.state(), "c-01", "It hurts", Stamp("system"), moderated=True)
    record.append(hidden)
    assert read(record, people[1]) == []
    reveal(record, "conditions", revealed=False)
    for page in (*people, ""):
        assert read(record, page) == []


def test_another_table_does_not_read_it(record: Record, people: list[str]) -> None:
    record.append(actions.split(2, Stamp("system")))
    for table, person in enumerate(people, start=1):
        record.append(actions.seat(record.state(), person, table, Stamp("system")))
    assert read(record, people[0]) == [FRENCH], "one's own words are one's own"
    assert read(record, people[1]) == []


def test_who_takes_their_answers_back_takes_it_along(
    record: Record, people: list[str], tmp_path: Path
) -> None:
    later = translation(record)
    record.forget(people[0])
    assert record.state().translations == {}
    assert "translated" not in {event.kind for event in record.events()}
    for file in (tmp_path / "data").rglob("*"):
        assert not file.is_file() or FRENCH.encode() not in file.read_bytes(), file
    with pytest.raises(Refused, match="not in the workshop"):
        record.append(later)
