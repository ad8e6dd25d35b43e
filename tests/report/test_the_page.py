"""The report as one HTML file: whole in itself, in one language, with people's words as words."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pandas as pd
import pytest

from lhs_widgets.report import Report, gather
from lhs_widgets.report.html import to_html
from tests.report.conftest import Change

HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\" ' {{ 7*7 }} &amp; \x07"


class Elements(HTMLParser):
    """The elements of a page, and its words."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, attribute: str) -> list[str]:
        return [str(each[attribute]) for _, each in self.elements if attribute in each]


@pytest.fixture(scope="session")
def page(french: Report) -> bytes:
    return to_html(french)


def test_the_same_report_is_the_same_bytes(french: Report, page: bytes) -> None:
    assert to_html(french) == page


def test_the_page_loads_nothing_and_runs_nothing(page: bytes) -> None:
    found = Elements(page)
    assert not {"script", "link", "iframe", "img", "object"} & {tag for tag, _ in found.elements}
    assert found.all("src") == []
    assert all(address.startswith("#") for address in found.all("href"))
    assert not re.search(rb"url\(|@import|//(?!www\.w3\.org/2000/svg)", page)


def test_every_link_leads_somewhere_and_every_id_is_one(page: bytes) -> None:
    found = Elements(page)
    ids = found.all("id")
    assert len(ids) == len(set(ids))
    assert {address.removeprefix("#") for address in found.all("href")} <= set(ids)
    assert set(found.all("aria-labelledby")) <= set(ids)


def test_a_phase_may_be_called_as_a_part_of_the_page(bare: Report) -> None:
    phases = [replace(each, id="people", steps=()) for each in bare.phases[:1]]
    ids = Elements(to_html(replace(bare, phases=tuple(phases)))).all("id")
    assert len(ids) == len(set(ids))


def test_the_cycle_leads_to_each_phase(page: bytes) -> None:
    arrows = [each for tag, each in Elements(page).elements if tag == "a" and "aria-label" in each]
    assert [(each["href"], each["aria-label"]) for each in arrows] == [
        ("#phase-p2d", "Phase 1 – De la pratique aux données"),
        ("#phase-d2k", "Phase 2 – Des données aux connaissances"),
        ("#phase-k2p", "Phase 3 – Des connaissances à la pratique"),
    ]


def test_the_page_is_in_its_language(page: bytes, english: Report) -> None:
    assert '<html lang="fr" dir="ltr">' in page.decode()
    assert "Ce que nous ferons" in Elements(page).words
    assert "What we will do" in Elements(to_html(english)).words


def test_agreed_words_tell_their_own_language(english: Report) -> None:
    found = [each for tag, each in Elements(to_html(english)).elements if tag == "p"]
    assert {each["lang"] for each in found if "lang" in each} == {"fr"}


def test_hostile_words_stay_words(changed: Change) -> None:
    def hostile(column: str) -> object:
        return lambda table: table.assign(**{column: HOSTILE})

    package = changed(
        workshop=hostile("title"),
        themes=hostile("title"),
        decisions=hostile("text"),
        actions=lambda table: table.assign(text=HOSTILE, who=HOSTILE, due=HOSTILE),
        contributions=lambda table: table.assign(text=HOSTILE),
        votes=lambda table: table.assign(reason=pd.Series(HOSTILE, table.index, "string")),
    )
    found = Elements(to_html(gather(package, "en")))
    assert not {"script", "img"} & {tag for tag, _ in found.elements}
    assert found.words.count("onerror=alert(1)") > 30
    assert "{{ 7*7 }}" in found.words
    assert "\x07" not in found.words


def test_a_workshop_without_answers_has_a_page(bare: Report) -> None:
    assert "No action was agreed." in Elements(to_html(bare)).words
