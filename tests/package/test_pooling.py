"""Workshops are pooled without mixing their people: the same packages, the same bytes."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from frictionless import Package as Checked

from lhs_widgets.errors import BadInput, LHSError, PackageError
from lhs_widgets.package import pool, read_package, read_pool, write_package
from lhs_widgets.package.pooling import warnings
from lhs_widgets.package.pooling.tables import POOLED
from lhs_widgets.workshop import Kind

from .conftest import DECK_YAML, Script

HERE = Path(__file__).parent


def room(deck: str = DECK_YAML, **changes: Any) -> Script:
    """Six patients who wrote, grouped, voted and agreed; the same ids in every room."""
    made = Script(deck)
    for place in range(6):
        made.joins(f"p-{place}")
        made.says(f"p-{place}", f"cond-{place}", f"Idea {place}", ratings={"today": 5})
    made.says("p-0", "chal-0", "=Too few", "challenges", eased_by="cond-1")
    made.reveals("conditions")
    made.decides(Kind.GROUPED, theme="theme-a", items=["cond-0"], title="Time", table=None)
    for place in range(6):
        made.casts(f"p-{place}", "vote", dots={"theme-a": 1})
    made.decides(Kind.COUNTED, stage="vote", round=1, counted=True)
    made.decides(Kind.AGREED, table=None, language="en", text="Yes")
    made.finishes()
    made.events = [event.model_copy(update=changes) for event in made.events]
    return made


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three packages: two of one deck, one of a newer version of it; the second a rehearsal."""
    folder = tmp_path_factory.mktemp("sites")
    newer = DECK_YAML.replace("version: 1.0.0", "version: 1.1.0")
    scripts = {"AAA222": room(), "BBB333": room(origin="rehearsal"), "CCC444": room(newer)}
    for code, script in scripts.items():
        write_package(script.source(code), folder / code)
    return folder


@pytest.fixture(scope="module")
def pooled(sites: Path) -> Path:
    pool([sites / "AAA222", sites / "BBB333", sites / "CCC444"], sites / "pool")
    return sites / "pool"


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_frictionless_finds_a_pool_valid(pooled: Path) -> None:
    report = Checked(str(pooled / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])


def test_frictionless_notices_a_row_of_no_workshop(pooled: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(pooled, tmp_path / "copy"))
    file = copy / "ratings.csv"
    file.write_text(file.read_text("utf-8").replace("AAA222,cond-0", "CCC444,cond-9"), "utf-8")
    found = Checked(str(copy / "datapackage.json")).validate().flatten(["type"])
    assert ["foreign-key"] in found


def test_every_table_says_the_workshop_of_its_rows(pooled: Path) -> None:
    tables = read_pool(pooled).tables
    for table in POOLED:
        codes = tables[table.name]["code" if table.name == "workshop" else "workshop"]
        assert set(codes) == {"AAA222", "BBB333", "CCC444"} or codes.empty


def test_people_with_the_same_ids_stay_apart(pooled: Path) -> None:
    people = read_pool(pooled).tables["participants"]
    assert people["participant"].nunique() == 6
    assert len(people) == 18


def test_one_workshop_of_a_pool_is_as_its_own_package(pooled: Path, sites: Path) -> None:
    alone, again = read_package(sites / "AAA222"), read_pool(pooled).workshop("AAA222")
    assert (again.deck, again.code, again.hash) == (alone.deck, "AAA222", alone.hash)
    for name, frame in alone.tables.items():
        pd.testing.assert_frame_equal(frame, again.tables[name])


def test_a_workshop_that_is_not_there(pooled: Path) -> None:
    with pytest.raises(BadInput, match="no workshop 'ZZZ999'; it has AAA222"):
        read_pool(pooled).workshop("ZZZ999")


def test_the_order_of_the_packages_leaves_no_trace(pooled: Path, sites: Path) -> None:
    pool([sites / "CCC444", sites / "AAA222", sites / "BBB333"], sites / "other")
    assert content(sites / "other") == content(pooled)


def test_a_pool_can_be_pooled(pooled: Path, sites: Path) -> None:
    pool([sites / "CCC444", sites / "BBB333"], sites / "two")
    pool([sites / "two", sites / "AAA222"], sites / "three")
    assert content(sites / "three") == content(pooled)


def test_the_same_package_twice_counts_once(pooled: Path, sites: Path) -> None:
    pool([pooled, sites / "AAA222", sites / "AAA222"], sites / "again")
    assert content(sites / "again") == content(pooled)


def test_a_workshop_that_went_on_since_is_refused(pooled: Path, tmp_path: Path) -> None:
    script = room()
    script.happens(Kind.RETITLED, {"title": "Another"}, origin="facilitator")
    later = write_package(script.source("AAA222"), tmp_path / "later")
    with pytest.raises(BadInput, match=r"AAA222 is in .* and they differ") as caught:
        pool([pooled, later], tmp_path / "to")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "to").exists()


def test_each_deck_is_kept_as_used(pooled: Path, sites: Path) -> None:
    decks = [file for file in content(pooled) if file.startswith("deck-")]
    assert len(decks) == 2
    found = read_pool(pooled)
    versions = {code: deck.version for code, deck in found.deck_of.items()}
    assert versions == {"AAA222": "1.0.0", "BBB333": "1.0.0", "CCC444": "1.1.0"}
    texts = {(sites / code / "deck.yaml").read_text("utf-8") for code in found.codes}
    assert set(found.texts.values()) == texts


