"""A participant's page: where it can go, what it saves, what it says, what it never learns."""

from __future__ import annotations

import pytest

from lhs_widgets.errors import StoreError
from lhs_widgets.session import ParticipantPage
from lhs_widgets.store import Record, Store
from lhs_widgets.widgets.base import AnsweredStep, StepWidget
from lhs_widgets.workshop import Contribution, Stamp, actions
from tests.session.conftest import Browser, Change
from tests.support.workshops import SMALL_DECK, condition, join, move, reveal, write


def widget_of(page: ParticipantPage, kind: str) -> AnsweredStep:
    return next(w for w in page.widgets if isinstance(w, AnsweredStep) and w.kind == kind)


def steps_shown(page: ParticipantPage) -> list[str]:
    return [w.step["id"] for w in page.widgets if isinstance(w, StepWidget) and w.shown]


def texts(record: Record) -> list[str]:
    return [answer.contribution.text for answer in record.state().answers.values()]


def test_a_page_opens_where_the_group_is(ada: ParticipantPage) -> None:
    assert ada.at == "challenges"
    assert steps_shown(ada) == ["challenges"]


def test_going_back_shows_that_step_and_tells_that_one_arrived(
    ada: ParticipantPage, phone: Browser
) -> None:
    phone.say(ada.navigation, type="go", step="roles")
    assert ada.navigation.walk["here"] == "roles"
    assert steps_shown(ada) == ["roles"]
    assert phone.heard == [{"type": "arrived"}]


@pytest.mark.parametrize("step", ["roles", "conditions", "nowhere", None, ""])
def test_a_step_the_group_has_not_reached_stays_closed(store: Store, step: str | None) -> None:
    record = store.open_workshop(SMALL_DECK, "A workshop", "f" * 64)
    page = ParticipantPage(record, join(record))
    Browser(page).say(page.navigation, type="go", step=step)
    assert page.at == "welcome"
    assert page.navigation.walk["next"] is None


def test_an_answer_to_a_closed_step_is_refused(store: Store, change: Change) -> None:
    record = store.open_workshop(SMALL_DECK, "A workshop", "f" * 64)
    page = ParticipantPage(record, join(record))
    phone = Browser(page)
    phone.say(widget_of(page, "winning-conditions"), **change())
    assert [message["type"] for message in phone.heard] == ["refused"]
    assert texts(record) == []


def test_a_change_is_confirmed_once_it_is_saved(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change
) -> None:
    phone.say(widget_of(ada, "winning-conditions"), **change())
    assert phone.heard == [{"type": "saved", "id": "change-1"}]
    assert texts(record) == ["Time"]


def test_a_change_sent_again_is_confirmed_again_and_saved_once(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change
) -> None:
    for _ in range(2):
        phone.say(widget_of(ada, "winning-conditions"), **change())
    assert phone.heard == [{"type": "saved", "id": "change-1"}] * 2
    assert [event.id for event in record.events()].count("change-1") == 1


def test_an_old_change_that_comes_late_does_not_undo_a_newer_one(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change
) -> None:
    widget = widget_of(ada, "winning-conditions")
    phone.say(widget, **change("change-1", "Time"))
    phone.say(widget, **change("change-2", "Time to meet"))
    phone.say(widget, **change("change-1", "Time"))
    assert texts(record) == ["Time to meet"]


def test_an_answer_can_be_taken_away_and_brought_back(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change
) -> None:
    widget = widget_of(ada, "winning-conditions")
    phone.say(widget, **change("change-1"))
    phone.say(widget, **change("change-2", action="remove"))
    assert texts(record) == []
    phone.say(widget, **change("change-3"))
    assert texts(record) == ["Time"]


