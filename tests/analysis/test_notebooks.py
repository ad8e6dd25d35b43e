"""The notebooks are thin, and give the same numbers wherever they run again."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from lhs_widgets.analysis.running import analyse
from lhs_widgets.errors import BadInput, LHSError, PackageError
from lhs_widgets.package import Package

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "data" / "example"
POOL = ROOT / "data" / "example-pool"
NOTEBOOKS = ROOT / "workbooks" / "analysis"
FILES = sorted(NOTEBOOKS.glob("*.ipynb"))


@pytest.fixture(params=FILES, ids=lambda file: file.name)
def notebook(request: pytest.FixtureRequest) -> Any:
    return nbformat.read(request.param, as_version=4)


def code(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_is_a_notebook() -> None:
    assert FILES


def test_cells_are_short_and_define_nothing(notebook: Any) -> None:
    for cell in code(notebook):
        assert not re.search(r"\b(def|class|lambda|for|while|if)\b", cell.source)
        assert len(cell.source.splitlines()) <= 6


def test_one_cell_holds_the_parameters(notebook: Any) -> None:
    (parameters,) = [c for c in code(notebook) if "parameters" in c.metadata.get("tags", [])]
    assert re.fullmatch(
        r'package = "../../data/example[a-z-]*"\nlanguage = "en"', parameters.source
    )


def test_every_section_asks_in_both_languages(notebook: Any) -> None:
    told = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    assert [cell.metadata["tags"] for cell in told] == [["en"], ["fr"]] * (len(told) // 2)
    for english, french in zip(told[::2], told[1::2], strict=True):
        assert english.source.count("## ") == french.source.count("## ")
        assert not re.search(r"[^\S\xa0][:;?!%»]|[^\s\xa0][;?!»]|«(?!\xa0)", french.source)


def test_stored_outputs_hold_no_trace_of_a_machine(notebook: Any) -> None:
    # a picture is letters and digits by the thousand: any short word is in one
    text = re.sub(r"[A-Za-z0-9+/=]{200,}", "", nbformat.writes(notebook))
    assert not re.search(r"0x[0-9a-f]{6,}|/(home|tmp|usr|var)/|ExecuteTime|papermill", text)
    assert set(notebook.metadata) == {"kernelspec"}


@pytest.mark.timeout(400)
def test_the_stored_outputs_come_out_again() -> None:
    """`pytest --nbval` compares tables, sentences and the words of the charts, not their pixels."""
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-p", "tests.support.warm_nbval", *map(str, FILES)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


#: How many charts each page has; where a workshop has no activity of a kind, a sentence says so.
CHARTS = {
    "across-workshops": 6,
    "activities": 0,
    "agreement": 6,
    "the-walk": 6,
    "what-we-agreed": 6,
}
#: One run of each notebook is enough for the others: their French is tested beside their charts.
IN_FRENCH = [file for file in FILES if file.stem in CHARTS]


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    notebooks, to = (tmp_path_factory.mktemp(name) for name in ("notebooks", "out"))
    for file in IN_FRENCH:
        (notebooks / file.name).symlink_to(file)
    made = [
        file
        for package in (EXAMPLE, POOL)
        for file in analyse(package, to, notebooks=notebooks, language="fr")
    ]
    return sorted(made, key=lambda file: (file.stem, file.suffix == ".html"))


def test_analyse_writes_a_notebook_and_a_page_for_each(french: list[Path]) -> None:
    # those of one workshop on its package, those of several on the pool
    assert [file.name for file in french] == [
        name for file in IN_FRENCH for name in (file.name, f"{file.stem}.html")
    ]


def test_the_executed_notebook_holds_no_absolute_path(french: list[Path]) -> None:
    executed = nbformat.read(french[0], as_version=4)
    (given,) = [c for c in code(executed) if "injected-parameters" in c.metadata.get("tags", [])]
    assert re.search(r'package = "[^/]', given.source)
    assert 'language = "fr"' in given.source


@pytest.mark.parametrize("file", IN_FRENCH, ids=lambda file: file.name)
@pytest.mark.parametrize("suffix", [".ipynb", ".html"])
def test_results_are_in_one_language(french: list[Path], file: Path, suffix: str) -> None:
    result = french[0].with_name(file.stem + suffix).read_text("utf-8")
    notebook = nbformat.read(file, as_version=4)
    for cell in (c for c in notebook.cells if c.cell_type == "markdown"):
        for line in cell.source.splitlines():
            heading = line.removeprefix("## ")
            if heading != line:
                assert (heading in result) == ("fr" in cell.metadata["tags"])


@pytest.fixture(scope="module")
def pages(french: list[Path]) -> dict[str, str]:
    return {file.stem: file.read_text("utf-8") for file in french[1::2]}


PAGES = pytest.mark.parametrize("page", CHARTS)


@PAGES
def test_the_page_has_one_heading_the_title(
    pages: dict[str, str], example: Package, page: str
) -> None:
    title = "5 ateliers" if page == "across-workshops" else example.title
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", pages[page]) == [title]


@PAGES
def test_the_page_loads_nothing_and_shows_no_code(pages: dict[str, str], page: str) -> None:
    html = re.sub(r"data:image/png;base64,[^\"]+", "", pages[page])
    assert not re.search(r"https?:|<script|<link|@import|url\(", html)
    assert "read_package" not in html
    assert '<html lang="fr" dir="ltr">' in html


@PAGES
def test_the_pictures_of_the_page_have_words(pages: dict[str, str], page: str) -> None:
    images = re.findall(r"<img[^>]*>", pages[page])
    assert len(images) == CHARTS[page]
    assert all(re.search(r'alt="[^"]{30,}', image) for image in images)


def test_what_a_workshop_lacks_is_one_sentence(pages: dict[str, str]) -> None:
    assert pages["activities"].count("dans cet atelier.</p>") == 11
    assert "<table" not in pages["activities"]


def test_each_section_has_a_table_a_picture_with_words_and_a_sentence(notebook: Any) -> None:
    for cell in (c for c in code(notebook) if "sections.shown" in c.source):
        *shown, sentence = cell.outputs
        assert sentence.data["text/html"].startswith("<p>")
        if shown:  # what the example has nothing of is told in the sentence alone
            *tables, picture = shown
            assert all("<table" in table.data["text/html"] for table in tables)
            assert len(picture.metadata["image/png"]["alt"]) > 30


def test_a_folder_that_is_no_package_stops_before_any_notebook(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="There is no folder"):
        analyse(tmp_path / "nothing", tmp_path / "out", notebooks=NOTEBOOKS)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("package", [EXAMPLE, POOL], ids=lambda folder: folder.name)
def test_a_folder_without_notebooks_is_refused(tmp_path: Path, package: Path) -> None:
    with pytest.raises(BadInput, match="no notebook"):
        analyse(package, tmp_path / "out", notebooks=tmp_path)


def test_a_notebook_that_stops_is_one_sentence(tmp_path: Path) -> None:
    broken = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 / 0")])
    nbformat.write(broken, tmp_path / "broken.ipynb")
    with pytest.raises(LHSError, match=r"broken\.ipynb stopped with ZeroDivisionError") as caught:
        analyse(EXAMPLE, tmp_path / "out", notebooks=tmp_path)
    assert "\n" not in str(caught.value)


def test_a_package_that_only_a_notebook_finds_broken_is_still_the_package_s_fault(
    tmp_path: Path,
) -> None:
    source = "from lhs_widgets.errors import PackageError\nraise PackageError('Broken.')"
    finding = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    nbformat.write(finding, tmp_path / "finding.ipynb")
    with pytest.raises(PackageError, match=r"^Broken\.$"):
        analyse(EXAMPLE, tmp_path / "out", notebooks=tmp_path)


def test_a_file_that_is_no_notebook_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "torn.ipynb").write_text('{"cells": [')
    with pytest.raises(LHSError, match=r"torn\.ipynb stopped"):
        analyse(EXAMPLE, tmp_path / "out", notebooks=tmp_path)


def test_the_example_says_that_it_is_made_up(example: Package) -> None:
    assert example.title == "Example workshop (made up)"
    assert "Everything here is made up" in (EXAMPLE / "README.md").read_text("utf-8")
    assert set(example.tables["participants"]["origin"]) == {"rehearsal"}
