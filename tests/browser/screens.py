"""Every screen of the workbook, and the way to each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from lhs_widgets.deck import load_deck
from lhs_widgets.store import Record
from lhs_widgets.workshop import Plan, Preparation, Promise, Purpose, Stamp, actions
from lhs_widgets.workshop.codes import fingerprint
from tests.support.room import Participant, Room
from tests.support.workshops import condition, join, move, reveal, write

DECK = load_deck("roadmap")


@dataclass
class Visit:
    """Someone on their way through a workshop, in their language."""

    room: Room
    opened: dict[str, str]
    person: Participant
    language: str

    @property
    def code(self) -> str:
        return self.opened["code"]

    @property
    def page(self) -> Page:
        return self.person.page

    @property
    def record(self) -> Record:
        return self.room.record(self.code)

    def goto(self, path: str) -> None:
        self.page.goto(self.room.address + path)

    def submit(self) -> None:
        self.page.locator("form button.main").click()

    def at(self, step: str) -> None:
        """Be at a step of the walk, with the group."""
        if "/walk/" not in self.page.url:
            self.goto(f"/walk/{self.code}")
            if "/join/" in self.page.url:
                self.person.join(self.room, self.code)
            self.person.arrive()
        move(self.record, step)
        self.person.follow(DECK.steps[step].question(self.language))  # type: ignore[arg-type]


def landing(visit: Visit) -> None:
    visit.goto("/")


def text_and_colours(visit: Visit) -> None:
    visit.goto("/look?back=/")
    visit.page.locator("[name=text][value=usual]").check()
    visit.page.locator("[name=colours][value=light]").check()
    visit.submit()
    expect(visit.page.get_by_role("status")).to_be_visible()


def landing_with_an_unknown_code(visit: Visit) -> None:
    visit.goto("/")
    visit.page.locator("#code").fill("ZZZZZZ")
    visit.submit()
    expect(visit.page.get_by_role("alert")).to_be_visible()


def joining(visit: Visit) -> None:
    visit.goto(f"/join/{visit.code}")
    visit.page.locator("summary").click()


def joining_without_consent(visit: Visit) -> None:
    visit.goto(f"/join/{visit.code}")
    visit.submit()
    expect(visit.page.get_by_role("alert")).to_be_visible()


def joining_a_research_session(visit: Visit) -> None:
    deck = visit.record.deck_yaml
    research = Preparation(
        title="A study",
        plan=Plan.of(visit.record.deck),
        purpose=Purpose(aim="both", reb="2026-014"),
    )
    study = visit.room.store.open_workshop(deck, "A study", fingerprint("S"), prepared=research)
    visit.goto(f"/join/{study.code}?language={visit.language}")
    visit.page.locator("[name=contact]").check()
    expect(visit.page.locator("#address")).to_be_visible()


def not_taking_part(visit: Visit) -> None:
    visit.goto(f"/no-thanks/{visit.code}")


def coming_back(visit: Visit) -> None:
    visit.goto(f"/return/{visit.code}")


def coming_back_with_an_unknown_code(visit: Visit) -> None:
    visit.goto(f"/return/{visit.code}")
    visit.page.locator("#return_code").fill("BBBB-BBBB-BBBB")
    visit.submit()
    expect(visit.page.get_by_role("alert")).to_be_visible()


def an_unknown_page(visit: Visit) -> None:
    visit.goto("/nothing/here")


def the_key_page(visit: Visit) -> None:
    visit.goto("/facilitate")


def the_key_page_with_a_wrong_key(visit: Visit) -> None:
    visit.goto("/facilitate")
    visit.page.locator("#key").fill("wrong")
    visit.submit()
    expect(visit.page.get_by_role("alert")).to_be_visible()


def a_step_to_read(visit: Visit) -> None:
    visit.at("who-sees-what")


def roles(visit: Visit) -> None:
    visit.at("p2d-roles")
    visit.page.locator(".step:visible details:not([open]) summary").first.click()
    visit.person.choose_role(0, today=1, wished=4)
    visit.page.locator(".step:visible .add").click()
    visit.page.locator(".step:visible .function input[type=text]").first.fill("Translator")
    visit.person.saved()


def conditions(visit: Visit) -> None:
    visit.at("p2d-conditions")
    visit.page.locator(".step:visible .evidence summary").click()
    visit.person.write("Someone explains the form\nbefore we fill it in", ratings=(4, 2))
    visit.page.locator(".step:visible .add").click()
    visit.person.saved()


def a_condition_removed(visit: Visit) -> None:
    visit.at("p2d-conditions")
    visit.page.locator(".step:visible .remove").last.click()
    expect(visit.page.locator(".removed button")).to_be_visible()


def challenges_linked_to_a_condition(visit: Visit) -> None:
    visit.at("p2d-challenges")
    visit.person.write("The form comes in one language only")
    visit.page.locator(".step:visible .card select").last.select_option(index=1)
    visit.person.saved()


def the_answers_of_others(visit: Visit) -> None:
    visit.at("p2d-conditions")
    someone = join(visit.record, "p-somebody")
    words = "Veryveryverylongwordwithoutanyspace" * 3
    answer = condition("somebodys-answer", words).model_copy(update={"step": "p2d-conditions"})
    write(visit.record, someone, answer)
    reveal(visit.record, "p2d-conditions")
    expect(visit.page.locator(".together .others")).to_contain_text(words)


def help_and_coming_back(visit: Visit) -> None:
    visit.at("p2d-conditions")
    visit.page.locator("nav.bottom summary").click()
    expect(visit.page.locator("nav.bottom .code")).to_be_visible()


def the_group_has_moved_on(visit: Visit) -> None:
    visit.at("p2d-conditions")
    visit.page.locator(".step:visible textarea").first.focus()
    move(visit.record, "p2d-challenges")
    expect(visit.page.locator(".news button")).to_be_visible()


def our_roadmap(visit: Visit) -> None:
    visit.at("our-roadmap")
    expect(visit.page.locator(".roadmap").first).to_be_visible()


def a_finished_workshop(visit: Visit) -> None:
    visit.at("p2d-conditions")
    visit.record.append(actions.finish(visit.record.state(), Stamp("facilitator")))
    expect(visit.page.locator(".step:visible .notice")).to_be_visible()


def what_one_agreed_to(visit: Visit) -> None:
    visit.goto(f"/consent/{visit.code}")
    visit.page.locator("[name=contact]").check()
    visit.submit()
    expect(visit.page.get_by_role("alert")).to_be_visible()


def having_said_no(visit: Visit) -> None:
    visit.page.locator("[name=contact]").uncheck()
    expect(visit.page.locator("#address")).not_to_be_visible()
    visit.submit()
    expect(visit.page.get_by_role("status")).to_be_visible()


def taking_ones_answers_back(visit: Visit) -> None:
    visit.goto(f"/take-back/{visit.code}")
    expect(visit.page.locator("form[method=post] button.main")).to_be_visible()


def nothing_to_take_back(visit: Visit) -> None:
    visit.goto(f"/take-back/{visit.code}")
    expect(visit.page.locator("form")).to_have_count(0)


def joining_a_finished_workshop(visit: Visit) -> None:
    visit.person.context.clear_cookies()
    visit.goto(f"/join/{visit.code}?language={visit.language}")
    expect(visit.page.locator(".notice")).to_be_visible()


def the_phone_that_was_left(visit: Visit) -> None:
    visit.goto(f"/walk/{visit.code}")
    visit.person.arrive()
    visit.page.locator("nav.bottom summary").click()
    visit.page.locator("nav.bottom form button").click()
    visit.page.wait_for_url("**/leave/*")


def the_list_of_workshops(visit: Visit) -> None:
    visit.page.goto(visit.room.facilitate_url)
    visit.goto(f"/facilitate?language={visit.language}")
    visit.page.locator(".workshops summary").first.click()
    expect(visit.page.locator(".workshops [name=name]").first).to_be_visible()


def how_all_workshops_are_going(visit: Visit) -> None:
    visit.page.goto(visit.room.facilitate_url)
    visit.goto(f"/facilitate/overview?language={visit.language}")
    expect(visit.page.locator(".glances .facts").first).to_be_visible()


def several_workshops_together(visit: Visit) -> None:
    store, deck = visit.room.store, visit.record.deck.id
    walks = [store.record(each.code).walk() for each in store.workshops()]
    if sum(walk.deck.id == deck and not walk.rehearses for walk in walks) < 2:
        store.open_workshop(visit.record.deck_yaml, "Another group", "")
    visit.page.goto(visit.room.facilitate_url)
    visit.goto(f"/facilitate/together?deck={deck}&language={visit.language}")
    expect(visit.page.locator("section").first).to_be_visible()


def templates_and_rehearsals(visit: Visit) -> None:
    rehearsal(visit)
    store = visit.room.store
    if f"Walk {visit.language}" not in store.templates.names():
        store.templates.save(f"Walk {visit.language}", visit.record)
    visit.goto("/facilitate")
    visit.page.locator(".templates summary").first.click()
    expect(visit.page.locator(".rehearsals button").first).to_be_visible()


def the_next_workshop_of_a_group(visit: Visit) -> None:
    visit.goto(f"/facilitate?after={visit.code}")
    expect(visit.page.locator("[name=after]")).to_have_count(1)


def a_name_that_is_taken(visit: Visit) -> None:
    visit.goto("/facilitate")
    visit.page.locator(".workshops summary").first.click()
    visit.page.locator(".workshops [name=name]").first.fill(f"Walk {visit.language}")
    visit.page.locator("[value=template]").first.click()
    expect(visit.page.get_by_role("alert")).to_be_visible()


def a_workshop_without_a_title(visit: Visit) -> None:
    visit.goto("/facilitate")
    visit.page.locator("#title").fill(" ")
    visit.submit()
    expect(visit.page.get_by_role("alert")).to_be_visible()


def the_console(visit: Visit) -> None:
    visit.page.goto(visit.opened["facilitate_url"])
    visit.page.locator("[data-step=p2d-conditions]").click()
    expect(
        visit.page.locator(".console .said:visible, .console .others:visible").first
    ).to_be_visible()


def who_facilitates(visit: Visit) -> None:
    visit.goto(f"/facilitate/{visit.code}/keys?language={visit.language}")
    visit.page.locator("#name").fill("Sam")
    visit.page.locator("[value=onlooker]").check()
    visit.submit()
    expect(visit.page.get_by_role("status")).to_be_visible()


def the_console_of_who_looks_on(visit: Visit) -> None:
    link = visit.page.locator(".panel .url").inner_text()
    ours = visit.page.context.cookies()
    visit.page.context.clear_cookies()
    visit.page.goto(link)
    visit.page.locator("[data-step=p2d-conditions]").click()
    expect(visit.page.locator(".console .others:visible").first).to_be_visible()
    assert visit.page.locator(".console button:visible:not([data-step])").count() <= 3
    visit.page.context.add_cookies(ours)  # type: ignore[arg-type]


def the_plan(visit: Visit) -> None:
    visit.goto(f"/facilitate/{visit.code}")
    visit.page.locator("[data-view=prepare]").click()
    visit.page.locator("[data-does=stages-p2d-conditions]").click()
    visit.page.locator("[data-does=seen-p2d-roles]").click()
    expect(visit.page.locator(".plan li.is-hidden")).to_have_count(1)


def the_agreed_actions(visit: Visit) -> None:
    visit.page.locator("[data-view=promises]").click()
    longest = "Veryveryverylongwordwithoutanyspace" * 3
    for known, words in enumerate(("Ask the clinic for a room", longest)):
        visit.page.locator("[data-does=promise-text]").fill(words)
        visit.page.locator("[data-does=promise-due]").fill("2026-12-03")
        visit.page.locator("[data-does=promise-add]").click()
        expect(visit.page.locator("ul.promises > li")).to_have_count(known + 1)
    visit.page.locator("[data-does^=change-]").first.click()


def rehearsal(visit: Visit) -> str:
    """The code of a rehearsal of a workshop that begins with an action of an earlier one."""
    known = [entry.code for entry in visit.room.store.workshops()]
    states = {code: visit.room.record(code).state() for code in known}
    found = [code for code, state in states.items() if state.rehearses]
    if found:
        return found[0]
    left = [Promise("act-1", "Ask the clinic for a room", "The team", "2026-12-03", carried="X")]
    deck = visit.record.deck_yaml
    original = visit.room.store.open_workshop(deck, "Another", fingerprint("KEY"), promises=left)
    return visit.room.store.open_rehearsal(original.code).code


def the_console_of_a_rehearsal(visit: Visit) -> None:
    visit.goto(f"/facilitate/{rehearsal(visit)}")
    expect(visit.page.locator("section.promises-now")).to_be_visible()
    expect(visit.page.locator(".rehearsal-mark")).to_be_visible()


def the_wall_of_a_rehearsal(visit: Visit) -> None:
    visit.goto(f"/wall/{rehearsal(visit)}")
    expect(visit.page.locator(".wall .promises li")).to_be_visible()


def joining_a_rehearsal(visit: Visit) -> None:
    visit.goto(f"/join/{rehearsal(visit)}")
    expect(visit.page.locator(".notice.rehearsal")).to_be_visible()


def a_rehearsal_on_a_phone(visit: Visit) -> None:
    visit.person.join(visit.room, rehearsal(visit))
    expect(visit.page.locator(".together .promises li")).to_be_visible()


def the_wall(visit: Visit) -> None:
    move(visit.record, "p2d-conditions")
    visit.goto(f"/wall/{visit.code}")
    expect(visit.page.locator(".wall .said li").first).to_be_visible()


def people_without_a_phone(visit: Visit) -> None:
    visit.page.goto(visit.opened["facilitate_url"])
    visit.goto(f"/scribe/{visit.code}?language={visit.language}")
    visit.page.locator("[name=consent]").check()
    visit.page.locator("#name").fill("Rosa")
    visit.page.locator("#add button.main").click()
    expect(visit.page.locator(".people li")).to_have_count(1)


def a_person_without_consent(visit: Visit) -> None:
    visit.goto(f"/scribe/{visit.code}")
    visit.page.locator("#add button.main").click()
    expect(visit.page.get_by_role("alert")).to_be_visible()


def a_card_that_nobody_has(visit: Visit) -> None:
    visit.goto(f"/scribe/{visit.code}")
    visit.page.locator("#code").fill("Z9-05")
    visit.page.locator("#code").press("Enter")
    expect(visit.page.get_by_role("alert")).to_be_visible()


def more_about_a_person(visit: Visit) -> None:
    visit.goto(f"/scribe/{visit.code}/A1/more")
    visit.page.locator("[value=return-code]").click()
    expect(visit.page.get_by_role("status")).to_be_visible()
    visit.page.locator("summary").click()


def writing_for_someone(visit: Visit) -> None:
    move(visit.record, "p2d-challenges")
    visit.goto(f"/scribe/{visit.code}")
    visit.page.locator("#code").fill("a1-05")
    visit.page.locator("#code").press("Enter")
    visit.person.arrive()
    visit.person.write("Someone explains the form\nbefore we fill it in", ratings=(4, 2))
    visit.person.saved()


#: In the order in which one visit can go through them.
SCREENS: tuple[Callable[[Visit], None], ...] = (
    landing,
    text_and_colours,
    landing_with_an_unknown_code,
    joining,
    joining_without_consent,
    joining_a_research_session,
    not_taking_part,
    coming_back,
    coming_back_with_an_unknown_code,
    an_unknown_page,
    the_key_page,
    the_key_page_with_a_wrong_key,
    a_step_to_read,
    roles,
    conditions,
    a_condition_removed,
    challenges_linked_to_a_condition,
    the_answers_of_others,
    help_and_coming_back,
    the_group_has_moved_on,
    our_roadmap,
    a_finished_workshop,
    what_one_agreed_to,
    having_said_no,
    taking_ones_answers_back,
    the_phone_that_was_left,
    nothing_to_take_back,
    joining_a_finished_workshop,
    the_list_of_workshops,
    how_all_workshops_are_going,
    several_workshops_together,
    templates_and_rehearsals,
    the_next_workshop_of_a_group,
    a_name_that_is_taken,
    a_workshop_without_a_title,
    the_console,
    who_facilitates,
    the_console_of_who_looks_on,
    the_plan,
    the_agreed_actions,
    the_console_of_a_rehearsal,
    the_wall_of_a_rehearsal,
    joining_a_rehearsal,
    a_rehearsal_on_a_phone,
    the_wall,
    people_without_a_phone,
    a_person_without_consent,
    a_card_that_nobody_has,
    more_about_a_person,
    writing_for_someone,
)
