"""What is broken, foreign or made to mislead gets one clear sentence, whoever reads it."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lhs_widgets.analysis.running import analyse
from lhs_widgets.errors import PackageError
from lhs_widgets.package import pool, read_package, read_pool
from lhs_widgets.package.files import hash_of
from lhs_widgets.report import write_report

from .conftest import Script

Break = Callable[[Path], Path]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that can be read, and a pool that holds it."""
    from lhs_widgets.package import write_package

    folder = tmp_path_factory.mktemp("whole")
    script = Script()
    script.joins("p-aaa")
    script.says("p-aaa", "cond-1", "Time", ratings={"today": 0, "wished": 5})
    script.finishes()
    write_package(script.source(), folder / "package")
    pool([folder / "package"], folder / "pool")
    return folder


@pytest.fixture
def package(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole / "package", tmp_path / "package"))


def described(folder: Path, change: Callable[[Any], None]) -> Path:
    """Change the descriptor by hand."""
    file = folder / "datapackage.json"
    found = json.loads(file.read_bytes())
    change(found)
    file.write_text(json.dumps(found))
    return folder


def rewritten(folder: Path, name: str, content: bytes) -> Path:
    """Put other content in a file, and its hash in the descriptor."""
    (folder / name).write_bytes(content)
    table, _, kind = name.partition(".")

    def rehash(found: Any) -> None:
        (resource,) = [each for each in found["resources"] if each["name"] == table]
        (resource["parquet"] if kind == "parquet" else resource)["hash"] = hash_of(content)

    return described(folder, rehash)


def csv_with(folder: Path, old: str, new: str, encoding: str = "utf-8") -> Path:
    """Rewrite the ratings' CSV, and take their Parquet file away."""
    (folder / "ratings.parquet").unlink()
    text = (folder / "ratings.csv").read_text("utf-8")
    assert old in text
    return rewritten(folder, "ratings.csv", text.replace(old, new, 1).encode(encoding))


def zipped(folder: Path) -> Path:
    to = folder.with_suffix(".zip")
    with zipfile.ZipFile(to, "w") as file:
        for each in folder.iterdir():
            file.write(each, each.name)
    return to


def another_tool_s(folder: Path) -> Path:
    """Numbers as another tool writes them: not the declared types."""
    file = folder / "ratings.parquet"
    pd.read_parquet(file).astype({"value": "float64"}).to_parquet(file)
    return rewritten(folder, "ratings.parquet", file.read_bytes())


def not_parquet(folder: Path) -> Path:
    return rewritten(folder, "ratings.parquet", b"PAR1 or so")


def leading_out(folder: Path) -> Path:
    outside = folder.parent / "elsewhere.csv"
    (folder / "ratings.csv").rename(outside)
    (folder / "ratings.csv").symlink_to(outside)
    return folder


def leading_nowhere(folder: Path) -> Path:
    (folder / "deck.yaml").unlink()
    (folder / "deck.yaml").symlink_to("deck.yaml")
    return folder


def a_folder_for_a_file(folder: Path) -> Path:
    (folder / "ratings.csv").unlink()
    (folder / "ratings.csv").mkdir()
    return folder


def path_of(path: object) -> Break:
    def change(folder: Path) -> Path:
        return described(folder, lambda found: found["resources"][0].update(path=path))

    return change


def format_of(version: object) -> Break:
    return lambda folder: described(folder, lambda found: found["lhs"].update(format=version))


def foreign(folder: Path) -> Path:
    """A data package of something else."""
    table = {"name": "trees", "path": "trees.csv"}
    (folder / "datapackage.json").write_text(json.dumps({"name": "x", "resources": [table]}))
    return folder


