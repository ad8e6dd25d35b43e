"""A wheel built from the repository works outside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.room import REPOSITORY, free_port, wait_until


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``lhs`` command of a new environment that has the wheel, and what it needs from ours."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(REPOSITORY)], check=True, capture_output=True)
    wheel = next(folder.glob("*.whl"))
    environment = folder / "venv"
    venv.create(environment, symlinks=True)
    python = environment / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True)
    packages = next((environment / "lib").glob("python*/site-packages"))
    (packages / "ours.pth").write_text(sysconfig.get_path("purelib") + "\n")
    (environment / "share").symlink_to(Path(sys.prefix) / "share")  # nbconvert's templates
    return environment / "bin" / "lhs"


@pytest.fixture
def server(installed: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server started from the wheel, in an empty folder."""
    address = f"http://127.0.0.1:{(port := free_port())}"
    command = [str(installed), "serve", "--no-browser", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=outside()
    )
    try:
        wait_until(lambda: answers(f"{address}/healthz"), "the server from the wheel")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def outside() -> dict[str, str]:
    """An environment in which the repository is not on Python's path."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def run(folder: Path, *command: str | Path) -> str:
    """What a command prints, run outside the repository; it must succeed."""
    done = subprocess.run(
        command, cwd=folder, env=outside(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False


def test_the_wheel_is_used_rather_than_the_repository(installed: Path, tmp_path: Path) -> None:
    where = "import lhs_widgets; print(lhs_widgets.__file__)"
    printed = run(tmp_path, installed.parent / "python", "-c", where)
    assert str(installed.parents[1]) in printed


def test_it_serves_a_workshop_with_its_pages(server: str, installed: Path, tmp_path: Path) -> None:
    new = run(tmp_path, installed, "new", "--deck", "roadmap", "--title", "A wheel", "--json")
    wall = json.loads(new)["wall_url"]
    assert wall.startswith(server)
    with urllib.request.urlopen(wall, timeout=60) as reply:
        page = reply.read().decode()
    assert "data-model=" in page


def test_it_carries_the_analysis_notebooks(installed: Path, tmp_path: Path) -> None:
    python = installed.parent / "python"
    where = "from lhs_widgets.server.workbook import workbooks; print(workbooks() / 'analysis')"
    carried = Path(run(tmp_path, python, "-c", where).strip())
    ours = REPOSITORY / "workbooks" / "analysis"
    assert installed.parents[1] in carried.parents
    assert {file.name for file in carried.iterdir()} >= {file.name for file in ours.glob("*.ipynb")}
    # one of them runs; that all do is tested where they are
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "the-walk.ipynb").symlink_to(carried / "the-walk.ipynb")
    example = REPOSITORY / "data" / "example"
    analyse = (
        "from pathlib import Path; from lhs_widgets.analysis.running import analyse; "
        f"analyse({str(example)!r}, 'results', notebooks=Path('one'))"
    )
    run(tmp_path, python, "-c", analyse)
    assert list((tmp_path / "results").glob("*.html"))
