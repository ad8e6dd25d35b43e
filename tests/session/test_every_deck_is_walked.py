"""Each built-in deck, in each language: every step is answered, saved, shown and exported."""

from __future__ import annotations

from random import Random

import pytest

from lhs_widgets.deck import LANGUAGES, Deck, Language, Step, built_in_decks, deck_text
from lhs_widgets.package import Source, package_files
from lhs_widgets.package.rows import rows_of
from lhs_widgets.rehearsal.behaviour import Behaviour
from lhs_widgets.rehearsal.people import Person
from lhs_widgets.session import FacilitatorPage, ParticipantPage
from lhs_widgets.store import Record, Store
from lhs_widgets.widgets.base import AnsweredStep
from lhs_widgets.workshop import Contribution, Profile, Stamp, actions
from tests.session.conftest import INVITATION, Browser
from tests.support.workshops import move, reveal, stamp

ME = "p-ada"


class Walker:
    """Someone who walks through a workshop and answers each step."""

    def __init__(self, store: Store, name: str, language: Language) -> None:
        self.record: Record = store.open_workshop(deck_text(name), name, "f" * 64)
        profile = Profile(language=language, name="Ada")
        self.record.admit(actions.join(self.record.state(), ME, profile, stamp()), None)
        self.page = ParticipantPage(self.record, ME)
        self.phone = Browser(self.page)
        self.person = Person(ME, profile, "lived", "tidy", 1.0, 0, 99)
        self.behaviour = Behaviour(self.deck, Random(1))

    @property
    def deck(self) -> Deck:
        return self.record.deck

    def answer(self, step: Step) -> list[Contribution]:
        """Answer a step the group was moved to; what was said."""
        said = [goes[-1] for goes in self.behaviour.answers(self.person, step, [])]
        (widget,) = (w for w in self.page.widgets if isinstance(w, AnsweredStep) and w.shown)
        for number, each in enumerate(said):
            change = f"{step.id[:20]}-{number}"
            entry = each.model_dump(mode="json")
            self.phone.say(widget, type="change", id=change, action="save", entry=entry)
            assert self.phone.heard[-1] == {"type": "saved", "id": change}
        return said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", built_in_decks())
def test_every_step_is_answered_shown_and_exported(
    store: Store, name: str, language: Language
) -> None:
    walker = Walker(store, name, language)
    record, deck = walker.record, walker.deck
    console = FacilitatorPage(record, INVITATION, language=language)
    said: dict[str, Contribution] = {}
    for step in deck.steps.values():
        move(record, step.id)
        walker.page.refresh()
        walker.page.go(step.id)
        if not step.is_answered:
            continue
        answers = walker.answer(step)
        assert answers, step.id
        said |= {answer.id: answer for answer in answers if not answer.is_blank}
        reveal(record, step.id)
        console.refresh()
        console.view(step.id)
        assert console.console.board["tally"] or console.console.board["options"], step.id
    record.append(actions.finish(record.state(), Stamp("facilitator")))
    source = Source(record.code, deck, record.deck_yaml, record.events())
    assert {row["contribution"] for row in rows_of(source)["contributions"]} == said.keys()


@pytest.mark.parametrize("name", built_in_decks())
def test_all_that_a_deck_asks_is_in_its_codebook(store: Store, name: str) -> None:
    record = store.open_workshop(deck_text(name), name, "f" * 64)
    source = Source(record.code, record.deck, record.deck_yaml, record.events())
    codebook = package_files(source)["codebook.md"].decode()
    parts = [*record.deck.lists, *record.deck.scales]
    assert [part.id for part in parts if f"`{part.id}`" not in codebook] == []
    for step in record.deck.steps.values():
        fields = [*getattr(step.activity, "columns", ()), *getattr(step.activity, "prompts", ())]
        assert [field.id for field in fields if f"`{field.id}`" not in codebook] == []
