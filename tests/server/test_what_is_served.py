"""What the server gives out, what it keeps to itself, and what it says when something is wrong."""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
from contextlib import closing

import pytest

from lhs_widgets import __version__
from lhs_widgets.store import Record
from tests.server.conftest import KEY, Visitor

CLOSED = [
    "/voila/files/participate.ipynb",
    "/voila/tree",
    "/voila/render/participate.ipynb",
    "/voila/static/voila.js",
    "/voila/templates/light/index.html.j2",
    "/voila/templates/light/static/../index.html.j2",
    "/voila/templates/light/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/doors.py",
    "/api/contents",
    "/api/contents/participate.ipynb",
    "/api/kernels",
    "/api/kernelspecs",
    "/api/sessions",
    "/api/shutdown",
    "/participate.ipynb",
    "/files/participate.ipynb",
    "/render/participate.ipynb",
    "/tree",
    "/lab",
    "/static/words.py",
    "/static/../session/participant.py",
    "/static/%2e%2e/session/participant.py",
    "/saved/facilitator.key",
    "/data/saved/store.sqlite",
    "/metrics",
    "/walk",
    "/walk/",
    "/join/",
    "/join/a/b",
    "/wall/" + "A" * 5000,
    "/nothing?x=%00",
]


@pytest.mark.parametrize("path", CLOSED, ids=lambda path: path[:60])
def test_what_is_not_ours_is_not_here(visitor: Visitor, path: str) -> None:
    reply = visitor.get(path)
    assert reply.status in (403, 404)
    assert "Traceback" not in reply.text
    assert "import" not in reply.text
    assert "lhs_widgets" not in reply.text


@pytest.mark.parametrize("path", ["/api/kernels", "/api/kernels/1/restart", "/api/sessions"])
def test_nobody_starts_a_kernel_from_outside(visitor: Visitor, path: str) -> None:
    before = visitor.open_pages
    assert visitor.post(path).status in (403, 404, 405)
    assert visitor.open_pages == before


@pytest.mark.parametrize("path", ["/", "/facilitate", "/nothing"])
def test_plain_pages_can_not_be_framed_kept_or_guessed_at(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_an_unknown_page_is_calm_in_both_languages(visitor: Visitor) -> None:
    assert "This page is not here" in visitor.get("/nothing").text
    reply = visitor.get("/nothing", Accept_Language="fr")
    assert reply.status == 404
    assert '<html lang="fr"' in reply.text
    assert "This page is not here" not in reply.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_a_method_nobody_needs_is_refused_without_a_traceback(
    visitor: Visitor, method: str
) -> None:
    reply = visitor.ask(method, "/", None, {})
    assert reply.status in (403, 405)
    assert "Traceback" not in reply.text


def test_health_says_what_watches_want_to_know(visitor: Visitor) -> None:
    reply = visitor.get("/healthz")
    health = json.loads(reply.text)
    assert reply.status == 200
    assert set(health) == {"status", "version", "open_pages", "store_reachable"}
    assert (health["status"], health["version"]) == ("ok", __version__)
    assert health["store_reachable"] is True


def test_the_walk_is_one_small_page_that_names_no_other_host(
    visitor: Visitor, workshop: Record
) -> None:
    visitor.join(workshop)
    page = visitor.get(f"/walk/{workshop.code}").text
    assert len(gzip.compress(page.encode())) < 9_000
    assert "--paper:" not in page  # the style sheet came with the join page
    hosts = set(re.findall(r"https?://([\w.-]+)", page)) - {"www.w3.org"}  # SVG's name, no address
    assert hosts <= {"127.0.0.1"}
    assert page.count("data-model=") >= 7


def test_a_page_brings_its_style_and_modules_as_files_to_keep(
    visitor: Visitor, workshop: Record
) -> None:
    form = visitor.get(f"/join/{workshop.code}").text
    visitor.join(workshop)
    page = visitor.get(f"/walk/{workshop.code}").text
    for kind, media in (("js", "text/javascript"), ("css", "text/css")):
        [address] = set(re.findall(rf'"(/static/\w+\.{kind}\?v=\w+)"', page))
        assert address in form  # fetched while one reads what one agrees to
        plain, packed = visitor.get(address), visitor.get(address, Accept_Encoding="gzip")
        assert plain.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert plain.headers["Content-Type"] == f"{media}; charset=utf-8"
        assert packed.headers["Content-Encoding"] == "gzip"


def test_a_file_of_another_version_is_not_kept(visitor: Visitor) -> None:
    """Two servers may be of two versions while they are updated in turn."""
    assert visitor.get("/static/walk.js?v=older").headers["Cache-Control"] == "no-store"


def test_a_page_whose_app_fails_says_so_calmly_and_logs_why(
    visitor: Visitor, workshop: Record
) -> None:
    visitor.get(f"/facilitate?workshop={workshop.code}&key={KEY}")
    with closing(sqlite3.connect(visitor.room.data / "saved" / "store.sqlite")) as database:
        database.execute(
            "INSERT INTO events (workshop, id, kind, at, origin, body)"
            " VALUES (?, 'odd-event', 'unheard-of', '2026-01-01T00:00:00+00:00', 'system', '{}')",
            [workshop.code],
        )
        database.commit()
    page = visitor.get(f"/facilitate/{workshop.code}", Accept_Language="fr").text
    assert "Cette page n’a pas pu s’ouvrir." in page.split("<main>")[1]
    assert "unheard-of" not in page
    assert "unheard-of" in visitor.room.log.read_text()
