"""To whom people can turn, on the pages."""

from __future__ import annotations

from lhs_widgets.package.rows import Source, rows_of
from lhs_widgets.session import FacilitatorPage, ParticipantPage, WallPage
from lhs_widgets.store import Record, Store
from tests.session.conftest import Browser

WORDS = {"en": "Mo, at the red table", "fr": "Mo, à la table rouge"}


def name(facilitator: FacilitatorPage, *, on_wall: bool = False) -> None:
    message = {"type": "do", "does": "support", "words": WORDS, "on_wall": on_wall}
    Browser(facilitator).say(facilitator.console, **message)


def test_the_help_of_every_page_says_it_in_its_language(
    facilitator: FacilitatorPage, ada: ParticipantPage, phone: Browser
) -> None:
    name(facilitator)
    ada.refresh()
    assert ada.navigation.support == {"text": WORDS["en"], "language": "en"}
    phone.say(ada.header, type="language", language="fr")
    assert ada.navigation.support == {"text": WORDS["fr"], "language": "fr"}
    assert facilitator.console.prepared["support"] == {"words": WORDS, "on_wall": False}


def test_the_wall_says_it_only_when_it_is_asked_to(
    facilitator: FacilitatorPage, wall: WallPage
) -> None:
    name(facilitator)
    wall.refresh()
    assert wall.wall.live["support"] == []
    name(facilitator, on_wall=True)
    wall.refresh()
    assert [each["text"] for each in wall.wall.live["support"]] == list(WORDS.values())


def test_a_rehearsal_says_it_too(
    facilitator: FacilitatorPage, store: Store, record: Record
) -> None:
    name(facilitator)
    assert store.open_rehearsal(record.code).state_for("").support.words == WORDS


def test_it_is_in_no_data_that_is_exported(facilitator: FacilitatorPage, record: Record) -> None:
    name(facilitator, on_wall=True)
    source = Source(record.code, record.deck, record.deck_yaml, record.events())
    rows = rows_of(source)
    assert "red table" not in repr(rows)
    assert "supported" in {row["kind"] for row in rows["events"]}
