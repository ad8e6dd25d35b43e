"""Every state of a live session, and the way to each; a screen returns the page it is on."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from lhs_widgets.language import translate
from lhs_widgets.workshop import actions
from tests.support.session import IDEAS, LONG_THEME, NAMED, Session
from tests.support.workshops import condition, move, stamp, write

MEET, WORDS, CHECK, LONG, TIME = IDEAS


def shown(page: Page, selector: str, words: str = "") -> Page:
    """The page, once something is on it."""
    expect(page.locator(selector).filter(has_text=words).first).to_be_visible()
    return page


def box(session: Session, words: str) -> Locator:
    return session.phone.page.locator(".selectable label").filter(has_text=words).locator("input")


# Holding the room, while people think


def a_hand_that_is_up(session: Session) -> Page:
    session.phone.page.locator(".hand").click()
    return shown(session.phone.page, ".hand[aria-pressed=true]")


def a_hidden_card(session: Session) -> Page:
    write(session.record, session.me, condition("mine", "Mr Smith never listens"))
    why = "It names a person."
    session.do(lambda w: actions.moderate(w, "mine", why, stamp(), moderated=True))
    return shown(session.phone.page, ".card .notice", why)


def a_clock_and_a_table(session: Session) -> Page:
    session.give_time(300)
    session.do(lambda _: actions.split(2, stamp()))
    session.do(lambda w: actions.seat(w, session.me, 2, stamp()))
    for who in ("p-0", "p-1", "p-2"):
        session.do(lambda w, p=who: actions.seat(w, p, 1, stamp()))  # type: ignore[misc]
    shown(session.phone.page, ".room-bar .clock[data-state=running]")
    return shown(session.phone.page, ".room-bar .words", "2")


def the_console_with_a_hand_and_a_clock(session: Session) -> Page:
    shown(session.console.page, ".time .clock")
    return shown(session.console.page, ".hands li")


def the_console_with_tables(session: Session) -> Page:
    session.console.page.locator(".fold:has([data-does=together-again]) summary").click()
    return shown(session.console.page, ".tables .table select")


def the_wall_with_tables_and_a_clock(session: Session) -> Page:
    shown(session.wall.page, ".bottom-line .clock")
    return shown(session.wall.page, ".doing")


def a_break_when_the_clock_is_over(session: Session) -> Page:
    session.do(lambda _: actions.pause(stamp(), paused=True))
    session.give_time(300, gone=400)
    shown(session.phone.page, ".room-bar .words p:nth-child(2)")
    return shown(session.phone.page, ".room-bar .clock[data-state=over] .told:not(:empty)")


def the_console_in_a_break(session: Session) -> Page:
    return shown(session.console.page, "[data-does^=next-resume]")


def the_wall_in_a_break(session: Session) -> Page:
    return shown(session.wall.page, ".clock[data-state=over]")


# Answers, and cards that are hidden


def a_card_that_is_being_hidden(session: Session) -> Page:
    session.do(lambda _: actions.pause(stamp(), paused=False))
    session.do(lambda _: actions.split(0, stamp()))
    session.do(lambda _: actions.stop_timer(stamp()))
    page = session.console.page
    expect(page.locator(".time .clock")).to_have_count(0)  # else what is pressed moves away
    page.locator(".said [data-does^=hide-]").first.click()
    return shown(page, ".said [data-does=hide-now]")


def the_hidden_cards(session: Session) -> Page:
    session.console.page.locator("[data-does=hide-not]").click()
    return shown(session.console.page, ".hidden-cards li", "Mr Smith")


def the_answers_to_read(session: Session) -> Page:
    session.at("reveal")
    return shown(session.phone.page, ".board .options li", MEET)


def notes_on_the_console(session: Session) -> Page:
    page = session.console.page
    page.locator(".fold:has(.notes) summary").click()
    page.locator(".notes textarea").fill("Ask Ada about the letter.")
    return shown(page, ".notes")


# What the group makes of its ideas


def grouping_with_nothing_selected(session: Session) -> Page:
    session.at("group")
    session.group([WORDS, CHECK], "t-words", LONG_THEME)
    return shown(session.phone.page, ".selectable .theme", CHECK)


def grouping_with_a_selection(session: Session) -> Page:
    box(session, MEET).check()
    return shown(session.phone.page, "[data-does=theme-name]")


def grouping_with_two_whole_themes(session: Session) -> Page:
    session.group([MEET, TIME], "t-time", "Time")
    for words in (WORDS, CHECK, TIME):
        box(session, words).check()
    return shown(session.phone.page, "[data-does=merge]")


def grouping_on_the_console(session: Session) -> Page:
    session.console.page.locator(".selectable input").first.check()
    return shown(session.console.page, "[data-does=group]")


def themes_on_the_wall(session: Session) -> Page:
    return shown(session.wall.page, ".said .theme", LONG_THEME)


def dots_to_give(session: Session) -> Page:
    session.at("vote")
    session.phone.page.locator("[data-does=more-t-words]").click()
    session.phone.page.locator("[data-does=more-t-time]").click()
    return shown(session.phone.page, ".budget", "0")


def a_vote_on_the_console(session: Session) -> Page:
    session.everyone_chooses("vote", [{"dots": {"t-words": 2}}, {"dots": {"t-time": 1}}])
    return shown(session.console.page, ".board .muted", "6")


def dots_that_are_counted(session: Session) -> Page:
    session.count("vote")
    return shown(session.phone.page, ".results .bar")


def dots_on_the_console(session: Session) -> Page:
    return shown(session.console.page, ".results .bar")


def dots_on_the_wall(session: Session) -> Page:
    return shown(session.wall.page, ".results .bar")


def ideas_to_rate(session: Session) -> Page:
    session.at("rate")
    session.phone.page.locator(".ballot .rating").first.locator("input").last.check()
    return shown(session.phone.page, ".ballot .chosen:not(.unset)")


def a_matrix(session: Session) -> Page:
    high = {"importance": 2, "influence": 0}
    low = {"importance": 1, "influence": 1}
    session.everyone_chooses("rate", [{"ratings": {"t-words": high, "t-time": low}}])
    session.count("rate")
    return shown(session.phone.page, ".matrix .spot")


def a_matrix_on_the_wall(session: Session) -> Page:
    return shown(session.wall.page, ".matrix .spot")


def ideas_to_rank(session: Session) -> Page:
    session.at("rank")
    session.phone.page.locator(".ballot select").first.select_option("t-words")
    return shown(session.phone.page, ".ballot select")


def a_ranking_that_is_counted(session: Session) -> Page:
    session.everyone_chooses("rank", [{"ranking": ("t-time", "t-words")}])
    session.count("rank")
    return shown(session.phone.page, ".results .bar")


def a_discussion_of_what_tables_wrote(session: Session) -> Page:
    session.at("discuss")
    session.agree("Every letter is read by a patient first.", table=1)
    session.agree("There is time to ask.", table=2)
    return shown(session.phone.page, ".of-tables li", "There is time")


def what_tables_wrote_on_the_console(session: Session) -> Page:
    shown(session.console.page, ".outcome textarea")
    return shown(session.console.page, ".of-tables li")


def what_tables_wrote_on_the_wall(session: Session) -> Page:
    return shown(session.wall.page, ".of-tables li")


def a_sense_check(session: Session) -> Page:
    session.agree("Every letter is read by a patient first.\n\nThere is time to ask.")
    session.at("sense-check")
    session.phone.page.locator("[data-does=position-object]").check()
    session.phone.page.locator(".board textarea").fill("And people who do not read?")
    return shown(session.phone.page, ".board textarea")


def words_of_those_who_object(session: Session) -> Page:
    choices = [{"position": "agree"}, {"position": "object", "reason": "Who has the time?"}]
    session.everyone_chooses("sense-check", choices)
    session.phone.page.locator(".board textarea").blur()
    session.count("sense-check")
    return shown(session.phone.page, ".reasons li", "Who has the time?")


def words_of_those_who_object_on_the_wall(session: Session) -> Page:
    return shown(session.wall.page, ".reasons li")


def what_is_agreed(session: Session) -> Page:
    session.at("agree")
    shown(session.phone.page, ".stage-name", translate(session.language, "Agree"))
    return shown(session.phone.page, ".agreed")


def what_is_agreed_on_the_console(session: Session) -> Page:
    return shown(session.console.page, ".agree .outcome textarea")


def what_is_agreed_on_the_wall(session: Session) -> Page:
    return shown(session.wall.page, ".agreed")


def ideas_to_translate_on_the_console(session: Session) -> Page:
    session.console.page.locator("[data-does=translating]").click()
    return shown(session.console.page, ".translating textarea")


def who_has_finished_where_names_are_seen(session: Session) -> Page:
    move(session.record, NAMED)
    page = session.console.page
    page.locator(f"[data-step={NAMED}]").click()
    page.locator(".fold:has(.people) summary").click()
    return shown(page, ".people li", "Ada 1")


#: In the order in which one session can go through them.
LIVE_SCREENS: tuple[Callable[[Session], Page], ...] = (
    a_hand_that_is_up,
    a_hidden_card,
    a_clock_and_a_table,
    the_console_with_a_hand_and_a_clock,
    the_console_with_tables,
    the_wall_with_tables_and_a_clock,
    a_break_when_the_clock_is_over,
    the_console_in_a_break,
    the_wall_in_a_break,
    a_card_that_is_being_hidden,
    the_hidden_cards,
    the_answers_to_read,
    notes_on_the_console,
    grouping_with_nothing_selected,
    grouping_with_a_selection,
    grouping_with_two_whole_themes,
    grouping_on_the_console,
    themes_on_the_wall,
    dots_to_give,
    a_vote_on_the_console,
    dots_that_are_counted,
    dots_on_the_console,
    dots_on_the_wall,
    ideas_to_rate,
    a_matrix,
    a_matrix_on_the_wall,
    ideas_to_rank,
    a_ranking_that_is_counted,
    a_discussion_of_what_tables_wrote,
    what_tables_wrote_on_the_console,
    what_tables_wrote_on_the_wall,
    a_sense_check,
    words_of_those_who_object,
    words_of_those_who_object_on_the_wall,
    what_is_agreed,
    what_is_agreed_on_the_console,
    what_is_agreed_on_the_wall,
    ideas_to_translate_on_the_console,
    who_has_finished_where_names_are_seen,
)
