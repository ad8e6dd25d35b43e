"""Before and after a workshop, over plain HTTP: copies, templates, the next one, rehearsals."""

from __future__ import annotations

import pytest

from lhs_widgets.errors import UnknownWorkshop
from lhs_widgets.rehearsal import Company
from lhs_widgets.server.settings import Settings
from lhs_widgets.store import Record
from tests.server.conftest import KEY, Reply, Visitor
from tests.session.test_commands import do
from tests.support.room import wait_until
from tests.support.workshops import join, move


@pytest.fixture
def facilitator(visitor: Visitor) -> Visitor:
    """Someone with the key of the server."""
    visitor.get(f"/facilitate?key={Settings.of(visitor.room.data).facilitator_key()}")
    return visitor


@pytest.fixture
def prepared(workshop: Record) -> Record:
    """A workshop with a plan of its own, in French, someone in it, and two actions."""
    do(workshop, does="replan", change="hide", step="p2d-roles")
    do(workshop, does="offer", languages=["fr"])
    do(workshop, does="promise", id="act-1", text="Ask the clinic")
    do(workshop, does="promise", id="act-2", text="Write to all", done=True)
    join(workshop)
    return workshop


def opened(facilitator: Visitor, reply: Reply) -> Record:
    """The workshop whose console a reply leads to."""
    assert reply.status == 303, reply.text
    return facilitator.room.record(reply.place.removeprefix("/facilitate/"))


FORMS = [
    ("/facilitate/copy", {"code": "{}", "do": "duplicate"}),
    ("/facilitate/copy", {"code": "{}", "do": "template", "name": "Forged"}),
    ("/facilitate/templates", {"name": "Any", "do": "delete"}),
    ("/facilitate/{}/rehearse", {"participants": "4"}),
    ("/facilitate/{}/wipe", {}),
]


@pytest.mark.parametrize(("path", "form"), FORMS)
def test_strangers_and_other_sites_do_nothing(
    visitor: Visitor, facilitator: Visitor, workshop: Record, path: str, form: dict[str, str]
) -> None:
    before = len(visitor.room.store.workshops())
    filled = {name: value.format(workshop.code) for name, value in form.items()}
    stranger = Visitor(visitor.room)
    assert stranger.post(path.format(workshop.code), filled).status == 403
    forged = facilitator.post(path.format(workshop.code), filled, Origin="http://elsewhere.example")
    assert forged.status == 403
    assert len(visitor.room.store.workshops()) == before
    assert "Forged" not in visitor.room.store.templates.names()


class TestCopies:
    def test_a_duplicate_has_all_but_people_and_answers(
        self, facilitator: Visitor, prepared: Record
    ) -> None:
        reply = facilitator.post("/facilitate/copy", {"code": prepared.code, "do": "duplicate"})
        copy, before = opened(facilitator, reply).state(), prepared.state()
        assert copy.title == "A test (copy)"
        assert (copy.plan, copy.languages) == (before.plan, ("fr",))
        assert copy.participants == {}
        assert [(p.text, p.carried) for p in copy.promises.values()] == [
            ("Ask the clinic", prepared.code)
        ]

    def test_a_long_title_is_cut_for_its_copy(self, facilitator: Visitor, workshop: Record) -> None:
        do(workshop, does="retitle", title="T" * 120)
        form = {"code": workshop.code, "do": "duplicate"}
        reply = facilitator.post("/facilitate/copy", form, Accept_Language="fr")
        title = opened(facilitator, reply).state().title
        assert len(title) == 120
        assert title.endswith("T (copie)")

    def test_nothing_is_done_that_was_not_asked_for(
        self, facilitator: Visitor, workshop: Record
    ) -> None:
        form = {"code": workshop.code, "do": "everything"}
        assert facilitator.post("/facilitate/copy", form).status == 400
        assert facilitator.post("/facilitate/copy", {"code": "ZZZZZZ"}).status == 404


