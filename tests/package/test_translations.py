"""What ideas say in another language, in a package and in the reports made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lhs_widgets.package import pool, read_package, read_pool, write_package
from lhs_widgets.report import gather
from lhs_widgets.workshop import Kind
from lhs_widgets.workshop.translating import fingerprint

from .conftest import Script

WORDS, FRENCH = "Time to meet", "Du temps pour se voir"
ROW = {"contribution": "cond-0", "language": "fr", "text": FRENCH, "origin": "scribe"}

Export = Callable[..., Path]


def session(*, quotes: bool = True, research: bool = True) -> Script:
    """Eight people wrote a condition each; a scribe translated the first one's, which is shown."""
    script = Script()
    script.happens(Kind.PURPOSED, {"aim": "research", "reb": "1"}, origin="facilitator")
    for n in range(8):
        who, mine = f"p-{n}", n == 0
        script.joins(who)
        agreed = {"research": research or not mine, "quotes": quotes or not mine}
        script.happens(Kind.CONSENTED, agreed, participant=who)
        script.says(who, f"cond-{n}", WORDS if mine else f"Condition {n}")
    script.reveals("conditions")
    body = {"contribution": "cond-0", "language": "fr", "text": FRENCH, "of": fingerprint(WORDS)}
    script.happens(Kind.TRANSLATED, body, step="conditions", origin="scribe")
    return script


def test_it_is_a_row_beside_the_words_which_stay(export: Export) -> None:
    script = session()
    assert script.rows("translations") == [ROW]
    assert script.rows("contributions")[0]["text"] == WORDS
    script.finishes()
    tables = read_package(export(script)).tables
    assert tables["translations"].to_dict("records") == [ROW]


def test_the_record_tells_neither_when_nor_that_a_scribe_did_it() -> None:
    (event,) = (e for e in session().rows("events") if e["kind"] == "translated")
    assert (event["at"], event["origin"], event["participant"]) == (None, None, None)


def test_it_is_gone_when_the_words_are_other_ones() -> None:
    script = session()
    script.says("p-0", "cond-0", "Tea")
    assert script.rows("translations") == [ROW], "the group saw these words"
    script.finishes()
    assert script.rows("translations") == []


def test_who_is_not_part_of_the_research_has_none() -> None:
    script = session(research=False)
    script.finishes()
    assert script.rows("translations") == []
    assert "translated" not in {event["kind"] for event in script.rows("events")}


def test_what_may_not_be_quoted_is_not_quoted_in_another_language(export: Export) -> None:
    script = session(quotes=False)
    script.finishes()
    folder = export(script)
    assert read_package(folder).tables["translations"].empty
    assert len(read_package(folder, all_words=True).tables["translations"]) == 1


def test_a_report_has_it_in_its_own_language(export: Export) -> None:
    script = session()
    script.finishes()
    package = read_package(export(script))
    said = {
        language: gather(package, language).phases[0].steps[-2].said for language in ("en", "fr")
    }
    assert WORDS in said["en"]
    assert f"{WORDS} [traduit\u00a0: {FRENCH}]" in said["fr"]


@pytest.mark.parametrize("file", ["translations.csv", "translations.parquet"])
def test_a_package_from_before_has_no_such_table(file: str) -> None:
    example = Path(__file__).parents[2] / "data" / "example"
    assert not (example / file).exists()
    assert read_package(example).tables["translations"].empty


def test_one_that_is_declared_must_be_there(export: Export) -> None:
    folder = export(session())
    for file in ("translations.csv", "translations.parquet"):
        (folder / file).unlink()
    with pytest.raises(Exception, match="export it again"):
        read_package(folder)


def test_a_pool_keeps_it(export: Export, tmp_path: Path) -> None:
    script = session()
    script.finishes()
    other = Script()
    other.finishes()
    second = write_package(other.source("OTH234"), tmp_path / "other")
    pool([export(script), second], tmp_path / "pool")
    (row,) = read_pool(tmp_path / "pool").tables["translations"].to_dict("records")
    assert row == {"workshop": "TST234", **ROW}
