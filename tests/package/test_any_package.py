"""Whatever a folder holds, it is read as a package, or refused in one sentence."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lhs_widgets.errors import PackageError
from lhs_widgets.package import read_package
from lhs_widgets.package.files import hash_of
from tests.support.any_document import spoil

# Each example is a folder of its own, made by one function for all of a test's examples.
slow = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

Copy = Callable[[], Path]


@pytest.fixture
def copy(script: Any, export: Callable[..., Path], tmp_path: Path) -> Copy:
    """Makes a good package anew, where the one before was."""
    whole, place = export(script), tmp_path / "changed"

    def again() -> Path:
        shutil.rmtree(place, ignore_errors=True)
        return Path(shutil.copytree(whole, place))

    return again


def is_read_or_refused(folder: Path) -> None:
    try:
        read_package(folder)
    except PackageError as error:
        said = str(error)
    else:
        return
    assert said.endswith(".")
    assert "\n" not in said


@slow
@given(st.data())
def test_a_descriptor_in_which_any_value_is_another(copy: Copy, data: st.DataObject) -> None:
    file = copy() / "datapackage.json"
    found = json.loads(file.read_bytes())
    spoil(found, data)
    file.write_text(json.dumps(found))
    is_read_or_refused(file.parent)


@slow
@given(st.data())
def test_a_file_in_which_any_bytes_are_others_under_its_right_hash(
    copy: Copy, data: st.DataObject
) -> None:
    folder = copy()
    found = json.loads((folder / "datapackage.json").read_bytes())
    declared = data.draw(st.sampled_from(found["resources"]))
    file = folder / declared["path"]
    content = file.read_bytes()
    place = data.draw(st.integers(0, len(content)))
    gone = data.draw(st.integers(0, 40))
    changed = content[:place] + data.draw(st.binary(max_size=12)) + content[place + gone :]
    file.write_bytes(changed)
    declared |= {"hash": hash_of(changed), "bytes": len(changed)}
    (folder / "datapackage.json").write_text(json.dumps(found))
    is_read_or_refused(folder)
