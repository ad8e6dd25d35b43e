"""``write_report``: from a folder to a file, or one sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lhs_widgets.errors import BadInput, PackageError
from lhs_widgets.report import write_report
from tests.report.conftest import EXAMPLE


def test_the_ending_names_the_form(tmp_path: Path) -> None:
    page = write_report(EXAMPLE, tmp_path / "roadmap.HTML", "fr")
    assert page.read_bytes().startswith(b'<!doctype html>\n<html lang="fr" dir="ltr">')


@pytest.mark.parametrize("name", ["roadmap", "roadmap.odt", ".html", "roadmap.html.zip"])
def test_another_ending_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match=r"\.html") as refused:
        write_report(EXAMPLE, tmp_path / name)
    assert len(str(refused.value).splitlines()) == 1
    assert not (tmp_path / name).exists()


def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="can't be written"):
        write_report(EXAMPLE, tmp_path / "nowhere" / "roadmap.html")


def test_what_is_not_a_package_is_refused_and_nothing_written(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(PackageError):
            write_report(folder, tmp_path / "roadmap.html")
    assert not (tmp_path / "roadmap.html").exists()


def test_a_changed_package_is_refused(tmp_path: Path) -> None:
    copy = shutil.copytree(EXAMPLE, tmp_path / "copy")
    with (copy / "decisions.parquet").open("ab") as file:
        file.write(b" ")
    with pytest.raises(PackageError, match="changed by hand"):
        write_report(copy, tmp_path / "roadmap.html")
