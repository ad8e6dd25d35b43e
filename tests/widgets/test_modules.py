"""The browser half of the widgets: one module each, that a browser can load from a blob."""

from __future__ import annotations

import inspect
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lhs_widgets import widgets
from lhs_widgets.modules import bare
from lhs_widgets.widgets.modules import HERE, module, stylesheet

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


@pytest.mark.skipif(NODE is None, reason="Node is not installed")
@pytest.mark.parametrize("stem", STEMS)
def test_node_loads_the_joined_module(stem: str, tmp_path: Path) -> None:
    file = tmp_path / f"{stem}.mjs"
    file.write_text(module(stem), "utf-8")
    script = f"const m = await import('{file}'); console.log(typeof m.default.render)"
    assert NODE is not None
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", script], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("function", "")


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
