"""The report as a PDF: tagged, in its language, with people's words as words."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from lhs_widgets.report import Report
from lhs_widgets.report.pdf import to_pdf

HOSTILE = '#panic("ran") $x^2$ *bold* <b> \\ @ref "quoted" // [] {n}'


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.fixture(scope="session")
def document(french: Report) -> bytes:
    return to_pdf(french)


def test_the_file_is_accessible(document: bytes) -> None:
    pdf = read(document)
    assert pdf.metadata
    assert pdf.metadata.title == "Example workshop (made up) – Notre feuille de route"
    assert pdf.root_object["/Lang"] == "fr"
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1<" in pdf.root_object["/Metadata"].get_data()


def test_the_outline_leads_through_it(document: bytes) -> None:
    titles = str(read(document).outline)
    for title in ("De la pratique aux données", "Conditions gagnantes", "Ce que nous ferons"):
        assert title in titles


def test_the_same_report_is_the_same_bytes(bare: Report) -> None:
    assert to_pdf(bare) == to_pdf(bare)


def test_words_are_never_markup(bare: Report) -> None:
    report = replace(bare, title=HOSTILE)
    assert HOSTILE in words(read(to_pdf(report)))


def test_a_character_without_a_font_stops_nothing(bare: Report) -> None:
    report = replace(bare, title="A plan \N{PARTY POPPER}")
    assert words(read(to_pdf(report))).startswith("Our roadmap")
