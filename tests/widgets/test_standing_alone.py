"""The widgets in a notebook of one's own: no server, no store, no workshop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import lhs_widgets
from lhs_widgets import Challenges, Roles, WinningConditions
from lhs_widgets.deck import parse_deck
from lhs_widgets.errors import BadInput
from lhs_widgets.widgets.base import AnsweredStep
from tests.support.kinds import GOOD, KINDS_DECK
from tests.support.workshops import SMALL_DECK

NOTEBOOK = """
from lhs_widgets import Challenges, Roles, WinningConditions
conditions, challenges = WinningConditions("p2d-conditions"), Challenges("p2d-challenges")
entry = {"id": "answer-1", "step": "p2d-conditions", "language": "en", "text": "Time to meet"}
change = {"type": "change", "id": "change-1", "action": "save", "entry": entry}
conditions._hear(conditions, change, [])
challenges.link_to(conditions.answers)
display(Roles("p2d-roles", language="fr"), conditions, challenges)
print([answer.text for answer in conditions.answers], challenges.conditions)
"""


def enter(widget: AnsweredStep, identifier: str, **entry: Any) -> list[dict[str, Any]]:
    """What the browser sends when something is entered; returns what it is answered."""
    heard: list[dict[str, Any]] = []
    widget.send = heard.append  # type: ignore[method-assign,assignment]
    whole = {"id": identifier, "step": widget.step["id"], "language": "en", **entry}
    message = {"type": "change", "id": f"to-{identifier}", "action": "save", "entry": whole}
    widget._hear(widget, message, [])
    return heard


def test_the_three_stand_alone_in_a_notebook(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(NOTEBOOK)])
    NotebookClient(notebook, kernel_name="python3").execute(cwd=str(tmp_path))
    outputs = notebook.cells[0].outputs
    views = [
        out for out in outputs if "application/vnd.jupyter.widget-view+json" in out.get("data", {})
    ]
    said = "".join(out.get("text", "") for out in outputs)
    assert len(views) == 3
    assert "['Time to meet'] [{'id': 'answer-1', 'text': 'Time to meet'}]" in said
    assert list(tmp_path.iterdir()) == [], "nothing is written"


def test_without_a_step_a_widget_takes_the_first_of_its_kind() -> None:
    assert Roles().step["id"] == "p2d-roles"
    assert WinningConditions().step["id"] == "p2d-conditions"
    assert Challenges().step["id"] == "p2d-challenges"


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Sorting", "k-sort"),
        ("Placing", "k-place"),
        ("Choosing", "k-choose"),
        ("Writing", "k-write"),
        ("Filling", "k-fill"),
        ("Mapping", "k-map"),
    ],
)
def test_the_general_kinds_stand_alone_too(name: str, step: str) -> None:
    widget = getattr(lhs_widgets, name)(step, deck=parse_deck(KINDS_DECK))
    assert enter(widget, "answer-1", **GOOD[step]) == [{"type": "saved", "id": "to-answer-1"}]
    assert [answer.step for answer in widget.answers] == [step]


@pytest.mark.parametrize("step", ["p3d-roles", "p2d-conditions", ""])
def test_an_unknown_step_names_those_there_are(step: str) -> None:
    with pytest.raises(BadInput, match="there are: p2d-roles, d2k-roles, k2p-roles"):
        Roles(step)


def test_a_widget_speaks_french() -> None:
    widget = Roles("p2d-roles", language="fr")
    assert widget.language == "fr"
    assert widget.strings["choose"] == "Choisissez…"
    assert widget.step["who_sees"].startswith("Qui voit ceci")


def test_a_deck_of_ones_own_can_be_shown(tmp_path: Path) -> None:
    deck = tmp_path / "small.yaml"
    deck.write_text(SMALL_DECK, "utf-8")
    widget = WinningConditions(deck=str(deck))
    assert widget.step["question"] == "What makes it work?"


def test_what_is_entered_can_be_read() -> None:
    widget = Roles("p2d-roles")
    heard = enter(widget, "role-1", role="advisor", ratings={})
    assert heard == [{"type": "saved", "id": "to-role-1"}]
    assert [answer.role for answer in widget.answers] == ["advisor"]


def test_an_empty_card_is_no_answer() -> None:
    widget = WinningConditions()
    enter(widget, "cond-1", text="  ")
    assert widget.answers == []


def test_what_does_not_fit_is_refused_and_not_kept() -> None:
    widget = Roles("p2d-roles")
    assert enter(widget, "role-1", role="emperor")[0]["type"] == "refused"
    assert widget.answers == []


def test_two_widgets_share_nothing() -> None:
    one, other = WinningConditions(), WinningConditions()
    enter(one, "cond-1", text="Time")
    assert other.answers == []


def test_a_message_nobody_knows_changes_nothing() -> None:
    widget = Roles()
    before = widget.get_state()
    for content in ({}, {"type": "explode"}, {"type": None}, {"type": ["change"]}):
        widget._hear(widget, content, [])
    assert widget.get_state() == before
