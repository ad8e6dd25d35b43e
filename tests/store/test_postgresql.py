"""What several servers can rely on when they share a PostgreSQL database."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import MetaData

from benchmarks.postgresql import Cluster
from lhs_widgets.errors import BadInput, StoreError
from lhs_widgets.store import Store, doorbell
from lhs_widgets.store.backends import exchange, without_password
from lhs_widgets.store.backends.exchange import keep_right
from lhs_widgets.store.backends.postgresql import set_up
from lhs_widgets.store.backends.relay import Relay
from lhs_widgets.store.kept import KeptInTable
from lhs_widgets.store.kept import metadata as of_servers
from lhs_widgets.store.tables import metadata
from lhs_widgets.workshop.codes import fingerprint
from tests.support.workshops import SMALL_DECK, condition, join, move, reveal, write

Story = Callable[[], Coroutine[Any, Any, None]]


@pytest.fixture
def location(empty_database: str) -> str:
    return empty_database


def in_a_loop(story: Story) -> None:
    """Run a story in a thread: browser tests leave a loop running in the main one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(asyncio.wait_for(story(), 30))).result()


@asynccontextmanager
async def server(location: str, name: str) -> AsyncIterator[Store]:
    """A server's store with its relay, as ``lhs serve`` runs them."""
    os.environ[doorbell.REPLICA] = name
    try:
        store = Store(location)
    finally:
        del os.environ[doorbell.REPLICA]
    assert isinstance(store.relay, Relay)
    relaying = asyncio.create_task(store.relay.run())
    await store.relay.listens()
    try:
        yield store
    finally:
        relaying.cancel()
        with suppress(asyncio.CancelledError):
            await relaying
        store.close()


class TestServersThatShareIt:
    def test_a_page_hears_what_is_saved_at_another_server(self, location: str) -> None:
        async def story() -> None:
            async with server(location, "one") as one, server(location, "two") as two:
                record = one.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
                heard = asyncio.Event()
                other = two.record(record.code)
                end = other.listen(heard.set)
                move(record, "roles")
                await heard.wait()
                assert other.state().current == "roles"
                end()

        in_a_loop(story)

    def test_what_was_saved_while_the_line_was_lost_is_heard_of_afterwards(
        self, location: str, postgresql: Cluster
    ) -> None:
        async def story() -> None:
            async with server(location, "one") as one:
                record = one.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
                heard = asyncio.Event()
                end = record.listen(heard.set)
                postgresql.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE query LIKE 'LISTEN%' OR backend_type = 'client backend' AND"
                    " pid <> pg_backend_pid()"
                )
                await heard.wait()
                assert one.relay.is_well
                heard.clear()
                move(record, "roles")
                await heard.wait()
                end()

        in_a_loop(story)

    def test_a_notification_that_names_no_workshop_is_passed_over(
        self, location: str, postgresql: Cluster
    ) -> None:
        async def story() -> None:
            async with server(location, "one") as one:
                record = one.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
                heard = asyncio.Event()
                end = record.listen(heard.set)
                for odd in ("", " ", "../..", "/etc group", f"../{record.code}"):
                    postgresql.execute(f"NOTIFY {exchange.CHANNEL}, '{odd}'", at=location)
                move(record, "roles")
                await heard.wait()
                assert one.relay.is_well
                end()

        in_a_loop(story)

    def test_people_are_present_whichever_server_has_their_page(self, location: str) -> None:
        async def story() -> None:
            async with server(location, "one") as one, server(location, "two") as two:
                record = one.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
                ada, ben = join(record, "p-ada"), join(record, "p-ben")
                ends = [record.listen(print, who=ada)]
                ends.append(two.record(record.code).listen(print, who=ben))
                ends.append(two.record(record.code).listen(print, who="p-cleo", here=False))
                assert record.present() == {ada, ben}
                assert two.record(record.code).present() == {ada, ben}
                for end in ends:
                    end()
                assert record.present() == frozenset()

        in_a_loop(story)

    def test_a_server_that_is_silent_has_nobody(
        self, location: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def story() -> None:
            async with server(location, "one") as one, server(location, "two") as two:
                record = one.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
                end = two.record(record.code).listen(print, who=join(record))
                assert record.present()
                monkeypatch.setattr(exchange, "GONE", 0)
                assert not record.present()
                end()

        in_a_loop(story)

    def test_pages_that_died_are_no_longer_present(self, location: str) -> None:
        async def story() -> None:
            async with server(location, "one") as one:
                record = one.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
                end = record.listen(print, who=join(record))
                with one._database.writing() as connection:
                    for change in keep_right("one", []):  # as if its process had been killed
                        connection.execute(change)
                assert not record.present()
                end()

        in_a_loop(story)

    def test_they_have_the_same_keys(self, location: str) -> None:
        with Store(location) as one, Store(location) as two:
            first, second = KeptInTable(one._database), KeptInTable(two._database)
            made = first.get_or_make("cookie.key", lambda: "made by the first")
            assert second.get_or_make("cookie.key", lambda: "by the second") == made
            first.keep("address", "https://workshops.example.org")
            first.keep("address", "https://other.example.org")
            assert second.get("address") == "https://other.example.org"
            assert second.get("unknown") == ""


class TestOrder:
    def test_who_reads_on_from_where_they_were_misses_nothing(self, location: str) -> None:
        """Numbers are given before commits, so a later one could be seen before an earlier one."""
        with Store(location) as store:
            record = store.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
            people = [join(record, f"p-{number}") for number in range(6)]
            move(record, "conditions")

            def go_on_writing(person: str) -> None:
                with Store(location) as own:
                    mine = own.record(record.code)
                    for number in range(15):
                        write(mine, person, condition(f"c-{person}-{number:02}"))

            with ThreadPoolExecutor(len(people)) as pool:
                writing = [pool.submit(go_on_writing, person) for person in people]
                while not all(each.done() for each in writing):
                    record.state()
            assert len(record.state().answers) == 15 * len(people)
            assert record.state().answers == store.record(record.code).state().answers


class TestSafety:
    def test_every_commit_is_on_the_disk_before_it_is_told(
        self, location: str, postgresql: Cluster
    ) -> None:
        name = conninfo_to_dict(location)["dbname"]
        postgresql.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
        try:
            with Store(location) as store, store._database.writing("ABCDEF") as connection:
                assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
        finally:
            postgresql.execute(f"ALTER DATABASE {name} RESET synchronous_commit")

    def test_a_database_that_may_lose_answers_is_called_so(self, location: str) -> None:
        with Store(location) as store, pytest.raises(StoreError, match=r"fsync.* is off"):
            store.check()

    def test_a_database_that_is_not_there_is_reported_with_what_to_do(
        self, postgresql: Cluster
    ) -> None:
        with pytest.raises(StoreError, match="whether the database runs"):
            Store("postgresql://somebody@127.0.0.1:1/lhs")
        with pytest.raises(StoreError, match=r'"nowhere" does not exist'):
            Store(postgresql.url("nowhere"))

    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("postgresql://lhs:secret@db/lhs", "postgresql://lhs:***@db/lhs"),
            (
                "postgresql://db/lhs?user=lhs&password=secret",
                "postgresql://db/lhs?user=lhs&password=***",
            ),
            ("data", "data"),
        ],
    )
    def test_a_password_is_never_printed(self, typed: str, printed: str) -> None:
        assert without_password(typed) == printed

    def test_another_kind_of_database_is_refused_without_its_password(self) -> None:
        with pytest.raises(BadInput, match=r"'mysql://lhs:\*\*\*@db/lhs' is not supported"):
            Store("mysql://lhs:secret@db/lhs")


