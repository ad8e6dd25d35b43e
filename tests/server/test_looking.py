"""The size of words and the colours are a browser's own choice, and lead nowhere else."""

from __future__ import annotations

import pytest

from lhs_widgets.store import Record
from tests.server.conftest import Visitor

HTML = '<html lang="en" dir="ltr" data-text="{}" data-colours="{}">'


def test_a_choice_holds_on_every_page_of_this_browser(visitor: Visitor, workshop: Record) -> None:
    visitor.post("/look", {"text": "large", "colours": "dark"})
    visitor.join(workshop)
    chosen = HTML.format("large", "dark")
    for path in ("/", f"/join/{workshop.code}", "/look", "/nowhere", f"/wall/{workshop.code}"):
        assert chosen in visitor.get(path).text


def test_who_chose_nothing_has_what_their_device_has(visitor: Visitor) -> None:
    assert HTML.format("usual", "auto") in visitor.get("/").text


@pytest.mark.parametrize("cookie", ["x.y", "large", '"><script>', "dark.large", "a" * 4000])
def test_a_choice_that_is_none_is_the_usual_one(visitor: Visitor, cookie: str) -> None:
    visitor.cookies["lhs-look"] = cookie
    reply = visitor.get("/")
    assert reply.status == 200
    assert 'data-colours="auto"' in reply.text
    assert "<script>" not in reply.text


def test_it_leads_back_to_where_one_was(visitor: Visitor) -> None:
    chosen = visitor.post("/look?back=/walk/KDM7RT", {"text": "largest", "colours": "auto"})
    assert 'href="/walk/KDM7RT"' in visitor.get(chosen.place).text


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.org", "//example.org", "/\\example.org", "javascript:alert(1)", ""],
)
def test_it_leads_to_no_other_site(visitor: Visitor, elsewhere: str) -> None:
    page = visitor.get(f"/look?back={elsewhere}").text
    assert 'class="button" href="/"' in page
    assert "example.org" not in page
