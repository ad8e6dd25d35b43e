"""Before and after on the pages: plan, languages, agreed actions, the mark of a rehearsal."""

from __future__ import annotations

import pytest

from lhs_widgets.session import FacilitatorPage, ParticipantPage, WallPage
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop import Profile, Promise, Stamp, actions
from lhs_widgets.workshop.promises import carried_over
from tests.session.conftest import INVITATION, Browser
from tests.session.test_commands import do
from tests.support.workshops import SMALL_DECK, join, move


@pytest.fixture
def next_one(store: Store) -> Record:
    """A workshop that begins with what the last one left to be done."""
    left = [Promise("act-1", "Ask the clinic", carried="KDM7RT")]
    return store.open_workshop(SMALL_DECK, "The next one", "f" * 64, promises=left)


class TestThePlan:
    def test_the_console_shows_the_steps_with_their_time(
        self, facilitator: FacilitatorPage, record: Record
    ) -> None:
        browser = Browser(facilitator)
        hide = {"does": "replan", "change": "hide", "step": "roles"}
        browser.say(facilitator.console, type="do", **hide)
        prepared = facilitator.console.prepared
        assert [step["id"] for step in prepared["steps"]] == list(record.deck.steps)
        assert [step["hidden"] for step in prepared["steps"]] == [False, True, False, False]
        assert prepared["minutes"] == record.state().plan.minutes
        assert prepared["undo"] == 1

    def test_a_refused_plan_is_said_calmly(self, facilitator: FacilitatorPage) -> None:
        browser = Browser(facilitator)
        for step in ("welcome", "roles", "conditions", "challenges"):
            hide = {"does": "replan", "change": "hide", "step": step}
            browser.say(facilitator.console, type="do", **hide)
        assert "At least one step has to stay" in browser.heard[0]["sentence"]

    def test_a_new_title_is_everywhere(
        self, facilitator: FacilitatorPage, ada: ParticipantPage, wall: WallPage
    ) -> None:
        browser = Browser(facilitator)
        browser.say(facilitator.console, type="do", does="retitle", title="Another")
        for page in (ada, wall):
            page.refresh()
        assert facilitator.console.workshop["title"] == "Another"
        assert ada.header.walk["title"] == wall.wall.live["title"] == "Another"

    def test_it_has_begun_once_the_group_has_moved(self, next_one: Record) -> None:
        console = FacilitatorPage(next_one, INVITATION).console
        assert not console.prepared["begun"]
        move(next_one, "roles")
        assert FacilitatorPage(next_one, INVITATION).console.prepared["begun"]


class TestLimits:
    def test_they_are_settled_on_the_console_before_people_answer(self, next_one: Record) -> None:
        facilitator = FacilitatorPage(next_one, INVITATION)
        browser = Browser(facilitator)
        browser.say(facilitator.console, type="do", does="settle", agreement=80)
        assert facilitator.console.prepared["limits"] == {"agreement": 80}
        assert next_one.state().limits.agreement == 80
        move(next_one, "roles")
        facilitator.refresh()
        assert facilitator.console.prepared["settled"]
        browser.say(facilitator.console, type="do", does="settle", agreement=60)
        assert "stays as it is" in browser.heard[0]["sentence"]
        assert next_one.state().limits.agreement == 80


class TestLanguages:
    def test_only_offered_ones_can_be_chosen(self, record: Record) -> None:
        do(record, does="offer", languages=["en"])
        page = ParticipantPage(record, join(record, "p-ben"))
        assert page.header.languages == [["en", "English"]]
        Browser(page).say(page.header, type="language", language="fr")
        assert page.header.language == "en"

    def test_who_has_another_one_keeps_it(self, ada: ParticipantPage, record: Record) -> None:
        do(record, does="offer", languages=["fr"])
        ada.refresh()
        assert ada.header.language == "en"
        assert [code for code, _ in ada.header.languages] == ["en", "fr"]

    def test_the_wall_speaks_those_that_are_offered(self, wall: WallPage, record: Record) -> None:
        do(record, does="offer", languages=["fr"])
        wall.refresh()
        assert (wall.wall.language, wall.wall.live["languages"]) == ("fr", ["fr"])
        assert wall.wall.live["questions"] == ["Quels défis ?"]
        assert wall.wall.live["join_at"] == ["Pour participer"]