def test_someone_elses_answer_can_not_be_changed(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change
) -> None:
    write(record, join(record, "p-bob"), condition("answer-1", "Bob's words"))
    for action in ("save", "remove"):
        phone.say(widget_of(ada, "winning-conditions"), **change(f"unseen-{action}", action=action))
    reveal(record, "conditions")
    phone.heard.clear()
    for action in ("save", "remove"):
        phone.say(widget_of(ada, "winning-conditions"), **change(f"shown-{action}", action=action))
    assert phone.heard[0]["sentence"] == "This answer belongs to someone else."
    assert [message["type"] for message in phone.heard] == ["refused"] * 2
    assert texts(record) == ["Bob's words"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"action": "burn"},
        {"entry": None},
        {"entry": {"id": "answer-1"}},
        {"id": 7},
        {"id": "no spaces in an id"},
    ],
    ids=str,
)
def test_what_is_not_a_change_is_refused_in_calm_words(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change, wrong: dict[str, object]
) -> None:
    phone.say(widget_of(ada, "winning-conditions"), **(change() | wrong))
    assert phone.heard[0]["sentence"] == "This could not be saved. Please reload the page."
    assert texts(record) == []


@pytest.mark.parametrize(
    "wrong",
    [{"id": "no spaces"}, {"step": "nowhere"}, {"step": "welcome"}, {"ratings": {"importance": 9}}],
    ids=str,
)
def test_an_answer_the_deck_does_not_ask_for_is_refused(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change, wrong: dict[str, object]
) -> None:
    phone.say(widget_of(ada, "winning-conditions"), **change(**wrong))
    assert phone.heard[0]["sentence"] == "This could not be saved. Please reload the page."
    assert texts(record) == []


def test_a_text_that_is_too_long_is_refused_with_what_to_do(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change
) -> None:
    phone.say(widget_of(ada, "winning-conditions"), **change(text="x" * 2001))
    assert phone.heard[0]["sentence"].startswith("This is too long to save.")
    assert texts(record) == []


def test_a_store_that_fails_confirms_nothing(
    ada: ParticipantPage, phone: Browser, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Record, "append", fail)
        phone.say(widget_of(ada, "winning-conditions"), **change())
    assert phone.heard == []
    phone.say(widget_of(ada, "winning-conditions"), **change())
    assert phone.heard == [{"type": "saved", "id": "change-1"}]


def test_another_language_changes_every_word(
    ada: ParticipantPage, phone: Browser, record: Record
) -> None:
    phone.say(ada.header, type="language", language="fr")
    assert record.state().participants["p-ada"].profile.language == "fr"
    assert {widget.language for widget in ada.widgets} == {"fr"}
    assert ada.header.walk["place"] == "Le parcours"
    assert ada.navigation.strings["back"] == "Retour"
    shown = widget_of(ada, "challenges")
    assert shown.step["question"] == "Quels défis ?"
    assert shown.strings["saved"] == "Enregistré"
    assert shown.step["who_sees"].startswith("Qui voit ceci")


def test_a_language_that_is_not_ours_changes_nothing(ada: ParticipantPage, phone: Browser) -> None:
    phone.say(ada.header, type="language", language="de")
    assert ada.header.language == "en"


def test_finishing_a_step_is_remembered_and_taken_back(
    ada: ParticipantPage, phone: Browser, record: Record
) -> None:
    for done in (True, False):
        phone.say(ada.navigation, type="done", done=done)
        assert ada.navigation.walk["done"] is done
        assert record.state().done_with("challenges") == done


def test_a_new_page_shows_what_the_old_one_saved(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change
) -> None:
    phone.say(widget_of(ada, "winning-conditions"), **change(ratings={"importance": 2}))
    again = ParticipantPage(record, "p-ada")
    again.go("conditions")
    (entry,) = widget_of(again, "winning-conditions").entries
    assert (entry["text"], entry["ratings"]) == ("Time", {"importance": 2})


