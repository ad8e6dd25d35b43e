"""A DOCX that is written from its beginning to its end, in the styles of a report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from ..deck import Language
from ..language import direction, regional

_TEAL, _INK, _SOFT, _PALE = "0D5A60", "1F2E35", "47565D", "E2EFED"

_PAGE = 170.0  # mm of a Letter sheet between its margins

#: The first moment a ZIP file can name; the same package gives the same bytes.
_NEVER = (1980, 1, 1, 0, 0, 0)


class WordFile:
    """Parts are added at the end; :meth:`content` gives the bytes, always the same."""

    def __init__(self, title: str, language: Language) -> None:
        from docx import Document
        from docx.shared import Mm

        self._file = Document()
        about = self._file.core_properties
        about.title, about.language = title, regional(language)
        about.author = about.comments = ""
        for section in self._file.sections:
            section.page_width, section.page_height = Mm(215.9), Mm(279.4)
            section.left_margin = section.right_margin = Mm((215.9 - _PAGE) / 2)
        self._style(language)

    def title(self, text: str) -> None:
        self._file.add_paragraph(text, style="Title")

    def heading(self, text: str, level: int, *, new_page: bool = False) -> None:
        made = self._file.add_heading(text, level)
        made.paragraph_format.page_break_before = new_page

    def paragraph(self, text: str, *, lead: str = "", language: Language | None = None) -> None:
        """A paragraph, under a ``lead`` if it has one; ``language`` is that of its words."""
        self._led(self._file.add_paragraph(), text, lead, language)

    def quiet(self, text: str) -> None:
        made = self._file.add_paragraph().add_run(text)
        made.font.color.rgb = _colour(_SOFT)

    def bullets(self, texts: Iterable[str]) -> None:
        for text in texts:
            self._file.add_paragraph(text, style="List Bullet")

    def quote(self, text: str, *, by: str) -> None:
        made = self._file.add_paragraph(style="Quote")
        made.add_run(text)
        made.add_run(f" ({by})").italic = False

    def callout(self, text: str, *, lead: str = "", language: Language | None = None) -> None:
        """A paragraph on a tint, with a line at its side; ``language`` is that of its words."""
        self._led(self._file.add_paragraph(style="Intense Quote"), text, lead, language)

    @staticmethod
    def _led(paragraph: Any, text: str, lead: str, language: Language | None) -> None:
        if lead:
            paragraph.add_run(f"{lead}\n").bold = True
        run = paragraph.add_run(text)
        if language:
            _set(run._r.get_or_add_rPr(), "w:lang", val=regional(language))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table whose first row is its header, on every page; the first cell names a row."""
        made = self._file.add_table(1, len(heads), style="Table Grid")
        _lines(made._tbl.tblPr)
        _fill(made.rows[0], heads, bold=True)
        for cell in made.rows[0].cells:
            _set(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_PALE)
        _set(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader", val="true")
        for row in rows:
            added = made.add_row()
            _fill(added, row)
            _set(added._tr.get_or_add_trPr(), "w:cantSplit", val="true")
        self._widths(made)
        self._file.add_paragraph()

    def _widths(self, table: Any) -> None:
        """The first column, whose words are long, has half of the page, or less of many."""
        from docx.shared import Mm

        others = len(table.columns) - 1
        first = _PAGE * (0.42 if others > 2 else 0.5)
        table.autofit = False
        for place, column in enumerate(table.columns):
            width = Mm(first if place == 0 else (_PAGE - first) / others)
            column.width = width
            for cell in column.cells:
                cell.width = width

    def picture(self, svg: str, alt: str, *, width: float) -> None:
        """A picture ``width`` mm wide, with words for who does not see it."""
        from docx.shared import Mm
        from vl_convert import svg_to_png

        image = io.BytesIO(svg_to_png(svg, scale=3))
        made = self._file.add_picture(image, width=Mm(width))
        made._inline.docPr.set("descr", alt)

    def content(self) -> bytes:
        saved = io.BytesIO()
        self._file.save(saved)
        made = io.BytesIO()
        with zipfile.ZipFile(saved) as source, zipfile.ZipFile(made, "w") as target:
            for name in source.namelist():
                entry = zipfile.ZipInfo(name, _NEVER)
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, source.read(name))
        return made.getvalue()

    def _style(self, language: Language) -> None:
        from docx.shared import Pt

        styles = self._file.styles
        for lang in styles.element.iter(_name("w:lang")):
            lang.set(_name("w:val"), regional(language))
        if direction(language) == "rtl":
            for default in styles.element.iter(_name("w:pPrDefault")):
                _set(default[0], "w:bidi")
                default[0].insert(0, default[0][-1])  # before the spacing, as the format wants it
        sizes = {"Normal": 11, "Title": 28, "Heading 1": 20, "Heading 2": 15, "Heading 3": 12}
        for name, size in sizes.items():
            style = styles[name]
            style.font.name, style.font.size = "Calibri", Pt(size)
            _font(style)
            style.font.color.rgb = _colour(_TEAL if name.startswith("H") else _INK)
        for border in styles["Title"].element.iter(_name("w:bottom")):
            border.set(_name("w:color"), _TEAL)
        quote = styles["Intense Quote"]
        quote.font.italic, quote.font.bold = False, False
        quote.font.color.rgb = _colour(_INK)
        quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Pt(6)
        _tint(quote.element.get_or_add_pPr())


def _fill(row: Any, texts: Sequence[str], *, bold: bool = False) -> None:
    from docx.shared import Pt

    for cell, text in zip(row.cells, texts, strict=True):
        written = cell.paragraphs[0]
        run = written.add_run(text)
        run.bold, run.font.size = bold, Pt(9.5 if bold else 11)
        written.paragraph_format.space_before = written.paragraph_format.space_after = Pt(3)


def _lines(properties: Any) -> None:
    """Thin lines between the rows, and none between the columns."""
    from docx.oxml import OxmlElement

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        kind = "nil" if side in ("left", "right", "insideV") else "single"
        _set(borders, f"w:{side}", val=kind, sz="4", space="0", color="CFC6B7")
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _tint(properties: Any) -> None:
    """A tint and a line at its side, in the place that the format's schema has for them."""
    from docx.oxml import OxmlElement

    for old in properties.findall(_name("w:pBdr")):
        properties.remove(old)
    borders = OxmlElement("w:pBdr")
    _set(borders, "w:left", val="single", sz="36", space="8", color=_TEAL)
    shade = OxmlElement("w:shd")
    for name, value in {"val": "clear", "color": "auto", "fill": "FBF7F0"}.items():
        shade.set(_name(f"w:{name}"), value)
    for made in (borders, shade):
        properties.insert_element_before(made, "w:tabs", "w:spacing", "w:ind", "w:jc")


def _font(style: Any) -> None:
    """The font everywhere: the template's themes would win over it."""
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]


def _colour(hexadecimal: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(hexadecimal)


def _set(parent: Any, tag: str, **attributes: str) -> None:
    """An element of WordprocessingML with these attributes, at the end of its parent."""
    from docx.oxml import OxmlElement

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(_name(f"w:{name}"), value)
    parent.append(made)


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))