class TestTheNextOne:
    def test_it_begins_with_what_was_left(self, facilitator: Visitor, prepared: Record) -> None:
        page = facilitator.get(f"/facilitate?after={prepared.code}").text
        assert "It begins with the 1 unfinished action of “A test”." in page
        form = {"title": "Again", "deck": "same", "after": prepared.code}
        state = opened(facilitator, facilitator.post("/facilitate/new", form)).state()
        assert [each.carried for each in state.promises.values()] == [prepared.code]
        assert (state.title, state.plan) == ("Again", prepared.state().plan)

    def test_it_may_have_another_deck(self, facilitator: Visitor, prepared: Record) -> None:
        form = {"title": "Again", "deck": "roadmap", "after": prepared.code}
        state = opened(facilitator, facilitator.post("/facilitate/new", form)).state()
        assert len(state.promises) == 1
        assert state.plan != prepared.state().plan

    def test_the_form_keeps_what_was_typed(self, facilitator: Visitor, prepared: Record) -> None:
        form = {"title": "T" * 121, "deck": "same", "after": prepared.code}
        reply = facilitator.post("/facilitate/new", form)
        assert reply.status == 400
        assert f'name="after" value="{prepared.code}"' in reply.text
        assert f'value="{"T" * 121}"' in reply.text

    @pytest.mark.parametrize(
        "wrong", [{"after": "ZZZZZZ"}, {"deck": "same"}, {"deck": "template:x"}]
    )
    def test_what_is_not_there_opens_nothing(
        self, facilitator: Visitor, wrong: dict[str, str]
    ) -> None:
        before = len(facilitator.room.store.workshops())
        reply = facilitator.post("/facilitate/new", {"title": "T", "deck": "roadmap"} | wrong)
        assert reply.status == 400
        assert len(facilitator.room.store.workshops()) == before


class TestTemplates:
    def test_one_is_kept_chosen_renamed_and_deleted(
        self, facilitator: Visitor, prepared: Record
    ) -> None:
        form = {"code": prepared.code, "do": "template", "name": "Our <walk>"}
        kept = facilitator.post("/facilitate/copy", form)
        page = facilitator.get(kept.place).text
        assert "The template is saved." in page
        assert '<option value="template:Our &lt;walk&gt;">Our &lt;walk&gt;</option>' in page
        form = {"title": "From it", "deck": "template:Our <walk>"}
        state = opened(facilitator, facilitator.post("/facilitate/new", form)).state()
        assert (state.plan, state.promises) == (prepared.state().plan, {})
        form = {"name": "Our <walk>", "do": "rename", "new": "Ours"}
        assert facilitator.post("/facilitate/templates", form).status == 303
        facilitator.post("/facilitate/templates", {"name": "Ours", "do": "delete"})
        assert "Ours" not in facilitator.get("/facilitate").text

    def test_what_is_wrong_is_said(self, facilitator: Visitor, workshop: Record) -> None:
        form = {"code": workshop.code, "do": "template", "name": "Taken"}
        assert facilitator.post("/facilitate/copy", form).status == 303
        assert "with this name already" in facilitator.post("/facilitate/copy", form).text
        form["name"] = " "
        assert "a name of 1 to 120 letters" in facilitator.post("/facilitate/copy", form).text
        gone = facilitator.post("/facilitate/templates", {"name": "Gone", "do": "delete"})
        assert (gone.status, "is gone already" in gone.text) == (400, True)


class TestLanguages:
    def test_the_way_in_offers_those_of_the_workshop(
        self, visitor: Visitor, workshop: Record
    ) -> None:
        do(workshop, does="offer", languages=["fr"])
        page = visitor.get(f"/join/{workshop.code}", Accept_Language="en").text
        assert '<html lang="fr"' in page
        assert "language=en" not in page
        visitor.join(workshop)
        (person,) = workshop.state().participants.values()
        assert person.profile.language == "fr"

    def test_the_wall_opens_in_one_of_them(self, visitor: Visitor, workshop: Record) -> None:
        do(workshop, does="offer", languages=["fr"])
        assert '<html lang="fr"' in visitor.get(f"/wall/{workshop.code}", Accept_Language="en").text