def test_another_device_of_the_person_is_shown_the_change(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change
) -> None:
    other = ParticipantPage(record, "p-ada")
    other.go("conditions")
    phone.say(widget_of(ada, "winning-conditions"), **change())
    other.refresh()
    assert [entry["text"] for entry in widget_of(other, "winning-conditions").entries] == ["Time"]


def test_who_was_forgotten_can_save_nothing_and_is_told(
    ada: ParticipantPage, phone: Browser, record: Record, change: Change
) -> None:
    phone.say(widget_of(ada, "winning-conditions"), **change())
    record.forget("p-ada")
    ada.refresh()
    phone.say(widget_of(ada, "winning-conditions"), **change("change-2"))
    assert phone.heard[-1]["sentence"].startswith("Your answers were taken back.")
    assert record.state().participants == {}
    assert texts(record) == []
    assert widget_of(ada, "challenges").entries == []


def test_the_end_locks_the_answers_and_a_move_opens_them(
    ada: ParticipantPage, record: Record
) -> None:
    record.append(actions.finish(record.state(), Stamp("facilitator")))
    ada.refresh()
    assert widget_of(ada, "challenges").locked
    assert ada.navigation.walk["finished"]
    move(record, "challenges")
    ada.refresh()
    assert not widget_of(ada, "challenges").locked


def test_nothing_of_others_is_on_a_page_before_it_is_shown(
    ada: ParticipantPage, phone: Browser, record: Record
) -> None:
    write(record, join(record, "p-bob"), condition("bobs-answer", "Bob's own words"))
    for step in ("challenges", "conditions", "roles"):
        phone.say(ada.navigation, type="go", step=step)
        ada.refresh()
        for secret in ("Bob's own words", "p-bob", "bobs-answer", '"Ada"'):
            assert secret not in phone.sees()


def test_what_is_shown_has_no_author_and_goes_when_it_is_hidden(
    ada: ParticipantPage, phone: Browser, record: Record
) -> None:
    write(record, join(record, "p-bob"), condition("bobs-answer", "Bob's own words"))
    phone.say(ada.navigation, type="go", step="conditions")
    reveal(record, "conditions")
    ada.refresh()
    assert [option["title"] for option in ada.together.board["options"]] == ["Bob's own words"]
    assert "p-bob" not in phone.sees()
    reveal(record, "conditions", revealed=False)
    ada.refresh()
    assert "Bob's own words" not in phone.sees()


def test_a_hidden_answer_can_not_be_linked_to_any_more(
    ada: ParticipantPage, phone: Browser, record: Record
) -> None:
    write(record, join(record, "p-bob"), condition("bobs-answer", "Bob's own words"))
    reveal(record, "conditions")
    ada.refresh()
    assert "Bob's own words" in phone.sees()
    reveal(record, "conditions", revealed=False)
    ada.refresh()
    phone.say(ada.navigation, type="go", step="roles")
    assert "Bob's own words" not in phone.sees()


def test_a_page_wakes_for_its_own_changes_the_groups_and_what_is_shown(
    ada: ParticipantPage, record: Record
) -> None:
    assert ada._wants(frozenset({"group"}))
    assert ada._wants(frozenset({"person:p-ada", "step:conditions"}))
    assert not ada._wants(frozenset({"person:p-bob", "step:conditions"}))
    reveal(record, "conditions")
    ada.refresh()
    assert ada._wants(frozenset({"person:p-bob", "step:conditions"}))


def test_answers_stand_under_the_right_step(
    ada: ParticipantPage, phone: Browser, record: Record
) -> None:
    challenge = Contribution(id="hard-1", step="challenges", language="en", text="Money")
    write(record, "p-ada", challenge)
    write(record, "p-ada", condition("cond-1"))
    ada.refresh()
    assert [entry["id"] for entry in widget_of(ada, "challenges").entries] == ["hard-1"]
    phone.say(ada.navigation, type="go", step="conditions")
    assert [entry["id"] for entry in widget_of(ada, "winning-conditions").entries] == ["cond-1"]
