"""The lists of what the package needs agree with each other and with the code."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
LOCKS = ("serve", "test")


@pytest.fixture(scope="module")
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def conda() -> list[Any]:
    return YAML(typ="safe").load(ROOT / "environment.yml")["dependencies"]


@pytest.fixture(scope="module")
def optional(pyproject: dict[str, Any]) -> list[str]:
    """What only some servers need."""
    extras = pyproject["project"]["optional-dependencies"]
    return [each for extra in extras.values() for each in extra]


def bounds(requirements: Iterable[str]) -> dict[str, SpecifierSet]:
    parsed = map(Requirement, requirements)
    return {canonicalize_name(requirement.name): requirement.specifier for requirement in parsed}


def locked(name: str) -> dict[str, str]:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
    pins = (Requirement(line.partition(" ")[0]) for line in lines if line[:1].isalnum())
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


def imported() -> Iterator[str]:
    """The top-level names that the package imports, those inside functions included."""
    for file in (ROOT / "lhs_widgets").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def test_conda_gets_what_pip_gets(pyproject: dict[str, Any], conda: list[Any]) -> None:
    project = pyproject["project"]
    wanted = bounds(project["dependencies"]) | {
        "python": SpecifierSet(project["requires-python"]),
        "pip": SpecifierSet(),
    }
    (with_pip,) = (entry["pip"] for entry in conda if not isinstance(entry, str))
    listed = [entry for entry in [*conda, *with_pip[:-1]] if isinstance(entry, str)]
    assert bounds(listed) == wanted


def test_conda_installs_the_package_itself_with_pip(conda: list[Any]) -> None:
    (with_pip,) = (entry["pip"] for entry in conda if not isinstance(entry, str))
    assert with_pip[-1] == "--editable ."


def test_what_is_optional_stands_in_a_comment_for_conda(optional: list[str]) -> None:
    text = (ROOT / "environment.yml").read_text("utf-8")
    assert [each for each in optional if f"# - {each}" not in text] == []


def test_everything_imported_is_a_dependency(
    pyproject: dict[str, Any], optional: list[str]
) -> None:
    foreign = set(imported()) - sys.stdlib_module_names - {"lhs_widgets"}
    provided = packages_distributions()
    wanted = {canonicalize_name(dist) for name in foreign for dist in provided[name]}
    assert wanted - set(bounds([*pyproject["project"]["dependencies"], *optional])) == set()


def test_every_dependency_is_locked_within_its_bounds(
    pyproject: dict[str, Any], optional: list[str]
) -> None:
    groups = pyproject["dependency-groups"]
    runtime = bounds([*pyproject["project"]["dependencies"], *groups["build"]])
    tested = runtime | bounds([*groups["test"], *optional])
    for lock, wanted in (("serve", runtime), ("test", tested)):
        pins = locked(lock)
        assert [n for n, bound in wanted.items() if pins[n] not in bound] == []


def test_serving_and_testing_use_the_same_versions() -> None:
    assert locked("serve").items() <= locked("test").items()


@pytest.mark.parametrize("name", LOCKS)
def test_locks_hold_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"(^|\s)(/|--(?!hash))", text)
    entries = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)


def test_every_dependency_is_reviewed(pyproject: dict[str, Any], optional: list[str]) -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    project = pyproject["project"]["dependencies"]
    groups = [project, optional, *pyproject["dependency-groups"].values()]
    needed = {Requirement(each).name for group in groups for each in group}
    assert needed - set(re.findall(r"`([a-z0-9.-]+)`", page)) == set()
