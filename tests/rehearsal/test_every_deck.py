"""Pretend people find something to say at every step of every deck, and the same again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lhs_widgets.deck import built_in_decks, deck_text
from lhs_widgets.rehearsal import rehearse
from lhs_widgets.store import Record
from lhs_widgets.workshop import Contribution
from lhs_widgets.workshop.contributions import check_contribution
from tests.support.kinds import KINDS_DECK

DECKS = {"kinds": KINDS_DECK, **{name: deck_text(name) for name in built_in_decks()}}


def said(record: Record) -> dict[str, Contribution]:
    return {id_: answer.contribution for id_, answer in record.state().answers.items()}


@pytest.mark.parametrize("name", DECKS)
def test_every_step_is_answered_as_the_deck_asks_and_the_same_each_time(
    opened: Callable[..., Record], name: str
) -> None:
    record, again = opened(DECKS[name]), opened(DECKS[name])
    for each in (record, again):
        rehearse(each, participants=5, seed=1)
    assert said(record) == said(again)
    answers = said(record).values()
    assert {a.step for a in answers if not a.is_blank} == {
        step.id for _, step in record.deck.answered_steps()
    }
    for answer in answers:
        check_contribution(answer, record.deck)


def test_most_of_the_room_sorts_an_item_alike_and_people_link_what_they_put_on_a_map(
    opened: Callable[..., Record],
) -> None:
    record = opened(KINDS_DECK)
    rehearse(record, participants=12, seed=3)
    answers = said(record)
    bins = [a.bin for a in answers.values() if a.step == "k-sort" and a.item == "visit"]
    assert max(map(bins.count, bins)) > len(bins) / 2
    links = [answer.ends for answer in answers.values() if answer.ends]
    assert links
    assert all(end == "centre" or answers[end].bin for ends in links for end in ends)
