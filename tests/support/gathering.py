"""A room full of people: a facilitator, a wall, participants on phones, and a scribe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from os import kill
from signal import SIGCONT, SIGSTOP
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, WebSocket, expect

from lhs_widgets.deck import load_deck
from lhs_widgets.workshop import Workshop, ideas
from tests.support.room import Facilitator, Participant, Person, Room
from tests.support.scribe import Scribe

DECK = load_deck("roadmap")
PROJECTOR = {"width": 1920, "height": 1080}


class Gathering:
    """Who is in the room, and what they were told is saved.

    ``people`` holds participants by the name they gave, ``acknowledged`` the step and the words of
    each answer that a page called saved. ``at`` is where they come, if not at the server itself.
    """

    def __init__(self, room: Room, browser: Browser, *, at: str | None = None) -> None:
        self.room = room
        self.at = at
        self.browser = browser
        self.workshop = room.new_workshop()
        if at:  # what stands in its links is where other people come
            links = self.workshop.items()
            self.workshop = {name: _moved(link, at) for name, link in links}
        self.code = self.workshop["code"]
        self.facilitator = Facilitator(browser)
        self.facilitator.open(self.workshop["facilitate_url"])
        self.wall = Person(browser, PROJECTOR)
        self.heard: dict[Page, list[str]] = {}
        self._overhear(self.wall)
        self.wall.page.goto(self.workshop["wall_url"])
        self.people: dict[str, Participant] = {}
        self.acknowledged: list[tuple[str, str]] = []

    def close(self) -> None:
        for person in (*self.people.values(), self.facilitator, self.wall):
            person.close()

    @property
    def state(self) -> Workshop:
        return self.room.record(self.code).state()

    @property
    def pages(self) -> list[Page]:
        """What everyone in the room can see: each phone, and the wall."""
        return [*(person.page for person in self.people.values()), self.wall.page]

    def at_table(self, table: int) -> list[str]:
        """Who sits there, of those with a phone."""
        seated = self.state.participants.values()
        names = {person.profile.name for person in seated if person.table == table}
        return [name for name in self.people if name in names]

    def ideas_at(self, table: int) -> list[str]:
        """What was shown at the group's step of the answers of those who sit at a table."""
        state = self.state
        found = ideas(state, state.current, table)
        return [idea.text for idea in found]

    def _overhear(self, person: Person) -> None:
        """Note all that the server sends to a page from now on."""
        heard = self.heard.setdefault(person.page, [])

        def note(frame: str | bytes) -> None:
            heard.append(frame if isinstance(frame, str) else frame.decode("utf-8", "replace"))

        def listen(socket: WebSocket) -> None:
            socket.on("framereceived", note)

        person.page.on("websocket", listen)

    # Coming and going

    def joins(self, name: str, group: str, language: str) -> Participant:
        """Someone joins on a phone, under a name."""
        person = Participant(self.browser, f"{language}-CA")
        self._overhear(person)
        person.join(self.room, self.code, group, name=name, at=self.at)
        self.people[name] = person
        return person

    def leaves_and_comes_back(self, name: str) -> Participant:
        """Someone gives a borrowed phone back, and takes another one."""
        old = self.people[name]
        old.page.locator("nav.bottom summary").click()
        code = old.return_code
        old.page.locator("nav.bottom form button").click()
        old.page.wait_for_url(f"**/leave/{self.code}")
        old.close()
        new = Participant(self.browser, old.language)
        new.come_back(self.room, self.code, code)
        self.people[name] = new
        return new

    def adds_someone_without_a_phone(self, group: str, name: str) -> Scribe:
        """A scribe, beside the first person who has no phone."""
        scribe = Scribe(self.browser)
        scribe.open(self.workshop["facilitate_url"])
        scribe.page.get_by_role("link", name="People without a phone").click()
        scribe.page.wait_for_url(f"**/scribe/{self.code}")
        scribe.add(group, name)
        return scribe

    # Leading the group

    def next(self, words: str) -> None:
        """Press the only main button of the console, which says what comes next."""
        only = self.facilitator.page.locator(".console button.main:visible")
        expect(only).to_have_count(1)
        expect(only).to_contain_text(words)
        only.click()

    def everyone_is_at(self, step: str) -> None:
        for person in self.people.values():
            question = person.words(DECK.steps[step].question.en, DECK.steps[step].question.fr)
            person.follow(question)
        expect(self.wall.page.locator("h1")).to_have_text(DECK.steps[step].question.en)

    def goes_to_stage(self, stage: str) -> None:
        """Press a stage in the strip: any of them, earlier or later."""
        button = self.facilitator.page.locator(f"[data-stage={stage}]")
        button.click()
        expect(button).to_have_attribute("aria-current", "step")

    def everyone_reads(self, english: str, french: str, *, at: str = "main, body") -> None:
        for person in self.people.values():
            words = person.words(english, french)
            expect(person.page.locator(at).get_by_text(words).first).to_be_visible()

    def all_read(self, words: str) -> None:
        for page in self.pages:
            expect(page.get_by_text(words).locator("visible=true").first).to_be_visible()

    def agrees(self, words: str) -> None:
        """The facilitator writes down what the group agrees on."""
        field = self.facilitator.page.locator(".outcome textarea")
        field.fill(words)
        field.blur()
        expect(self.wall.page.locator(".agreed")).to_have_text(words)

    def hides(self, card: str, reason: str) -> None:
        """Hide a card from everyone."""
        console = self.facilitator.page
        self.facilitator.unfold("Hide a card")
        console.get_by_role("button", name=f"Hide: {card}").click()
        console.get_by_role("button", name=reason).click()
        console.get_by_role("button", name="Hide it from everyone").click()
        expect(console.locator(".hidden-cards li")).to_contain_text(reason)

    # Answers

    def write(self, step: str, answers: Mapping[str, str], ratings: tuple[int, ...] = ()) -> None:
        """Everyone named writes at the same time; all of it is called saved."""
        for name, text in answers.items():
            card = self.people[name].page.locator(".step:visible .cards > li").last
            card.locator("textarea").fill(text)
            card.locator("textarea").blur()
            for scale, value in enumerate(ratings):
                card.locator(".rating").nth(scale).locator(f"input[value='{value}']").check()
        self.are_saved(step, answers)

    def are_saved(self, step: str, answers: Mapping[str, str]) -> None:
        for name, text in answers.items():
            self.people[name].saved()
            self.acknowledged.append((step, text))

    def nobody_else_has(self, author: str, words: str) -> None:
        """Neither on another page or the wall, nor in anything that was ever sent to them."""
        others = [each for name, each in self.people.items() if name != author]
        for page in (each.page for each in (*others, self.wall)):
            assert words not in page.content()
            assert not any(words in frame for frame in self.heard.get(page, []))

    def everyone_has(self, words: str) -> None:
        """It was sent to every page that is listened to, and to the wall."""
        for heard in self.heard.values():
            assert any(words in frame for frame in heard)

    # Boards

    def board_saved(self, names: Iterable[str]) -> None:
        for name in names:
            status = self.people[name].page.locator(".together .status")
            expect(status).to_have_attribute("data-state", "saved")

    def selects(self, name: str, *ideas: str) -> None:
        for idea in ideas:
            self.people[name].page.locator(".selectable label").filter(has_text=idea).click()

    def groups(self, name: str, ideas: Iterable[str], theme: str) -> None:
        self.selects(name, *ideas)
        page = self.people[name].page
        page.locator("[data-does=theme-name]").fill(theme)
        page.locator("[data-does=group]").click()
        expect(self.theme(page, theme)).to_have_count(1)

    @staticmethod
    def theme(page: Page, title: str) -> Locator:
        heading = page.locator(".theme-title").filter(has_text=title)
        return page.locator(".theme").filter(has=heading)

    @staticmethod
    def option(page: Page, words: str) -> Locator:
        """What can be chosen on a ballot, by the words on it."""
        return page.locator(".ballot > li").filter(has_text=words)

    @contextmanager
    def before_either_hears_of_the_other(self, *names: str) -> Iterator[None]:
        """What these people do is done by all of them before the server has answered anyone."""
        kernels = [self.room.kernel_of(self.people[name]) for name in names]
        for kernel in kernels:
            kill(kernel, SIGSTOP)
        try:
            yield
        finally:
            for kernel in kernels:
                kill(kernel, SIGCONT)


def _moved(link: str, to: str) -> str:
    """A link to the same place at another address; what is no link stays as it is."""
    here = urlsplit(link)
    return f"{to}{here.path}{'?' if here.query else ''}{here.query}" if here.scheme else link
