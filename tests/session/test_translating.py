"""An idea in another language on the pages: marked, and with what it says in the reader's."""

from __future__ import annotations

from typing import Any

import pytest

from lhs_widgets.session import FacilitatorPage, ParticipantPage, ScribePage, WallPage
from lhs_widgets.session.boards.languages import Reader
from lhs_widgets.session.said import roadmap
from lhs_widgets.store import Record
from lhs_widgets.workshop import Profile, Stamp, actions
from tests.session.conftest import INVITATION, Browser
from tests.support.workshops import condition, join, move, reveal, stamp, write

FRENCH, ENGLISH = "Du temps pour se voir", "Time to meet"
IDEA = "c-fr1"


@pytest.fixture
def shown(record: Record) -> Record:
    """Someone wrote in French, someone in English; both are shown."""
    move(record, "conditions")
    profile = Profile(language="fr", name="Zoé")
    record.admit(actions.join(record.state(), "p-zoe", profile, stamp()), None)
    french = condition(IDEA, FRENCH).model_copy(update={"language": "fr"})
    write(record, "p-zoe", french)
    write(record, join(record, "p-ben"), condition("c-en1", "Plain words"))
    record.append(actions.stage(record.state(), "conditions", "reveal", Stamp("facilitator")))
    reveal(record, "conditions")
    return record


@pytest.fixture
def scribe(shown: Record) -> ScribePage:
    profile = Profile(language="en", card="A7")
    joined = actions.join(shown.state(), "p-cy", profile, Stamp("scribe"))
    shown.admit(joined, None)
    return ScribePage(shown, "p-cy", back="/", at="conditions")


def say(page: Any, widget: Any, text: str = ENGLISH, **more: Any) -> list[dict[str, Any]]:
    browser = Browser(page)
    entry = {
        "id": f"words-{IDEA}-en",
        "kind": "translation",
        "step": "conditions",
        "contribution": IDEA,
        "of": FRENCH,
        "text": text,
        "language": "en",
        **more,
    }
    change = f"change-{len(page._record.events())}"
    browser.say(widget, type="change", id=change, action="save", entry=entry)
    return browser.heard


def ideas(board: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {idea["id"]: idea for option in board["options"] for idea in option["ideas"]}


def test_an_idea_in_another_language_is_marked(shown: Record) -> None:
    english = ParticipantPage(shown, "p-ben", at="conditions").together.board
    assert {id_: idea.get("mark") for id_, idea in ideas(english).items()} == {
        IDEA: "FR",
        "c-en1": None,
    }
    french = ideas(ParticipantPage(shown, "p-zoe", at="conditions").together.board)
    assert (french[IDEA].get("mark"), french["c-en1"]["mark"]) == (None, "EN")


def test_the_facilitators_translation_is_on_every_page_that_needs_it(shown: Record) -> None:
    facilitator = FacilitatorPage(shown, INVITATION)
    assert facilitator.console.board["translates"] == ["en", "fr"]
    assert say(facilitator, facilitator.console)[-1]["type"] == "saved"
    told = [["en", ENGLISH, "Translated by the facilitator:"]]
    ben = ParticipantPage(shown, "p-ben", at="conditions").together.board
    assert ideas(ben)[IDEA]["translations"] == told
    assert ideas(ben)[IDEA]["text"] == FRENCH
    zoe = ParticipantPage(shown, "p-zoe", at="conditions").together.board
    assert ideas(zoe)[IDEA]["translations"] == []
    for page in (
        ideas(facilitator.console.board)[IDEA],
        *(each for each in WallPage(shown, INVITATION).wall.live["answers"] if "mark" in each),
    ):
        assert page["translations"] == told


def test_a_scribe_translates_and_takes_it_away(shown: Record, scribe: ScribePage) -> None:
    assert say(scribe, scribe.translating)[-1]["type"] == "saved"
    (found,) = shown.state().translations.values()
    assert (found.text, found.origin) == (ENGLISH, "scribe")
    assert ideas(scribe.translating.board)[IDEA]["translations"][0][1] == ENGLISH
    say(scribe, scribe.translating, "")
    assert shown.state().translations == {}


def test_words_that_changed_meanwhile_are_not_translated(shown: Record, scribe: ScribePage) -> None:
    assert say(scribe, scribe.translating, of="Earlier words")[-1]["type"] == "refused"
    assert shown.state().translations == {}


def test_nobody_else_translates(shown: Record) -> None:
    phone = ParticipantPage(shown, "p-ben", at="conditions")
    assert phone.together.board["translates"] == []
    assert say(phone, phone.together)[-1]["type"] == "refused"
    onlooker = FacilitatorPage(shown, INVITATION, looks_on=True)
    assert onlooker.console.board["translates"] == []
    assert say(onlooker, onlooker.console)[-1]["type"] == "refused"


def test_the_groups_roadmap_has_it_too(shown: Record) -> None:
    facilitator = FacilitatorPage(shown, INVITATION)
    say(facilitator, facilitator.console)
    phases = roadmap(shown.state(), Reader("en", ["en"]))
    parts = [part for phase in phases for part in phase["parts"]]
    said = [idea for part in parts for idea in part["said"] if idea.get("mark")]
    assert [(idea["text"], idea["translations"][0][1]) for idea in said] == [(FRENCH, ENGLISH)]
