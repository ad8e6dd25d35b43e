"""The page on which a scribe writes: whose it is, how its events are marked, where it stays."""

from __future__ import annotations

import pytest

from lhs_widgets.session import ScribePage
from lhs_widgets.store import Record
from lhs_widgets.workshop import Kind, Profile, Stamp, actions
from tests.session.conftest import Browser, Change
from tests.support.workshops import move


@pytest.fixture
def page(record: Record) -> ScribePage:
    """The page of A7, whose name is Rosa."""
    profile = Profile(language="en", name="Rosa", card="A7")
    record.admit(actions.join(record.state(), "p-rosa", profile, Stamp("scribe")), None)
    return ScribePage(record, "p-rosa", back="/scribe/K", at="conditions")


@pytest.fixture
def laptop(page: ScribePage) -> Browser:
    return Browser(page)


def test_the_page_says_first_for_whom_one_writes(page: ScribePage) -> None:
    assert page.widgets[0] is page.banner
    assert (page.banner.person, page.banner.back) == ("A7 · Rosa", "/scribe/K")
    assert page.banner.strings["writing_for"] == "You are writing for:"


def test_everything_a_scribe_enters_is_marked(
    page: ScribePage, laptop: Browser, record: Record, change: Change
) -> None:
    widget = next(w for w in page.widgets if getattr(w, "kind", "") == "winning-conditions")
    laptop.say(widget, **change())
    laptop.say(widget, **change("change-2", action="remove"))
    laptop.say(page.navigation, type="done", done=True)
    laptop.say(page.header, type="language", language="fr")
    theirs = [event for event in record.events() if event.participant == "p-rosa"]
    assert [event.kind for event in theirs] == [
        Kind.JOINED,
        Kind.CONTRIBUTED,
        Kind.WITHDRAWN,
        Kind.DONE,
        Kind.PROFILE_CHANGED,
    ]
    assert {event.origin for event in theirs} == {"scribe"}


def test_the_banner_speaks_the_language_of_the_page(page: ScribePage, laptop: Browser) -> None:
    laptop.say(page.header, type="language", language="fr")
    assert page.banner.language == "fr"
    assert page.banner.strings["back_to_list"] == "Retour à la liste"
    assert page.banner.person == "A7 · Rosa", "the code stays after a change of language"


def test_the_page_stays_at_the_card_when_the_group_moves(page: ScribePage, record: Record) -> None:
    move(record, "roles")
    page.refresh()
    assert page.at == "conditions"
    assert page.navigation.follows is False


def test_a_scribe_is_offered_nothing_that_is_for_the_person(page: ScribePage) -> None:
    navigation = page.navigation
    assert (navigation.return_code, navigation.leave, navigation.take_back) == ("", "", "")
