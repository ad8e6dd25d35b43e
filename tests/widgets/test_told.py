"""A page that asks for its widgets hears what it may not know yet, and no more than that."""

from __future__ import annotations

from typing import Any

from lhs_widgets import Roles
from lhs_widgets.widgets import Header
from lhs_widgets.widgets.base import built_first
from lhs_widgets.widgets.told import Told


class Page:
    """A page's end of the line: what it was told."""

    def __init__(self, told: Told) -> None:
        self.heard: list[dict[str, Any]] = []
        told.open(self, None)

    def on_msg(self, hear: Any) -> None:
        self._ask = hear

    def send(self, data: dict[str, Any]) -> None:
        self.heard.append(data["states"])

    def ask(self, method: str = "request_states", **more: object) -> None:
        self._ask({"content": {"data": {"method": method, **more}}})


def test_a_page_that_was_written_with_the_states_hears_nothing_new() -> None:
    page = Page(Told([Header(), Roles("p2d-roles")]))
    page.ask()
    assert page.heard == [{}]


def test_it_hears_what_changed_while_it_was_on_its_way() -> None:
    header, roles = Header(), Roles("p2d-roles")
    page = Page(Told([header, roles]))
    roles.locked = True
    page.ask()
    assert page.heard == [{roles.model_id: {"state": {"locked": True}}}]


def test_one_that_asks_again_hears_all_but_modules_and_styles() -> None:
    header = Header()
    page = Page(Told([header]))
    page.ask()
    page.ask()
    [_, again] = page.heard
    assert again[header.model_id]["state"].keys() == set(header.keys) - {"_esm", "_css"}


def test_one_that_came_without_states_hears_all() -> None:
    header = Header()
    page = Page(Told([header]))
    page.ask(all=True)
    [heard] = page.heard
    assert heard[header.model_id]["state"].keys() == set(header.keys)


def test_what_nobody_asks_is_not_answered() -> None:
    page = Page(Told([Header()]))
    page.ask("update")
    assert page.heard == []


def test_a_widget_of_a_page_brings_the_address_of_its_module_and_no_content() -> None:
    with built_first("/static/walk.js?v=1"):
        widget = Roles(deck="roadmap")
    assert widget.get_state(["_esm", "_css", "step"]) == {
        "_esm": "/static/walk.js?v=1#roles",
        "_css": "",
        "step": {},
    }