class TestAgreedActions:
    def test_they_are_on_every_page_at_the_last_step(
        self, facilitator: FacilitatorPage, ada: ParticipantPage, wall: WallPage, record: Record
    ) -> None:
        ada.go("challenges")
        do(record, does="promise", id="act-1", text="Ask the clinic", who="Ada", due="2026-12-01")
        for page in (facilitator, ada, wall):
            page.refresh()
        values = facilitator.console.promises_now
        assert values["which"] == "ours"
        assert values["list"][0]["due"] == "2026-12-01"
        assert ada.together.promises == wall.wall.live["promises"] == values

    def test_they_are_elsewhere_only_where_the_group_agrees(
        self, ada: ParticipantPage, record: Record
    ) -> None:
        do(record, does="promise", id="act-1", text="Ask the clinic")
        ada.go("conditions")
        assert ada.together.promises == {}
        do(record, does="stage", step="conditions", stage="agree")
        ada.refresh()
        assert ada.together.promises["which"] == "ours"

    def test_the_last_ones_are_at_the_first_step_of_the_next_workshop(
        self, next_one: Record
    ) -> None:
        wall = WallPage(next_one, INVITATION)
        page = ParticipantPage(next_one, join(next_one))
        assert page.together.promises["which"] == "last"
        assert wall.wall.live["promises_are"][1].startswith("Ce que nous avions convenu")
        move(next_one, "roles")
        wall.refresh()
        assert wall.wall.live["promises"] == {}

    def test_one_is_kept_or_done_and_what_is_open_goes_on(self, next_one: Record) -> None:
        state = do(next_one, does="promise", id="act-1", kept=True)
        assert (state.promises["act-1"].kept, state.promises["act-1"].carried) == (True, "KDM7RT")
        do(next_one, does="promise", id="act-2", text="Write to everyone")
        state = do(next_one, does="promise", id="act-1", done=True)
        (left,) = carried_over(state, next_one.code)
        assert (left.id, left.carried, left.kept) == ("act-2", next_one.code, False)

    def test_one_that_was_a_mistake_is_taken_off_the_list(self, next_one: Record) -> None:
        assert do(next_one, does="drop-promise", id="act-1").promises == {}

    def test_open_ones_come_first(self, facilitator: FacilitatorPage, record: Record) -> None:
        for name in ("act-1", "act-2"):
            do(record, does="promise", id=name, text=name)
        do(record, does="promise", id="act-1", done=True)
        facilitator.refresh()
        assert [each["id"] for each in facilitator.console.promises] == ["act-2", "act-1"]


class TestARehearsal:
    @pytest.fixture
    def rehearsal(self, store: Store, record: Record) -> Record:
        return store.open_rehearsal(record.code)

    def test_it_is_marked_on_every_page(self, rehearsal: Record) -> None:
        page = ParticipantPage(rehearsal, join(rehearsal))
        wall, console = WallPage(rehearsal, INVITATION), FacilitatorPage(rehearsal, INVITATION)
        assert page.header.walk["rehearsal"].startswith("Rehearsal")
        assert [words[:9] for words in wall.wall.live["rehearsal"]] == [
            "Rehearsal",
            "Répétition"[:9],
        ]
        assert console.console.rehearsal.startswith("Rehearsal")

    def test_a_workshop_has_no_mark(self, ada: ParticipantPage, wall: WallPage) -> None:
        assert (ada.header.walk["rehearsal"], wall.wall.live["rehearsal"]) == ("", ["", ""])

    def test_pages_that_are_still_open_say_that_it_was_wiped(
        self, store: Store, rehearsal: Record
    ) -> None:
        page = ParticipantPage(rehearsal, join(rehearsal))
        wall, console = WallPage(rehearsal, INVITATION), FacilitatorPage(rehearsal, INVITATION)
        store.erase_rehearsal(rehearsal.code)
        for each in (page, wall, console):
            each.refresh()
        assert "erased" in page.header.walk["rehearsal"]
        assert page.navigation.walk["gone"]
        assert "effacé" in wall.wall.live["rehearsal"][1]
        browser = Browser(console)
        browser.say(console.console, type="do", does="move", step="roles")
        assert browser.heard[0]["type"] == "refused"

    def test_who_is_pretended_is_here(self, rehearsal: Record) -> None:
        person = Profile(language="en")
        joined = actions.join(rehearsal.state(), "p-pretend", person, Stamp("rehearsal"))
        rehearsal.bring_in([joined], [])
        assert FacilitatorPage(rehearsal, INVITATION).console.room["here"] == 1