STRANGE: dict[str, tuple[Break, str]] = {
    "zip": (zipped, "is a file: unpack it"),
    "foreign": (foreign, "not from this workbook"),
    "Parquet of another tool": (another_tool_s, "columns are not the ones"),
    "not Parquet": (not_parquet, "not a Parquet file"),
    "link out of the folder": (leading_out, "leads out of the package's folder"),
    "link in a circle": (leading_nowhere, "leads out of the package's folder"),
    "folder for a file": (a_folder_for_a_file, "can't be read"),
    "absolute path": (path_of("/etc/passwd"), "names '/etc/passwd' where workshop.csv should be"),
    "path that climbs": (path_of("../../x.csv"), "where workshop.csv should be"),
    "list of paths": (path_of(["a.csv", "b.csv"]), "where workshop.csv should be"),
    "huge number": (
        lambda f: csv_with(f, ",5,Full,", f",{10**30},Full,"),
        "a cell of value is no integer",
    ),
    "number of 5000 digits": (
        lambda f: csv_with(f, ",5,", f",{'9' * 5000},"),
        "a cell of value is no integer",
    ),
    "UTF-16": (lambda f: csv_with(f, ",", ",", "utf-16"), "not UTF-8 text"),
    "Latin-1": (lambda f: csv_with(f, "None", "Né", "latin-1"), "not UTF-8 text"),
    "field without end": (lambda f: csv_with(f, "None", '"None'), "can't be read"),
    "format as a list": (format_of([3]), "has format"),
    "format as true": (format_of(True), "has format"),
    "format of a later version": (format_of(4), "reads up to 3"),
    "format without end": (format_of(float("inf")), "has format"),
}


def by_pool(folder: Path) -> None:
    pool([folder], folder.parent / "out")


def by_analyse(folder: Path) -> None:
    analyse(folder, folder.parent / "out", notebooks=folder.parent)


def by_report(folder: Path) -> None:
    write_report(folder, folder.parent / "out.html")


@pytest.mark.parametrize("read", [read_package, by_pool, by_analyse, by_report])
@pytest.mark.parametrize("name", STRANGE)
def test_one_sentence_and_nothing_written(
    package: Path, name: str, read: Callable[[Path], Any]
) -> None:
    spoil, why = STRANGE[name]
    strange = spoil(package)
    before = set(package.parent.iterdir())
    with pytest.raises(PackageError) as caught:
        read(strange)
    sentence = str(caught.value)
    assert why in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 400
    assert set(package.parent.iterdir()) == before


@pytest.fixture
def pooled(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole / "pool", tmp_path / "pool"))


def deck_of(path: str) -> Break:
    return lambda folder: described(folder, lambda found: found["decks"][0].update(path=path))


def without_decks(folder: Path) -> Path:
    return described(folder, lambda found: found.update(decks=[]))


def older(folder: Path) -> Path:
    return described(folder, lambda found: found["lhs"].update(format=2))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (deck_of("/etc/passwd"), "names '/etc/passwd' as a deck"),
        (deck_of("../deck-0123456789ab.yaml"), "as a deck"),
        (deck_of("deck-0123456789ab.yaml"), "has no deck-0123456789ab.yaml"),
        (without_decks, "lacks a deck"),
        (lambda folder: described(folder, lambda found: found.pop("decks")), "names no decks"),
        (older, "too old"),
        (lambda folder: csv_with(folder, "TST234,cond-1", "TST234,cond-9"), "points to a row"),
        (lambda folder: csv_with(folder, "TST234,cond-1", "ABC234,cond-1"), "points to a row"),
    ],
)
def test_a_pool_that_was_changed_gets_one_sentence(pooled: Path, spoil: Break, why: str) -> None:
    with pytest.raises(PackageError, match=why) as caught:
        read_pool(spoil(pooled))
    assert "\n" not in str(caught.value)


def test_a_link_inside_the_folder_is_followed(package: Path) -> None:
    (package / "ratings.csv").rename(package / "kept.csv")
    (package / "ratings.csv").symlink_to("kept.csv")
    assert len(read_package(package).tables["ratings"]) == 2


def test_a_report_of_a_pool_asks_for_one_workshop(pooled: Path) -> None:
    with pytest.raises(PackageError, match="this needs one"):
        by_report(pooled)
