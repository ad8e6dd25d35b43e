"""A language beside English and French: offered when ticked, and gone with its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from lhs_widgets.errors import Refused
from lhs_widgets.language.catalogues import INTERFACE
from lhs_widgets.session import FacilitatorPage, ParticipantPage, WallPage
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import Contribution, Profile, Stamp, actions
from tests.session.conftest import INVITATION, Browser
from tests.session.test_commands import do
from tests.support.languages import catalogue, in_content, whole_interface
from tests.support.workshops import SMALL_DECK, condition, join, move, reveal, stamp, write


@pytest.fixture(autouse=True)
def italian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a little Italian, as a hospital may have one."""
    monkeypatch.setenv("LHS_LOCALE", str(tmp_path))
    catalogue(tmp_path, "it", INTERFACE, {"Next": "Avanti", "English": "Italiano"})
    return tmp_path


def speak(page: ParticipantPage, language: str) -> None:
    Browser(page).say(page.header, type="language", language=language)


def remove(italian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the language out of the installation, as a restart of the server would find it."""
    monkeypatch.setenv("LHS_LOCALE", str(italian / "none"))


def test_it_is_offered_when_ticked_in_prepare(record: Record, facilitator: FacilitatorPage) -> None:
    browser = Browser(facilitator)
    boxes = {each["code"]: each for each in facilitator.console.prepared["installed"]}
    assert list(boxes) == ["en", "fr", "es", "it"]
    assert (boxes["it"]["name"], boxes["it"]["percent"], boxes["fr"]["percent"]) == (
        "Italiano",
        0,
        100,
    )
    ada = ParticipantPage(record, join(record))
    speak(ada, "it")
    assert ada.header.language == "en"
    browser.say(facilitator.console, type="do", does="offer", languages=["it", "en"])
    assert facilitator.console.prepared["languages"] == ["en", "it"]
    assert ["it", "Italiano"] in facilitator.console.languages
    ada.refresh()
    speak(ada, "it")
    assert (ada.header.language, ada.navigation.strings["next"]) == ("it", "Avanti")
    assert ada.navigation.strings["back"] == "Back"


def test_one_that_is_whole_is_offered_in_workshops_opened_from_then_on(
    italian: Path, store: Store, record: Record
) -> None:
    whole_interface(italian, "pt", lambda words: f"[{words}]")
    assert record.state().languages == ("en", "fr")
    assert store.open_workshop(SMALL_DECK, "Another", "f" * 64).state().languages == (
        "en",
        "fr",
        "pt",
    )


def test_what_falls_back_says_its_language_to_a_screen_reader(
    italian: Path, record: Record
) -> None:
    step = record.deck.steps["challenges"]
    in_content(italian, "it", {step.title: "Sfide"})
    do(record, does="offer", languages=["it"])
    page = ParticipantPage(record, join(record, "p-ben"))
    speak(page, "it")
    (widget,) = (each for each in page.widgets[1:-2] if each.shown)
    spoken = widget.step["spoken"]
    assert (widget.step["title"], spoken[widget.step["question"]]) == ("Sfide", "en")
    assert "Sfide" not in spoken
    names = [role.name.en for role in record.deck.roles.values()]
    assert {spoken[name] for name in names} == {"en"}  # they may stand in the group's roadmap
    in_content(italian, "it", {step.question: "Quali sfide?"})
    wall = WallPage(record, INVITATION, language="it")
    assert wall.wall.live["asked_in"] in (["en"], ["it"])  # catalogues are read once
    assert len(wall.wall.live["questions"]) == 1


def test_people_write_in_it(record: Record) -> None:
    do(record, does="offer", languages=["it"])
    person = join(record)
    answer = Contribution(id="answer-1", step="challenges", language="it", text="Poco tempo")
    write(record, person, answer)
    assert record.state().answers["answer-1"].contribution.language == "it"
    unknown = answer.model_copy(update={"language": "pt"})
    with pytest.raises(Refused, match="not a language here"):
        actions.contribute(record.state(), person, unknown, stamp())


def test_a_workshop_opens_in_english_once_the_language_was_removed(
    italian: Path, record: Record, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(record, does="offer", languages=["it"])
    event = actions.join(record.state(), "p-ida", Profile(language="it", name="Ida"), stamp())
    record.admit(event, None)
    write(
        record, "p-ida", Contribution(id="answer-1", step="challenges", language="it", text="Poco")
    )
    store.templates.save("Ours", record)
    remove(italian, monkeypatch)
    again = store.record(record.code)
    assert again.state().languages == ("en",)
    page = ParticipantPage(again, "p-ida")
    assert (page.header.language, page.navigation.strings["next"]) == ("en", "Next")
    assert again.state().answers["answer-1"].contribution.text == "Poco"
    assert WallPage(again, INVITATION).wall.live["languages"] == ["en"]
    kept = store.templates.get("Ours")
    copy = store.open_workshop(kept.deck_yaml, "A copy", "f" * 64, prepared=kept.preparation)
    assert copy.state().languages == ("en", "fr")


def test_ideas_and_whom_to_turn_to_are_told_in_it(record: Record) -> None:
    record.append(actions.offer(record.state(), ["en", "it"], stamp()))
    words = {"it": "Anna, all’ingresso"}
    record.append(actions.support(words, stamp(), on_wall=False))
    write(record, join(record, "p-0"), condition("idea", "Time to ask"))
    move(record, "conditions")
    reveal(record, "conditions")
    act = actions.translate_idea(
        record.state(), "idea", "Tempo per chiedere", "it", Stamp("scribe"), of="Time to ask"
    )
    record.append(act)
    page = ParticipantPage(record, join(record, "p-1"))
    speak(page, "it")
    assert page.navigation.support == {"text": words["it"], "language": "it"}
    (option,) = page.together.board["options"]
    [(language, text, _)] = option["ideas"][0]["translations"]
    assert (language, text) == ("it", "Tempo per chiedere")
