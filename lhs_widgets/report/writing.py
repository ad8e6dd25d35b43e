"""Writing a report to a file, in the form that the file's ending names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..deck import Language
from ..errors import BadInput
from ..package import read_package
from .content import Report
from .gathering import gather


def write_report(folder: str | Path, to: str | Path, language: Language = "en") -> Path:
    """Write the report on the package in ``folder``; the same package gives the same bytes.

    Raises
    ------
    PackageError
        The folder is not a package that can be read.
    BadInput
        The file's ending is none of those there are, or the file can't be written.
    """
    target = Path(to)
    form = _form(target)
    content = form(gather(read_package(folder), language))
    try:
        target.write_bytes(content)
    except OSError as error:
        raise BadInput(f"The report can't be written to {target}: {error.strerror}.") from error
    return target


def _form(target: Path) -> Callable[[Report], bytes]:
    """What makes a file of this ending; a library is loaded only for the form that needs it."""
    match target.suffix.casefold():
        case ".html":
            from .html import to_html

            return to_html
        case ".pdf":
            from .pdf import to_pdf

            return to_pdf
        case ".docx":
            from .docx import to_docx

            return to_docx
    raise BadInput(
        f"A report is a page or a document: name a file in .html, .pdf or .docx, not {target}."
    )
