"""Read aloud, ask for help, skip, take a break: on a phone, beside the facilitator's console."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lhs_widgets.store import Record
from lhs_widgets.workshop import Stamp, actions
from tests.support.room import Facilitator, Participant, Room, wait_until
from tests.support.session import STEP
from tests.support.workshops import SMALL_DECK, condition, join, move, write

#: A browser's speech that says nothing and keeps what it was given; ``finish()`` ends a part.
SPEECH = """
(() => {
  const voice = (lang, localService) => ({ lang, localService, name: lang });
  const heard = [];
  let now = null;
  class Utterance { constructor(text) { this.text = text; } }
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => VOICES.map(([lang, local]) => voice(lang, local)),
    speak: (said) => { now = said; heard.push([said.lang, said.voice.lang, said.text]); },
    cancel: () => { const was = now; now = null; was?.onerror(); },
  });
  const define = (name, value) => Object.defineProperty(window, name, { value });
  define("speechSynthesis", speech);
  define("SpeechSynthesisUtterance", Utterance);
  define("heard", heard);
  define("finish", () => { const was = now; now = null; was?.onend(); });
  define("speaks", () => now !== null);
})();
"""
VOICES = '[["en-CA", true], ["fr-CA", true], ["de-DE", false]]'

#: What a step may hold besides.
MORE = (
    "<details><summary>Fold</summary><p>Folded words</p></details>"
    '<p hidden>Hidden</p><p lang="fr">Du <b>temps</b></p><p lang="de">Zeit</p>'
)


@pytest.fixture
def workshop(room: Room, tmp_path: Path) -> dict[str, str]:
    deck = tmp_path / "small.yaml"
    deck.write_text(SMALL_DECK, "utf-8")
    return room.new_workshop(deck=deck)


@pytest.fixture
def record(room: Room, workshop: dict[str, str]) -> Record:
    record = room.record(workshop["code"])
    move(record, STEP)
    return record


@pytest.fixture
def person(browser: Browser) -> Iterator[Participant]:
    person = Participant(browser)
    yield person
    person.close()


def listen(person: Participant, voices: str = VOICES) -> None:
    person.page.add_init_script(SPEECH.replace("VOICES", voices))


def heard(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.evaluate("heard")
    return found


def hear_all(page: Page) -> list[str]:
    """Let the browser read until it has nothing left; the words in order."""
    for _ in range(80):
        if not page.evaluate("speaks()"):
            break
        page.evaluate("finish()")
    return [words for _lang, _voice, words in heard(page)]


def test_a_press_reads_what_is_on_the_step_and_another_stops(
    room: Room, record: Record, person: Participant
) -> None:
    listen(person)
    person.join(room, record.code)
    page, step = person.page, record.deck.steps[STEP]
    aloud = page.get_by_role("button", name="Read aloud")
    assert heard(page) == [], "nothing is read by itself"
    aloud.focus()
    page.keyboard.press("Enter")
    expect(aloud).to_have_attribute("aria-pressed", "true")
    expect(aloud).to_be_focused()
    assert heard(page)[0][:2] == ["en", "en-CA"]
    page.keyboard.press("Enter")
    expect(aloud).to_have_attribute("aria-pressed", "false")
    assert not page.evaluate("speaks()")
    before = len(heard(page))
    page.locator(".step:visible").evaluate("(step, more) => (step.innerHTML += more)", MORE)
    page.keyboard.press("Enter")
    said = hear_all(page)[before:]
    assert step.question("en") in said
    assert any(words.startswith("Who sees this:") for words in said)
    assert said[-2:] == ["Fold", "Du temps"], "what is folded away, or hidden, is not read"
    assert heard(page)[-1][:2] == ["fr", "fr-CA"], "each part is read in its own language"
    expect(aloud).to_have_attribute("aria-pressed", "false")


def test_reading_goes_on_when_the_page_changes_and_ends_with_the_step(
    room: Room, record: Record, person: Participant
) -> None:
    listen(person)
    person.join(room, record.code)
    page = person.page
    aloud = page.get_by_role("button", name="Read aloud")
    aloud.click()
    expect(aloud).to_have_attribute("aria-pressed", "true")
    record.append(actions.pause(Stamp("facilitator"), paused=True))
    expect(page.get_by_text("We are taking a break. Rest, or go on")).to_be_visible()
    assert page.evaluate("speaks()")
    move(record, "challenges")
    expect(page.locator(".step:visible h2")).to_have_text(
        record.deck.steps["challenges"].question("en")
    )
    expect(aloud).to_have_attribute("aria-pressed", "false")
    assert not page.evaluate("speaks()")


@pytest.mark.parametrize("voices", ["[]", '[["en-CA", false], ["fr-CA", true]]'])
def test_without_a_voice_on_the_device_there_is_no_button(
    room: Room, record: Record, person: Participant, voices: str
) -> None:
    listen(person, voices)
    person.join(room, record.code)
    expect(person.page.locator("[data-does=aloud]")).to_be_hidden()
    person.page.locator(".helpbox summary").click()
    expect(person.page.locator(".aloud-help")).to_be_hidden()


def test_who_asks_for_help_reads_that_it_was_told_and_can_take_it_back(
    room: Room, workshop: dict[str, str], record: Record, browser: Browser, person: Participant
) -> None:
    named = {"en": "Mo, at the red table"}
    record.append(actions.support(named, Stamp("facilitator"), on_wall=False))
    person.join(room, record.code, name="Ada")
    record.append(actions.split(2, Stamp("facilitator")))
    (who,) = record.state().participants
    record.append(actions.seat(record.state(), who, 2, Stamp("facilitator")))
    page = person.page
    page.get_by_role("button", name="Raise my hand").click()
    told = "The facilitator knows. You are shown as: Ada · Patient · Table 2"
    expect(page.locator("nav.bottom p.muted").filter(has_text="Ada")).to_have_text(told)
    facilitator = Facilitator(browser)
    facilitator.open(workshop["facilitate_url"])
    expect(facilitator.page.locator(".hands li")).to_contain_text("Ada · Patient · Table 2")
    page.get_by_role("button", name="My hand is up").click()
    expect(facilitator.page.locator(".hands li")).to_have_count(0)
    facilitator.close()
    page.locator(".helpbox summary").click()
    expect(page.locator(".helpbox .support strong")).to_have_text("Mo, at the red table")


def test_a_step_is_skipped_with_one_press(room: Room, record: Record, person: Participant) -> None:
    person.join(room, record.code)
    person.page.get_by_role("button", name="Skip this step").click()
    expect(person.page.locator("nav.bottom .unseen")).to_contain_text("Skipped. Others read only")
    wait_until(lambda: record.state().done_with(STEP) == 1, "the step to be finished")
    expect(person.page.get_by_role("button", name="Skip this step")).to_have_count(0)


def test_the_facilitator_says_an_idea_in_the_other_language(
    room: Room, workshop: dict[str, str], record: Record, browser: Browser, person: Participant
) -> None:
    person.join(room, record.code)
    french = condition("c-fr1", "Du temps").model_copy(update={"language": "fr"})
    write(record, join(record, "p-zoe"), french)
    facilitator = Facilitator(browser)
    facilitator.open(workshop["facilitate_url"])
    facilitator.reveal()
    idea = person.page.locator(".options li").filter(has_text="Du temps")
    expect(idea.locator("[lang=fr]").first).to_have_text("Du temps")
    expect(idea.locator(".tongue")).to_have_text("FR")
    fold = facilitator.page.locator(".translating")
    fold.locator("summary").focus()
    facilitator.page.keyboard.press("Enter")
    expect(fold.locator("summary")).to_have_text("Translate ideas (1 to do)")
    fold.get_by_label("Translation (EN)").press_sequentially("Time")
    expect(idea.locator(".translation")).to_have_text("Translated by the facilitator: Time")
    expect(fold.get_by_label("Translation (EN)")).to_be_focused()
    fold.get_by_label("Translation (EN)").fill("")
    expect(idea.locator(".translation")).to_have_count(0)
    facilitator.close()
