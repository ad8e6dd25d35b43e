"""A workshop whose people are spread over two servers, with one database and a proxy before them.

The proxies run with the files in ``deploy/``. Servers are killed and started again in the middle,
as in an accident and as in an update; all that a page called saved is in the record, once.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from benchmarks.postgresql import Cluster
from tests.support.gathering import Gathering
from tests.support.site import Site, Start, start_caddy, start_nginx

STEP = "p2d-conditions"
NAMES = {"Ada": "en", "Ben": "en", "Chloé": "fr", "Dana": "en"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, postgresql: Cluster) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("site"), postgresql.new_database())
    site.open()
    yield site
    site.close()


class Spread(Gathering):
    """People who are not all at the same server: which one has whose pages is drawn by lot."""

    def __init__(self, site: Site, browser: Browser, address: str) -> None:
        super().__init__(site.servers[0], browser, at=address)
        for name, language in NAMES.items():
            self.joins(name, "patient", language)
        while not all(server.kernels() for server in site.servers):
            self.joins(f"Person {len(self.people)}", "patient", "en")
        self.facilitator.move(STEP)
        self.everyone_is_at(STEP)

    def all_write(self, words: str) -> None:
        """Everyone changes their card; all of it is called saved."""
        self.write(STEP, {name: f"{words}, {name}" for name in self.people})

    def is_all_there(self, last: str) -> None:
        """All that was called saved is in the record, and everyone's last words are shown, once."""
        written = {event.body.get("text") for event in self.room.record(self.code).events()}
        assert {text for _, text in self.acknowledged} <= written
        self.facilitator.reveal()
        for name in self.people:
            self.all_read(f"{last}, {name}")
        answers = [answer.contribution.text for answer in self.state.answers.values()]
        assert sorted(answers) == sorted(f"{last}, {name}" for name in self.people)


@pytest.mark.parametrize("start", [start_nginx, start_caddy], ids=["nginx", "caddy"])
def test_a_server_that_is_killed_moves_its_people_to_another(
    site: Site, browser: Browser, start: Start
) -> None:
    day = Spread(site, browser, site.behind(start))
    day.all_write("Before")
    site.servers[1].kill()
    day.all_write("Meanwhile")
    site.servers[1].open()
    day.all_write("Afterwards")
    day.is_all_there("Afterwards")
    day.close()


def test_an_update_of_one_server_after_the_other_loses_nothing(
    site: Site, browser: Browser
) -> None:
    day = Spread(site, browser, site.behind(start_nginx))
    for number, server in enumerate(site.servers):
        server.close()  # asked to end, as a new version is installed
        day.all_write(f"While {number} is away")
        server.open()
    day.all_write("Afterwards")
    day.is_all_there("Afterwards")
    day.close()
