"""What people may do in a workshop, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lhs_widgets.deck import Deck
from lhs_widgets.errors import Refused
from lhs_widgets.workshop import (
    Contribution,
    Event,
    Kind,
    Profile,
    Workshop,
    actions,
    read_contribution,
    replay,
)
from tests.support.workshops import NOON, condition, stamp

ADA, BEN = "p-ada", "p-ben"
GOOD = {"id": "c-01", "step": "conditions", "language": "en", "text": "Time"}


@pytest.fixture
def workshop(small_deck: Deck) -> Workshop:
    """Ada and Ben have joined, and the group is at the winning conditions."""
    start = Workshop(small_deck)
    profile = Profile(language="en", name="Ada", group="patient")
    return replay(
        [
            actions.open_workshop("A workshop", stamp()),
            actions.join(start, ADA, profile, stamp()),
            actions.join(start, BEN, Profile(language="fr"), stamp()),
            actions.move(start, "conditions", stamp()),
        ],
        start,
    )


def refused(reason: str, action: Callable[[], object]) -> None:
    with pytest.raises(Refused) as caught:
        action()
    assert caught.value.reason == reason


def after(workshop: Workshop, *events: Event) -> Workshop:
    return replay(events, workshop)


class TestOpening:
    def test_a_new_workshop_stands_at_the_first_step(self, small_deck: Deck) -> None:
        opened = replay([actions.open_workshop("  Our   walk ", stamp())], Workshop(small_deck))
        assert (opened.title, opened.opened) == ("Our walk", NOON)
        assert opened.current == "welcome"
        assert opened.reached == {"welcome"}

    @pytest.mark.parametrize("title", ["", "   ", "x" * 121])
    def test_a_title_has_1_to_120_characters(self, title: str) -> None:
        refused("bad-title", lambda: actions.open_workshop(title, stamp()))


class TestPeople:
    def test_someone_who_joins_is_there(self, workshop: Workshop) -> None:
        assert workshop.participants[ADA].profile.group == "patient"
        assert workshop.participants[BEN].joined == NOON

    def test_a_profile_can_change(self, workshop: Workshop) -> None:
        french = Profile(language="fr")
        now = after(workshop, actions.change_profile(workshop, ADA, french, stamp()))
        assert now.participants[ADA].profile == french

    @pytest.mark.parametrize(
        "data",
        [
            None,
            {},
            {"language": "de"},
            {"language": "en", "group": "nobody"},
            {"language": "en", "name": "x" * 61},
            {"language": "en", "admin": True},
        ],
    )
    def test_a_profile_that_can_not_be_used_is_refused(
        self, workshop: Workshop, data: object
    ) -> None:
        refused("bad-profile", lambda: actions.read_profile(workshop, data))

    def test_a_stranger_can_not_act(self, workshop: Workshop) -> None:
        profile = Profile(language="en")
        refused("not-here", lambda: actions.change_profile(workshop, "p-eve", profile, stamp()))
        refused(
            "not-here", lambda: actions.contribute(workshop, "p-eve", condition("c-01"), stamp())
        )

    def test_marking_a_step_as_done_and_not(self, workshop: Workshop) -> None:
        done = after(workshop, actions.mark_done(workshop, ADA, "roles", stamp(), done=True))
        assert (done.done_with("roles"), done.done_with("conditions")) == (1, 0)
        undone = after(done, actions.mark_done(done, ADA, "roles", stamp(), done=False))
        assert undone.done_with("roles") == 0


class TestAnswers:
    def test_an_answer_is_kept_with_its_author(self, workshop: Workshop) -> None:
        now = after(workshop, actions.contribute(workshop, ADA, condition("c-01"), stamp()))
        [answer] = now.answers_to("conditions", participant=ADA)
        assert answer.contribution == condition("c-01")
        assert list(now.answers_to("conditions", participant=BEN)) == []

    def test_an_answer_changes_as_a_whole(self, workshop: Workshop) -> None:
        first = condition("c-01", "One", ratings={"importance": 1})
        one = after(workshop, actions.contribute(workshop, ADA, first, stamp()))
        two = after(one, actions.contribute(one, ADA, condition("c-01", "Two"), stamp()))
        [answer] = two.answers_to("conditions")
        assert (answer.contribution.text, answer.contribution.ratings) == ("Two", {})

    def test_a_blank_answer_says_nothing(self, workshop: Workshop) -> None:
        now = after(workshop, actions.contribute(workshop, ADA, condition("c-01", " "), stamp()))
        assert "c-01" in now.answers
        assert list(now.answers_to("conditions")) == []

    def test_an_answer_can_be_taken_back_twice(self, workshop: Workshop) -> None:
        now = after(workshop, actions.contribute(workshop, ADA, condition("c-01"), stamp()))
        gone = after(now, actions.withdraw(now, ADA, "c-01", stamp()))
        again = after(gone, actions.withdraw(gone, ADA, "c-01", stamp()))
        assert gone.answers == again.answers == {}

    def test_the_answer_of_another_is_out_of_reach(self, workshop: Workshop) -> None:
        now = after(workshop, actions.contribute(workshop, ADA, condition("c-01"), stamp()))
        refused("not-yours", lambda: actions.contribute(now, BEN, condition("c-01"), stamp()))
        refused("not-yours", lambda: actions.withdraw(now, BEN, "c-01", stamp()))

    def test_a_step_ahead_of_the_group_is_closed(self, workshop: Workshop) -> None:
        early = Contribution(id="h-01", step="challenges", language="en", text="Too early")
        refused("not-yet", lambda: actions.contribute(workshop, ADA, early, stamp()))

    def test_a_step_behind_the_group_stays_open(self, workshop: Workshop) -> None:
        role = Contribution(id="r-01", step="roles", language="en", role="advisor")
        assert actions.contribute(workshop, ADA, role, stamp()).step == "roles"


class TestReadingAnAnswer:
    def test_good_data_is_an_answer(self, small_deck: Deck) -> None:
        assert read_contribution(GOOD, small_deck).text == "Time"

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({"text": "x" * 2001}, "too-long"),
            ({"id": "../etc"}, "not-understood"),
            ({"id": "x" * 37}, "not-understood"),
            ({"language": "de"}, "not-understood"),
            ({"author": "p-ben"}, "not-understood"),
            ({"step": "nowhere"}, "no-such-step"),
            ({"step": "welcome"}, "no-such-step"),
            ({"ratings": {"importance": 9}}, "not-understood"),
            ({"ratings": {"influence": 1}}, "not-understood"),
            ({"role": "advisor"}, "not-understood"),
            ({"eased_by": "c-02"}, "not-understood"),
            ({"step": "roles", "role": "king", "text": ""}, "not-understood"),
            ({"step": "roles", "role": "advisor"}, "not-understood"),
            ({"step": "roles", "eased_by": "c-02"}, "not-understood"),
            ({"step": "challenges", "role": "advisor"}, "not-understood"),
            ({"text": "\ud800"}, "not-understood"),
        ],
    )
    def test_what_the_step_does_not_ask_for_is_refused(
        self, small_deck: Deck, change: dict[str, object], reason: str
    ) -> None:
        refused(reason, lambda: read_contribution(GOOD | change, small_deck))


class TestTheFacilitator:
    def test_moving_back_leaves_what_was_reached_open(self, workshop: Workshop) -> None:
        now = after(workshop, actions.move(workshop, "welcome", stamp()))
        assert now.current == "welcome"
        assert now.is_open("conditions")
        assert not now.is_open("challenges")
        assert now.is_open("conditions")
        assert not now.is_open("challenges")

    def test_answers_are_shown_and_hidden(self, workshop: Workshop) -> None:
        shown = after(workshop, actions.reveal(workshop, "roles", stamp(), revealed=True))
        assert shown.revealed == {"roles"}
        hidden = after(shown, actions.reveal(shown, "roles", stamp(), revealed=False))
        assert hidden.revealed == frozenset()

    def test_a_step_that_is_not_there_is_refused(self, workshop: Workshop) -> None:
        refused("no-such-step", lambda: actions.move(workshop, "nowhere", stamp()))
        refused("no-such-step", lambda: actions.reveal(workshop, "nowhere", stamp(), revealed=True))

    def test_a_finished_workshop_takes_nobody_and_nothing(self, workshop: Workshop) -> None:
        over = after(workshop, actions.finish(workshop, stamp()))
        profile = Profile(language="en")
        refused("finished", lambda: actions.join(over, "p-eve", profile, stamp()))
        refused("finished", lambda: actions.contribute(over, ADA, condition("c-01"), stamp()))

    def test_moving_opens_a_finished_workshop_again(self, workshop: Workshop) -> None:
        over = after(workshop, actions.finish(workshop, stamp()))
        assert over.finished
        assert not after(over, actions.move(over, "roles", stamp())).finished


class TestEvents:
    def test_an_event_carries_its_stamp(self) -> None:
        event = actions.open_workshop("A workshop", stamp("event-of-mine"))
        assert (event.id, event.kind, event.at) == ("event-of-mine", Kind.OPENED, NOON)
        assert (event.origin, event.seq) == ("participant", 0)
        assert event.placed(7).seq == 7

    def test_what_someone_who_left_did_is_passed_over(self, workshop: Workshop) -> None:
        late = [
            stamp().event(Kind.DONE, {"done": True}, participant="p-gone", step="roles"),
            stamp().event(Kind.PROFILE_CHANGED, {"language": "fr"}, participant="p-gone"),
        ]
        assert after(workshop, *late).participants == workshop.participants

    def test_someones_event_without_someone_is_a_fault(self, workshop: Workshop) -> None:
        with pytest.raises(ValueError, match="has no participant"):
            after(workshop, stamp().event(Kind.DONE, {"done": True}, step="roles"))