class TestTables:
    def test_migrations_make_exactly_the_tables(self, location: str) -> None:
        every = MetaData()
        for part in (metadata, exchange.metadata, of_servers):
            for table in part.sorted_tables:
                table.to_metadata(every)
        with Store(location) as store, store._database.reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), every) == []

    def test_servers_that_start_at_once_make_them_once(self, postgresql: Cluster) -> None:
        url = postgresql.new_database()

        start = [
            sys.executable,
            "-c",
            "import sys; from lhs_widgets.store import Store; Store(sys.argv[1])",
        ]
        starting = [subprocess.Popen([*start, url]) for _ in range(3)]
        assert [each.wait(60) for each in starting] == [0, 0, 0]


@pytest.fixture(scope="module")
def urls(postgresql: Cluster) -> tuple[str, str]:
    """One database: as its owner, and as a server."""
    owner = postgresql.new_database()
    postgresql.execute("CREATE ROLE server LOGIN")
    set_up(owner, "server")
    return owner, owner.replace("postgres@", "server@")


class TestTheRoleOfAServer:
    """Its rights are those it needs: it can't alter the record, or the tables."""

    def test_it_can_do_all_that_a_workshop_needs(self, urls: tuple[str, str]) -> None:
        _, as_server = urls
        with Store(as_server) as store:
            record = store.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
            ada = join(record, "p-ada", secret="BDFG-HJKM")
            move(record, "conditions")
            write(record, ada, condition("c-01", "Words"))
            reveal(record, "conditions")
            record.give_code(ada, fingerprint("NPQR-STVW"))
            store.keys(record.code).add(fingerprint("SECOND"), "onlooker", "Sam")
            store.contacts(record.code).keep("lock", "someone@example.org")
            store.templates.save("Kept", record)
            store.templates.rename("Kept", "Kept well")
            store.templates.delete("Kept well")
            KeptInTable(store._database).get_or_make("cookie.key", lambda: "words")
            record.forget(ada)
            store.erase(record.code)
            assert store.workshops() == []

    def test_it_runs_a_relay(self, urls: tuple[str, str]) -> None:
        async def story() -> None:
            async with server(urls[1], "one") as one:
                assert one.relay.is_well

        in_a_loop(story)

    @pytest.mark.parametrize(
        "forbidden",
        [
            "UPDATE events SET body = '{}'",
            "UPDATE workshops SET deck_yaml = ''",
            "DROP TABLE events",
            "ALTER TABLE events ADD COLUMN more text",
            "TRUNCATE events",
            "CREATE TABLE mine (id int)",
            "DELETE FROM kept",
        ],
    )
    def test_it_can_do_nothing_else(
        self, urls: tuple[str, str], postgresql: Cluster, forbidden: str
    ) -> None:
        with pytest.raises(Exception, match=r"permission denied|must be owner"):
            postgresql.execute(forbidden, at=urls[1])

    def test_tables_of_an_earlier_version_are_brought_up_by_their_owner(
        self, urls: tuple[str, str], postgresql: Cluster
    ) -> None:
        owner, as_server = urls
        postgresql.execute("UPDATE alembic_version SET version_num = '0004'", at=owner)
        postgresql.execute("DROP INDEX events_of_a_kind, events_of_a_person", at=owner)
        with pytest.raises(StoreError, match="lhs set-up-database"):
            Store(as_server)
        set_up(owner, "server")
        Store(as_server).close()

    def test_a_role_that_is_not_there_is_reported(self, urls: tuple[str, str]) -> None:
        with pytest.raises(StoreError, match='role "nobody" does not exist'):
            set_up(urls[0], "nobody")
