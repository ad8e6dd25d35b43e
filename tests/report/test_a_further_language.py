"""A report in a language of two catalogues, and in one that is written from right to left."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from lhs_widgets.analysis import words
from lhs_widgets.language.catalogues import CONTENT
from lhs_widgets.report import write_report
from lhs_widgets.report.words import LABELS
from tests.report.conftest import EXAMPLE
from tests.support.languages import catalogue


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_a_report_says_what_is_translated_and_the_rest_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setenv("LHS_LOCALE", str(tmp_path))
    said = {LABELS["kind"].en: "המפה שלנו", words.OTHERS.en: "קבוצות אחרות"}
    catalogue(tmp_path, "he", CONTENT, {**said, "{n} people": "{n} אנשים"})
    made = write_report(EXAMPLE, tmp_path / f"report.{form}", "he").read_bytes()
    if form == "html":
        page = made.decode()
        assert '<html lang="he" dir="rtl">' in page
        assert "המפה שלנו" in page
        assert LABELS["agreed"].en in page
    if form == "docx":
        with zipfile.ZipFile(tmp_path / "report.docx") as file:
            assert b"<w:pPrDefault><w:pPr><w:bidi/>" in file.read("word/styles.xml")
