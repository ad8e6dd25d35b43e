"""The pages of ours that the benchmark measures are there, and answer a press on Save."""

from __future__ import annotations

import asyncio

import pytest

from benchmarks.browser import Waits, chromium, launch, new_page, use
from benchmarks.contenders import JOIN, OURS, Contender
from benchmarks.report import Table
from benchmarks.runs import serving_all


@pytest.mark.parametrize("contender", [JOIN, OURS], ids=lambda contender: contender.name)
def test_its_page_opens_and_answers(contender: Contender) -> None:
    table = Table("opened", "Opened", "", {})

    async def visit() -> Waits:
        async with chromium() as playwright, serving_all([contender], table) as running:
            (one,) = running
            browser = await launch(playwright)
            try:
                return await use(await new_page(browser), one.server.address + one.path)
            finally:
                await browser.close()

    waits = asyncio.run(visit())
    assert 0 < waits.heading < waits.usable
    assert not table.notes
