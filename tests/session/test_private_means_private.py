"""What pages tell a browser about someone: at each surface, before and after answers are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lhs_widgets.session import FacilitatorPage, ParticipantPage, ScribePage, WallPage
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import Ballot, Profile, Stamp, actions
from tests.session.conftest import INVITATION, Browser
from tests.support.workshops import SMALL_DECK, condition, count, move, reveal, stamp, write

WORDS = "Ada's own words"

#: What no page of another person, nor the wall, ever holds of Ada.
SECRETS = {"who": "p-ada", "when": "12:34:56", "draft": "a draft", "rating": "importance"}


@pytest.fixture
def names() -> str:
    """What the step tells of authors, unless a test goes through all settings."""
    return "anonymous"


each_setting = pytest.mark.parametrize("names", ["anonymous", "group", "named"])


@pytest.fixture
def record(store: Store, names: str) -> Record:
    """Ada, a manager, has written, rated and finished; Ben is a patient, Cy is at a scribe's."""
    deck = SMALL_DECK.replace("id: conditions\n", f"id: conditions\n        names: {names}\n")
    record = store.open_workshop(deck, "A workshop", "f")
    move(record, "conditions")
    people = {
        "p-ada": Profile(language="fr", name="Zéphirine", group="manager"),
        "p-ben": Profile(language="en", name="Benedict", group="patient"),
        "p-cy": Profile(language="en", name="Cyrille", card="A7"),
    }
    for person, profile in people.items():
        record.admit(actions.join(record.state(), person, profile, stamp()), None)
    write(record, "p-ada", condition("c-01", "a draft"))
    write(record, "p-ada", condition("c-01", WORDS, ratings={"importance": 2}))
    done = actions.mark_done(record.state(), "p-ada", "conditions", stamp(), done=True)
    record.append(done)
    return record


Open = Callable[[Record], Any]

OTHERS: dict[str, Open] = {
    "a phone": lambda record: ParticipantPage(record, "p-ben", at="conditions"),
    "a scribe's page": lambda record: ScribePage(record, "p-cy", back="/", at="conditions"),
    "the wall": lambda record: WallPage(record, INVITATION),
}


@pytest.fixture(params=OTHERS)
def page(request: pytest.FixtureRequest, record: Record) -> Any:
    return OTHERS[request.param](record)


def told(page: Any) -> str:
    """All that the browser is told, without the content of the deck, which names the scales."""
    page.refresh()
    for widget in page.widgets:
        if hasattr(widget, "step"):
            widget.step = {}
    return Browser(page).sees()


def found(secrets: dict[str, str], text: str) -> list[str]:
    return [what for what, secret in secrets.items() if secret in text]


@each_setting
def test_before_the_reveal_a_page_holds_nothing_of_others(page: Any) -> None:
    whole = SECRETS | {"words": WORDS, "name": "Zéphirine", "group": "Manager", "id": "c-01"}
    assert found(whole, told(page)) == []


@each_setting
def test_after_the_reveal_it_holds_what_the_step_says(
    page: Any, record: Record, names: str
) -> None:
    reveal(record, "conditions")
    text = told(page)
    assert WORDS in text
    assert found(SECRETS, text) == []
    assert ("Zéphirine" in text) == (names == "named")
    assert ("Manager" in text) == (names != "anonymous")


def test_hidden_again_it_is_gone(page: Any, record: Record) -> None:
    reveal(record, "conditions")
    told(page)
    reveal(record, "conditions", revealed=False)
    assert found(SECRETS | {"words": WORDS, "id": "c-01"}, told(page)) == []


def test_what_others_do_alone_changes_nothing_on_a_phone(record: Record) -> None:
    """Neither a count nor an order moves at the moment when someone saves."""
    page = OTHERS["a phone"](record)
    reveal(record, "conditions")
    before = told(page)
    write(record, "p-ada", condition("c-01", "thought again"))
    write(record, "p-ada", condition("c-02", "one more"))
    record.append(actions.raise_hand(record.state(), "p-ada", stamp(), hand=True))
    ballot = Ballot(stage="vote", round=1, dots={"c-01": 1})
    record.append(actions.cast_ballot(record.state(), "p-ada", "conditions", ballot, stamp()))
    assert told(page) == before


@each_setting
def test_the_console_reads_the_words_and_not_whose_they_are(record: Record, names: str) -> None:
    page = FacilitatorPage(record, INVITATION)
    page.view("conditions")
    text = told(page)
    assert WORDS in text
    assert found({k: v for k, v in SECRETS.items() if k != "rating"}, text) == []
    assert ("Zéphirine" in text) == (names == "named"), "who has finished, where names are shown"
    assert "Zéphirine" not in str(page.console.live) + str(page.console.board)


def test_the_console_orders_answers_by_their_words(record: Record) -> None:
    page = FacilitatorPage(record, INVITATION)
    page.view("conditions")
    for number, words in enumerate(("time", "Time", "TIME")):
        write(record, "p-ben", condition(f"c-1{number}", words))
    page.refresh()
    read = [card["text"] for card in page.console.live["answers"]]
    assert read == [WORDS, "TIME", "Time", "time"]


@pytest.mark.parametrize("voters", [2, 3])
def test_too_few_votes_are_told_to_nobody_not_even_the_facilitator(
    record: Record, voters: int
) -> None:
    reveal(record, "conditions")
    stage = actions.stage(record.state(), "conditions", "vote", Stamp("facilitator"))
    record.append(stage)
    for person in ("p-ada", "p-ben", "p-cy")[:voters]:
        ballot = Ballot(stage="vote", round=1, dots={"c-01": 1})
        record.append(actions.cast_ballot(record.state(), person, "conditions", ballot, stamp()))
    count(record, "vote")
    phone, wall = OTHERS["a phone"](record), OTHERS["the wall"](record)
    console = FacilitatorPage(record, INVITATION)
    for board in (phone.together.board, wall.wall.live["board"], console.console.board):
        assert ("too_few" in board["results"]) == (voters < 3)
        assert ("rows" in board["results"]) == (voters == 3)


@each_setting
def test_a_table_of_two_is_told_why_it_reads_nothing(record: Record, names: str) -> None:
    write(record, "p-ben", condition("c-02", "Ben's words"))
    record.append(actions.split(1, stamp()))
    for person in ("p-ada", "p-ben"):
        record.append(actions.seat(record.state(), person, 1, stamp()))
    reveal(record, "conditions")
    page = OTHERS["a phone"](record)
    assert (WORDS in told(page)) == (names == "named")
    assert page.together.board["table_waits"] == (0 if names == "named" else 3)