def test_the_descriptor_lists_the_packages_with_their_hashes(pooled: Path, sites: Path) -> None:
    sources = json.loads((pooled / "datapackage.json").read_bytes())["lhs"]["pool"]
    assert {each["workshop"]: each["hash"] for each in sources} == {
        code: read_package(sites / code).hash for code in ("AAA222", "BBB333", "CCC444")
    }


def test_made_up_workshops_are_named_among_real_ones(pooled: Path) -> None:
    text = (pooled / "README.md").read_text("utf-8")
    assert "Made up, with people played by a rehearsal: BBB333." in text
    assert "inventés, dont les personnes ont été jouées par une répétition\xa0: BBB333." in text
    people = read_pool(pooled).tables["participants"]
    assert set(people["workshop"][people["origin"] == "rehearsal"]) == {"BBB333"}


def test_of_many_made_up_workshops_the_first_are_named() -> None:
    codes = [f"MADE{place}" for place in range(1000)]
    rows = pd.DataFrame({"code": codes, "participants": 9, "rehearsed": 9, "finished": True})
    (said,) = warnings(rows)
    assert said.en.endswith("MADE18, MADE19, 980 more.")
    assert said.fr.endswith("MADE18, MADE19, 980 de plus.")


def test_a_workshop_that_goes_on_is_named(tmp_path: Path) -> None:
    script = room()
    script.events.pop()
    pool([write_package(script.source("AAA222"), tmp_path / "live")], tmp_path / "pool")
    text = (tmp_path / "pool" / "README.md").read_text("utf-8")
    assert "Not finished when exported, so only what the group was shown: AAA222." in text


@pytest.fixture(scope="module")
def old_and_new(sites: Path) -> pd.DataFrame:
    pool([HERE / "format-1", HERE / "format-2", sites / "AAA222"], sites / "old and new")
    return read_pool(sites / "old and new").tables


def test_earlier_formats_are_pooled_with_today_s(old_and_new: Any) -> None:
    found = old_and_new["workshop"].set_index("code")["package_format"]
    assert found.to_dict() == {"AAA222": 3, "TST234": 1, "TWO234": 2}


def test_what_format_1_told_of_authors_is_not_in_a_pool(old_and_new: Any) -> None:
    said = old_and_new["contributions"]
    first = said[said["workshop"] == "TST234"]
    assert len(first) == 4
    assert first[["participant", "created", "changed", "group"]].isna().all(axis=None)
    happened = old_and_new["events"]
    wrote = happened[(happened["workshop"] == "TST234") & (happened["kind"] == "contributed")]
    assert len(wrote)
    assert wrote[["participant", "at", "origin"]].isna().all(axis=None)
    assert wrote["seq"].max() == len(happened[happened["workshop"] == "TST234"])


def test_a_pool_grows_in_its_place(sites: Path, tmp_path: Path) -> None:
    pool([sites / "AAA222"], tmp_path / "pool")
    pool([tmp_path / "pool", sites / "BBB333"], tmp_path / "pool")
    assert read_pool(tmp_path / "pool").codes == ["AAA222", "BBB333"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["pool"]


@pytest.mark.parametrize("held", ["package", "other pool", "notes"])
def test_nothing_else_is_written_over(sites: Path, tmp_path: Path, held: str) -> None:
    to = tmp_path / "to"
    match held:
        case "package":
            shutil.copytree(sites / "AAA222", to)
        case "other pool":
            pool([sites / "CCC444"], to)
        case "notes":
            to.mkdir()
            (to / "notes.txt").write_text("mine")
    before = content(to)
    with pytest.raises(BadInput, match="already holds"):
        pool([sites / "AAA222", sites / "BBB333"], to)
    assert content(to) == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["to"]


def test_a_disk_that_refuses_leaves_nothing(sites: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LHSError, match="can't be written"):
        pool([sites / "AAA222"], tmp_path / "file" / "pool")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_nothing_to_pool(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="Name the packages"):
        pool([], tmp_path / "to")


def test_a_pool_is_no_package_of_one_workshop(pooled: Path, sites: Path) -> None:
    with pytest.raises(PackageError, match="holds several workshops, and this needs one"):
        read_package(pooled)
    with pytest.raises(PackageError, match="holds one workshop, and this needs a pool"):
        read_pool(sites / "AAA222")


def test_the_codebook_of_a_pool_explains_every_column_and_deck(pooled: Path) -> None:
    book = (pooled / "codebook.md").read_text("utf-8")
    for field in (field for table in POOLED for field in table.fields):
        assert field.en in book
        assert field.fr in book
    assert "Key: `workshop`, `contribution`, `scale`." in book
    heads = [line.split() for line in book.splitlines() if line.startswith("## Deck")]
    assert [head[-1] for head in heads] == ["1.0.0", "1.1.0"]


def french_lines(folder: Path) -> Iterator[str]:
    for name in ("README.md", "codebook.md"):
        lines = (folder / name).read_text("utf-8").splitlines()
        yield from (line for line in lines if line.startswith("**FR**"))


def test_french_marks_of_a_pool_stand_after_a_no_break_space(pooled: Path) -> None:
    wrong = r"[^\S\xa0][:;?!»]|[^\s\xa0][;?!»]"
    assert not [line for line in french_lines(pooled) if re.search(wrong, line)]


@pytest.mark.parametrize("how", ["parquet", "csv"])
def test_a_pool_reads_the_same_from_either_file(pooled: Path, tmp_path: Path, how: str) -> None:
    copy = Path(shutil.copytree(pooled, tmp_path / "copy"))
    for file in copy.glob("*.parquet" if how == "csv" else "*.csv"):
        file.unlink()
    before = read_pool(pooled).tables
    for name, frame in read_pool(copy).tables.items():
        pd.testing.assert_frame_equal(frame, before[name])