class TestRehearsals:
    @pytest.fixture
    def keyholder(self, visitor: Visitor, workshop: Record) -> Visitor:
        """Someone with the key of this workshop alone."""
        visitor.get(f"/facilitate?workshop={workshop.code}&key={KEY}")
        return visitor

    def begin(self, keyholder: Visitor, workshop: Record) -> Record:
        form = {"participants": "4"}
        return opened(keyholder, keyholder.post(f"/facilitate/{workshop.code}/rehearse", form))

    def test_people_are_there_and_answer_when_the_facilitator_moves_on(
        self, keyholder: Visitor, workshop: Record
    ) -> None:
        rehearsal = self.begin(keyholder, workshop)
        assert (rehearsal.state().joined, rehearsal.state().rehearses) == (4, workshop.code)
        move(rehearsal, "p2d-conditions")
        wait_until(lambda: rehearsal.state().done_with("p2d-conditions") == 4, "their answers")
        assert workshop.state().participants == {}
        keyholder.post(f"/facilitate/{rehearsal.code}/wipe")

    def test_one_press_wipes_it_and_leads_back(self, keyholder: Visitor, workshop: Record) -> None:
        rehearsal = self.begin(keyholder, workshop)
        move(rehearsal, "p2d-conditions")
        reply = keyholder.post(f"/facilitate/{rehearsal.code}/wipe")
        assert (reply.status, reply.place) == (303, f"/facilitate/{workshop.code}")
        with pytest.raises(UnknownWorkshop):
            keyholder.room.record(rehearsal.code)
        assert keyholder.post(f"/facilitate/{rehearsal.code}/wipe").status == 404

    def test_a_real_workshop_is_not_wiped(self, keyholder: Visitor, workshop: Record) -> None:
        before = workshop.events()
        assert keyholder.post(f"/facilitate/{workshop.code}/wipe").status == 400
        assert workshop.events() == before

    @pytest.mark.parametrize("number", ["", "0", "5", "many", "1000000"])
    def test_a_number_that_was_not_offered_opens_nothing(
        self, keyholder: Visitor, workshop: Record, number: str
    ) -> None:
        before = len(keyholder.room.store.workshops())
        reply = keyholder.post(f"/facilitate/{workshop.code}/rehearse", {"participants": number})
        assert reply.status == 400
        assert len(keyholder.room.store.workshops()) == before

    def test_the_list_keeps_it_apart_and_wipes_it(
        self, facilitator: Visitor, workshop: Record
    ) -> None:
        rehearsal = facilitator.room.store.open_rehearsal(workshop.code)
        page = facilitator.get("/facilitate").text
        assert page.index("Rehearsals</h2>") < page.index(f"/facilitate/{rehearsal.code}")
        reply = facilitator.post(f"/facilitate/{rehearsal.code}/wipe", {"back": "list"})
        assert "The rehearsal is wiped" in facilitator.get(reply.place).text

    def test_the_way_in_says_that_it_is_one(self, visitor: Visitor, workshop: Record) -> None:
        rehearsal = visitor.room.store.open_rehearsal(workshop.code)
        assert "This is for practice" in visitor.get(f"/join/{rehearsal.code}").text
        assert "C’est pour s’exercer" in (
            visitor.get(f"/join/{rehearsal.code}", Accept_Language="fr").text
        )
        assert "This is for practice" not in visitor.get(f"/join/{workshop.code}").text

    def test_people_are_called_back_by_the_console(
        self, keyholder: Visitor, workshop: Record
    ) -> None:
        """As after the server was started anew: nobody plays yet."""
        rehearsal = keyholder.room.store.open_rehearsal(workshop.code)
        company = Company(rehearsal.state(), 4, rehearsal.code)
        rehearsal.bring_in(company.joining(rehearsal.state()), [])
        move(rehearsal, "p2d-conditions")
        keyholder.get(f"/facilitate?workshop={rehearsal.code}&key={KEY}")
        assert keyholder.get(f"/facilitate/{rehearsal.code}").status == 200
        wait_until(lambda: rehearsal.state().done_with("p2d-conditions") == 4, "their answers")
        keyholder.post(f"/facilitate/{rehearsal.code}/wipe")
