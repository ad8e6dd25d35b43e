"""The report as a DOCX: headings, tables and pictures that a screen reader can use."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pytest
from docx import Document
from docx.document import Document as File
from docx.oxml.ns import qn

from lhs_widgets.report import Report
from lhs_widgets.report.docx import to_docx

HOSTILE = '<w:t>x</w:t> & "quoted" {n} =1+1 \N{PARTY POPPER}'


def read(content: bytes) -> File:
    return Document(io.BytesIO(content))


@pytest.fixture(scope="session")
def content(french: Report) -> bytes:
    return to_docx(french)


@pytest.fixture(scope="session")
def file(content: bytes) -> File:
    return read(content)


def headings(file: File, level: int) -> list[str]:
    return [each.text for each in file.paragraphs if each.style.name == f"Heading {level}"]


def test_its_headings_are_those_of_the_walk(file: File) -> None:
    assert headings(file, 1)[:3] == [
        "Le cycle d’apprentissage",
        "1. De la pratique aux données",
        "2. Des données aux connaissances",
    ]
    assert headings(file, 2)[3:6] == ["Rôles", "Conditions gagnantes", "Défis"]


def test_no_level_of_heading_is_skipped(file: File) -> None:
    names = [each.style.name for each in file.paragraphs if each.style.name.startswith("Heading")]
    levels = [0, *(int(name[-1]) for name in names)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_header_row(file: File) -> None:
    assert len(file.tables) > 20
    for table in file.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(cell.text for cell in table.rows[0].cells)


def test_every_picture_has_words(file: File) -> None:
    described = [each.get("descr") for each in file.element.iter(qn("wp:docPr"))]
    assert len(described) == 7
    assert all(described)


def test_it_knows_its_language_and_title(file: File) -> None:
    assert file.core_properties.title == "Example workshop (made up)"
    assert {each.get(qn("w:val")) for each in file.styles.element.iter(qn("w:lang"))} == {"fr-CA"}


def test_agreed_words_keep_their_own_language(english: Report) -> None:
    said = [each.get(qn("w:val")) for each in read(to_docx(english)).element.iter(qn("w:lang"))]
    assert set(said) == {"fr-CA"}


def test_the_same_report_is_the_same_bytes(bare: Report) -> None:
    assert to_docx(bare) == to_docx(bare)


def test_hostile_words_stay_words(bare: Report) -> None:
    assert read(to_docx(replace(bare, title=HOSTILE))).paragraphs[0].text == HOSTILE
