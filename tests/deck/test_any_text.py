"""Whatever a deck's file holds, it is a deck or its mistakes are listed; nothing else happens."""

from __future__ import annotations

import io
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from lhs_widgets.deck import parse_deck
from lhs_widgets.errors import DeckError, Problem
from tests.support.any_document import spoil
from tests.support.workshops import SMALL_DECK

slow = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])

#: What means something in YAML, or does harm elsewhere.
pieces = st.sampled_from(
    [
        *(
            "a: ",
            "- ",
            "\n",
            "  ",
            "\t",
            "|\n",
            ">-\n",
            "? ",
            "# ",
            "---\n",
            "...\n",
            "%YAML 9.9\n",
        ),
        *("&x ", "*x ", "<<: ", "!!python/object/apply:os.system ", "!!binary ", "!!timestamp "),
        *("{", "}", "[", "]", ",", '"', "'", "\\x00", "\x00", "\x85", "\u2028", "\ufeff"),
        *("0o17", "1e999", ".inf", "2001-99-99", "1:2:3", "~", "yes", "=", "en: ", "fr: "),
    ]
)


def mistakes(text: str) -> Sequence[Problem]:
    try:
        parse_deck(text)
    except DeckError as error:
        return error.problems
    return ()


def is_read(text: str) -> None:
    for problem in mistakes(text):
        assert problem.line >= 1
        assert problem.wrong
        assert problem.mend


@slow
@given(st.text())
def test_any_text(text: str) -> None:
    is_read(text)


@slow
@given(st.lists(pieces | st.text(max_size=5), max_size=30).map("".join))
def test_anything_that_looks_like_yaml(text: str) -> None:
    is_read(text)


@slow
@given(st.data())
def test_a_deck_with_pieces_put_in_and_taken_out(data: st.DataObject) -> None:
    text = SMALL_DECK
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 30))
        text = text[:place] + data.draw(pieces | st.just("")) + text[place + gone :]
    is_read(text)


@slow
@given(st.data())
def test_a_deck_in_which_any_value_is_another(data: st.DataObject) -> None:
    document = YAML(typ="safe", pure=True).load(SMALL_DECK)
    spoil(document, data)
    written = io.StringIO()
    YAML(typ="safe", pure=True).dump(document, written)
    is_read(written.getvalue())
