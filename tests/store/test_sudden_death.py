"""An answer that was called saved survives the death of the process that saved it."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from lhs_widgets.store import Record, Store
from tests.support.workshops import join

WRITER = """
import sys
from itertools import count
from lhs_widgets.store import Store
from tests.support.workshops import condition, write

location, code, person = sys.argv[1:]
record = Store(location).record(code)
for number in count():
    print(write(record, person, condition(f"c-{number:04}", "x" * 500)).id, flush=True)
"""


@pytest.mark.parametrize("longest", [5, 50, 100])
def test_every_answer_told_as_saved_is_there(location: str, record: Record, longest: int) -> None:
    lines = random.randrange(1, longest)  # the moment of death is another one in each run
    arguments = [location, record.code, join(record)]
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as writer:
        assert writer.stdout
        told = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        told += writer.stdout.readlines()
    with Store(location) as again:
        saved = {event.id for event in again.record(record.code).events()}
    assert {line.strip() for line in told if line.endswith("\n")} <= saved
    assert len(told) >= lines
