"""Re-running the analysis notebooks on a package."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from ..deck import LANGUAGES, Language
from ..errors import BadInput, LHSError, PackageError
from ..language import direction
from ..package import is_pool, read_package
from ..package.pooling import POOL_TITLE, count_workshops

#: How many notebooks run at once; a kernel takes about 300 MB.
_TOGETHER = min(4, os.cpu_count() or 1)

#: Where a notebook shows a live widget.
LIVE = "application/vnd.jupyter.widget-view+json"

_PAGE = """<!doctype html>
<html lang="{language}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.6 sans-serif; color: #1b2a41; max-width: 60rem; margin: 2rem auto }}
main {{ padding: 0 1rem }}
table {{ border-collapse: collapse; margin: 1rem 0 }}
caption {{ text-align: left; padding: .3rem 0 }}
th, td {{ border: 1px solid #8795a8; padding: .3rem .6rem; text-align: left; vertical-align: top }}
img {{ max-width: 100%; height: auto }}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def analyse(
    folder: str | Path, to: str | Path, *, notebooks: Path, language: Language = "en"
) -> list[Path]:
    """Run the notebooks of ``notebooks`` on the package in ``folder``; returns the files written.

    On a pool, those that read a pool; on the package of one workshop, all others. For each of them
    ``to`` gets the executed notebook and a page without code, which loads nothing from anywhere.
    Cells tagged with the other language are left out of both. The same package gives the same
    files.

    Raises
    ------
    PackageError
        The folder is not a package that can be read.
    LHSError
        A notebook stopped, or the files can't be written.
    """
    pooled = is_pool(folder)
    title = _pool_title(folder, language) if pooled else read_package(folder).title
    found = [file for file in sorted(notebooks.glob("*.ipynb")) if _reads_pool(file) == pooled]
    if not found:
        raise BadInput(f"There is no notebook in {notebooks} for {folder}.")
    out = Path(to)
    try:
        out.mkdir(parents=True, exist_ok=True)
        # relative, so that the notebook says nothing of this machine and runs again where it lies
        parameters = {"package": os.path.relpath(folder, out), "language": language}
        run = partial(_run_apart, out=out, parameters=parameters, title=title)
        # each notebook has a kernel of its own, so they run beside each other
        with ThreadPoolExecutor(_TOGETHER) as threads:
            return [file for files in threads.map(run, found) for file in files]
    except OSError as error:
        raise LHSError(f"The analysis can't be written to {out}: {error.strerror}.") from error


def _pool_title(folder: str | Path, language: Language) -> str:
    # a large pool is not read twice: what its files' hashes can't tell, the notebook finds
    return POOL_TITLE(language).format(n=count_workshops(folder))


def _reads_pool(notebook: Path) -> bool:
    """Whether a notebook is about several workshops: it calls ``read_pool``."""
    return "read_pool(" in notebook.read_text("utf-8", errors="replace")


def _run_apart(source: Path, *, out: Path, parameters: dict[str, str], title: str) -> list[Path]:
    """Run a notebook in a thread, without the event loop that Jupyter leaves open in it."""
    from jupyter_core.utils import ensure_event_loop

    try:
        return _run(source, out=out, parameters=parameters, title=title)
    finally:
        ensure_event_loop().close()


def _run(source: Path, *, out: Path, parameters: dict[str, str], title: str) -> list[Path]:
    import papermill
    from papermill.exceptions import PapermillException

    from .kernels import WarmKernelManager

    executed = out / source.name
    try:
        notebook = papermill.execute_notebook(
            str(source),
            None,
            parameters,
            cwd=str(out),
            progress_bar=False,
            kernel_name="python3",
            kernel_manager_class=WarmKernelManager,
            language="python",
            # a kernel on this machine warns on stderr that it talks in plain text
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
        )
    except (PapermillException, RuntimeError, ValueError) as error:
        # a cell that failed, a kernel that died, a file that is no notebook
        name = getattr(error, "ename", type(error).__name__)
        why = str(getattr(error, "evalue", error)).partition("\n")[0]
        if name == PackageError.__name__:
            raise PackageError(why) from error
        raise LHSError(f"The notebook {source.name} stopped with {name}: {why}") from error
    notebook.cells = [cell for cell in notebook.cells if _is_in(parameters["language"], cell)]
    save(notebook, executed)
    page = executed.with_suffix(".html")
    page.write_text(_page(notebook, parameters["language"], title), "utf-8")
    return [executed, page]


def _is_in(language: str, cell: Any) -> bool:
    """Whether a cell is for readers of this language: tagged with it, or with none."""
    tags = {tag for tag in cell.metadata.get("tags", []) if tag in LANGUAGES}
    spoken = language if language in LANGUAGES else "en"  # the prose of notebooks has no catalogue
    return not tags or spoken in tags


def save(notebook: Any, file: Path) -> None:
    """Save the notebook without what differs from one run to the next."""
    import nbformat

    notebook.metadata = _kept(notebook.metadata, "kernelspec")
    for place, cell in enumerate(notebook.cells):
        cell.metadata = _kept(cell.metadata, "tags")
        cell.id = f"cell-{place}"
        for output in cell.get("outputs", []):
            # a live widget ends with its kernel; the picture beside it stays
            output.get("data", {}).pop(LIVE, None)
    text = nbformat.writes(notebook)
    file.write_text(f"{text}\n", "utf-8")


def _kept(metadata: Any, *names: str) -> Any:
    return {name: metadata[name] for name in names if metadata.get(name)}


def _page(notebook: Any, language: str, title: str) -> str:
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(
        template_name="basic",
        exclude_input=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    body, _ = exporter.from_notebook_node(notebook)
    return _PAGE.format(language=language, dir=direction(language), title=escape(title), body=body)
