"""The browser half of the widgets: one module each, that a browser can load from a blob."""

from __future__ import annotations

import inspect
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lhs_widgets import widgets
from lhs_widgets.modules import bare, bundled
from lhs_widgets.widgets.modules import HERE, PAGES, module, page_module, stylesheet

CLASSES = [getattr(widgets, name) for name in widgets.__all__]
STEMS = [each.stem for each in CLASSES]
NODE = shutil.which("node")


@pytest.mark.parametrize("widget", CLASSES, ids=lambda widget: widget.__name__)
def test_the_two_halves_of_a_widget_share_a_stem(widget: type) -> None:
    assert Path(inspect.getfile(widget)).stem == widget.stem  # type: ignore[attr-defined]
    assert (HERE / f"{widget.stem}.js").is_file()  # type: ignore[attr-defined]


@pytest.mark.parametrize("stem", STEMS)
def test_a_joined_module_imports_nothing_and_exports_the_widget(stem: str) -> None:
    text = module(stem)
    assert re.findall(r"^import\b.*", text, re.MULTILINE) == []
    assert re.findall(r"^export\b.*", text, re.MULTILINE) == [
        line for line in text.splitlines() if line.startswith("export default ")
    ]
    assert text.count("export default ") == 1


def run(script: str) -> str:
    """What Node says."""
    assert NODE is not None
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", script], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.skipif(NODE is None, reason="Node is not installed")
@pytest.mark.parametrize("stem", STEMS)
def test_node_loads_the_joined_module(stem: str, tmp_path: Path) -> None:
    file = tmp_path / f"{stem}.mjs"
    file.write_text(module(stem), "utf-8")
    told = run(f"const m = await import('{file}'); console.log(typeof m.default.render)")
    assert told == "function"


@pytest.mark.skipif(NODE is None, reason="Node is not installed")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_all_its_widgets_in_one_module_and_its_host_runs_last(
    page: str, tmp_path: Path
) -> None:
    host = tmp_path / "host.js"
    host.write_text("globalThis.ran = true;\n", "utf-8")
    file = tmp_path / f"{page}.mjs"
    file.write_text(page_module(page, host), "utf-8")
    told = run(
        f"const m = await import('{file}'); console.log(JSON.stringify([globalThis.ran, "
        "Object.entries(m).map(([name, widget]) => [name, typeof widget.render])]))"
    )
    assert json.loads(told) == [True, [[stem, "function"] for stem in sorted(PAGES[page])]]


def test_every_widget_is_on_a_page() -> None:
    assert sorted(stem for stems in PAGES.values() for stem in stems) == sorted(STEMS)


@pytest.mark.skipif(NODE is None, reason="Node is not installed")
def test_files_of_one_module_share_what_they_import_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "count.js").write_text("let n = 0;\nexport const next = () => (n += 1);\n", "utf-8")
    same = 'import { next } from "./count.js";\nconst mine = next();\nexport default { mine };\n'
    for name in ("one", "two"):
        (tmp_path / f"{name}.js").write_text(same, "utf-8")
    (tmp_path / "last.js").write_text('import { next } from "./count.js";\nnext();\n', "utf-8")
    entries = {name: tmp_path / f"{name}.js" for name in ("one", "two")}
    file = tmp_path / "all.mjs"
    file.write_text(bundled(entries, tmp_path / "last.js"), "utf-8")
    assert run(f"const m = await import('{file}'); console.log(m.one.mine, m.two.mine)") == "1 2"


def test_every_script_belongs_to_a_widget() -> None:
    joined = "".join(module(stem) for stem in STEMS)
    unused = [
        file.name
        for file in HERE.glob("*.js")
        if file.read_text("utf-8").splitlines()[-2].strip() not in joined
    ]
    assert unused == []


def test_nothing_comes_from_the_network() -> None:
    text = "".join(module(stem) for stem in STEMS) + stylesheet()
    assert set(re.findall(r"https?://[\w.]+", text)) <= {"http://www.w3.org"}  # SVG's namespace
    assert "@import" not in text
    assert "fetch(" not in text


def test_what_is_only_for_reading_is_not_sent() -> None:
    code = '/** About\n * it. */\nfunction f() {\n  // why\n  return "// kept"; // kept\n}\n'
    assert bare(code) == 'function f() {\nreturn "// kept"; // kept\n}\n'
