"""A pool of ten thousand made-up answers is read and measured, and time grows with its size."""

from __future__ import annotations

import math
import time
from pathlib import Path

import pytest

from benchmarks.made_up import ANSWERS, PEOPLE, made_up_pool
from benchmarks.pool import parts
from lhs_widgets.package import Pool, read_pool
from lhs_widgets.package.pooling import write_pool

FEW, MANY = 1, 10


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    root = tmp_path_factory.mktemp("pools")
    return {n: write_pool(made_up_pool(n), root / str(n)) for n in (FEW, MANY)}


def seconds(folder: Path) -> float:
    """The processor's time to read a pool and make every measure, charts and sentences."""
    start = time.process_time()
    for _, measure in parts(read_pool(folder)):
        measure()
    return time.process_time() - start


def test_a_made_up_pool_is_one_that_says_so(folders: dict[int, Path]) -> None:
    pool: Pool = read_pool(folders[MANY])
    assert len(pool.tables["contributions"]) == MANY * ANSWERS == 10_000
    assert (pool.tables["workshop"]["rehearsed"] == PEOPLE).all()
    assert "Made up" in (folders[MANY] / "README.md").read_text("utf-8")


def test_time_grows_no_faster_than_the_pool(folders: dict[int, Path]) -> None:
    seconds(folders[FEW])  # the first use of a library costs more
    few, many = (seconds(folders[n]) for n in (FEW, MANY))
    assert math.log(many / few) / math.log(MANY / FEW) < 1.2
