"""A workshop made of steps that were chosen on a page."""

from __future__ import annotations

import pytest

from lhs_widgets.deck import built_in_decks, load_deck
from lhs_widgets.server.settings import Settings
from tests.server.conftest import Form, Visitor

PAGE = "/facilitate/compose"


@pytest.fixture
def facilitator(visitor: Visitor) -> Visitor:
    visitor.get(f"/facilitate?key={Settings.of(visitor.room.data).facilitator_key()}")
    return visitor


def test_every_step_of_every_deck_can_be_chosen(facilitator: Visitor) -> None:
    text = facilitator.get(PAGE).text
    steps = [step for name in built_in_decks() for step in load_deck(name).steps]
    assert [step for step in steps if f'value="{step}"' not in text] == []


def test_the_chosen_steps_open_a_workshop(facilitator: Visitor) -> None:
    form: Form = {"title": "Ours", "step": ["p2d-conditions", "p2d-challenges"]}
    reply = facilitator.post(PAGE, form)
    assert reply.status == 303
    state = facilitator.room.record(reply.place.rpartition("/")[2]).state()
    assert state.title == "Ours"
    assert [step.id for step in state.steps] == ["p2d-conditions", "p2d-challenges"]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"title": " ", "step": ["welcome"]}, "Please give a title"),
        ({"title": "Ours"}, "choose at least one step"),
        ({"title": "Ours", "step": ["nowhere"]}, "choose at least one step"),
        ({"title": "Ours", "step": ["p2d-challenges"]}, "needs the winning conditions"),
    ],
)
def test_what_does_not_fit_is_said_and_what_was_chosen_stays(
    facilitator: Visitor, form: Form, sentence: str
) -> None:
    reply = facilitator.post(PAGE, form)
    assert reply.status == 400
    assert sentence in reply.text
    if form.get("step") == ["p2d-challenges"]:
        assert 'value="p2d-challenges" checked' in reply.text


def test_a_stranger_composes_nothing(visitor: Visitor) -> None:
    assert visitor.get(PAGE).place == "/facilitate"
    assert visitor.post(PAGE, {"title": "Ours", "step": ["welcome"]}).status == 403
