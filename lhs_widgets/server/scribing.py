"""People without a phone: a scribe adds them, opens their cards, and prints the cards.

These pages are for who has the facilitator's key. They never touch the cookie of a participant, so
a scribe may be a participant too, in the same browser.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from tornado.web import HTTPError

from ..deck import LANGUAGES, Language
from ..errors import BadInput, Refused
from ..language import languages, own_name
from ..paper import CardCode, free_codes, holder, packs, print_cards, read_code
from ..workshop import Participant, Profile, Stamp, Workshop, actions
from ..workshop.codes import contact_lock, fingerprint, new_participant, new_secret
from . import consenting
from .facilitating import FacilitatorsPage
from .joining import let_in


class ScribesPage(FacilitatorsPage):
    """A page about the people whom a scribe added."""

    def show(self, state: Workshop, *, problem: str = "", **typed: str) -> None:
        """The list, with what was typed if something was wrong with it."""
        form = {"code": "", "card": "", "group": "", "name": "", "language": self.language} | typed
        form["card"] = form["card"] or next(free_codes(state), "")
        self.page(
            "scribe.html",
            code=self.record.code,
            state=state,
            agreed=consenting.typed(self),
            title=state.title,
            finished=state.finished,
            people=[self.described(state, person) for person in _added(state)],
            groups=[(group.id, group.name(self.language)) for group in state.deck.groups],
            spoken=[(each, own_name(each)) for each in _spoken(state)],
            problem=problem,
            added=self.get_query_argument("added", "") if not problem else "",
            form=form,
        )

    def described(self, state: Workshop, person: Participant) -> dict[str, Any]:
        """What the facilitator's side sees of a person."""
        group = state.deck.group.get(person.profile.group or "")
        mine = (answer for answer in state.answers.values() if answer.participant == person.id)
        return {
            "card": person.profile.card,
            "name": person.profile.name,
            "group": group.name(self.language) if group else "",
            "language": own_name(person.profile.language),
            "answers": sum(not answer.contribution.is_blank for answer in mine),
        }


class People(ScribesPage):
    """Those added so far, and a form to add one more."""

    def get(self, _code: str) -> None:
        self.show(self.record.state())

    def post(self, _code: str) -> None:
        state = self.record.state()
        typed = {
            name: self.get_body_argument(name, "") for name in ("card", "group", "name", "language")
        }
        try:
            profile = self._profile(state, typed)
            known = holder(state, profile.card)
            address = consenting.address_given(self)
            if known is None:
                joined = actions.join(state, new_participant(), profile, Stamp("scribe"))
                # Nothing else runs between reading and saving here: a code is never given twice.
                person, stamp = joined.participant or "", Stamp("scribe", joined.at)
                agreed = consenting.agreed_on(self, state)
                consent = actions.first_consent(person, agreed, stamp)
                let_in(self.record, joined, consent, None)
                self._keep_contact(address)
            elif known.profile != profile:  # else the form was sent twice
                raise Refused("taken", "Someone else has this code.")
        except Refused as refused:
            self.set_status(400)
            self.show(state, problem=refused.reason, **typed)
            return
        self.redirect(f"/scribe/{self.record.code}?added={profile.card}", status=303)

    def _keep_contact(self, address: str) -> None:
        """Keep an address that is not taken away with a return code: there is none yet."""
        if address:
            self.store.contacts(self.record.code).keep(contact_lock(new_secret()), address)

    def _profile(self, state: Workshop, typed: dict[str, str]) -> Profile:
        code = read_code(typed["card"])
        if code is None or code.number:
            raise Refused("bad-card", "A card's code is a letter and a digit.")
        if not self.get_body_argument("consent", ""):
            raise Refused("consent", "Consent has to be given.")
        return actions.read_profile(
            state, typed | {"card": code.person, "group": typed["group"] or None}
        )


class OpenCard(ScribesPage):
    """Go from the code on a card to the person's page at that step."""

    def get(self, _code: str) -> None:
        typed = self.get_query_argument("code", "")
        state = self.record.state()
        card = read_code(typed)
        problem = _problem_with(card, state)
        if card is None or problem:
            self.set_status(404)
            new = card.person if card and problem == "nobody" else ""
            self.show(state, problem=problem, code=typed[:12], card=new)
            return
        step = card.step(state)
        at = f"?at={step.id}" if step else ""
        self.redirect(f"/scribe/{self.record.code}/{card.person}{at}")


class PrintedCards(ScribesPage):
    """The cards to print, as a PDF."""

    async def get(self, _code: str) -> None:
        state = self.record.state()
        asked = self.get_query_argument("language", "")
        try:
            people = _number(self.get_query_argument("people", ""))
            language = asked if asked in _spoken(state) else None
            wanted = packs(state, people=people, language=language)
        except BadInput:
            self.set_status(400)
            self.show(state, problem="bad-number")
            return
        pdf = await _printed(state, self.record.code, wanted, language or self.language)
        self.set_header("Content-Type", "application/pdf")
        name = f"cards-{self.record.code}.pdf"
        self.set_header("Content-Disposition", f'inline; filename="{name}"')
        self.finish(pdf)


class OnePerson(ScribesPage):
    """What they agreed to, a code to go on with on a phone, and the way to take answers back."""

    def get(self, _code: str, card: str) -> None:
        self.show_person(card)

    def post(self, _code: str, card: str) -> None:
        person = self._person(card)
        match self.get_body_argument("do", ""):
            case "consent":
                self._consent(person)
            case "no-contact":
                gone = self._drop_address()
                self.show_person(card, dropped="gone" if gone else "unknown")
            case "forget":
                self._drop_address()
                self.record.forget(person.id)
                self.redirect(f"/scribe/{self.record.code}", status=303)
            case "return-code":
                return_code = new_secret()
                self.record.give_code(person.id, fingerprint(return_code))
                self.show_person(card, return_code)
            case _:
                raise HTTPError(400)

    def _consent(self, person: Participant) -> None:
        state = self.record.state()
        agreed = consenting.agreed_on(self, state)
        if agreed != person.consent:
            self.record.append(actions.consent(state, person.id, agreed, Stamp("scribe")))
        self.redirect(
            f"/scribe/{self.record.code}/{person.profile.card}/more?saved=yes", status=303
        )

    def _drop_address(self) -> bool:
        address = self.get_body_argument("address", "")
        return bool(address) and self.store.contacts(self.record.code).drop_address(address)

    def show_person(self, card: str, return_code: str = "", dropped: str = "") -> None:
        state = self.record.state()
        self.page(
            "scribe_person.html",
            code=self.record.code,
            person=self.described(state, self._person(card)),
            state=state,
            agreed=consenting.as_agreed(self._person(card)),
            saved=bool(self.get_query_argument("saved", "")),
            dropped=dropped,
            return_code=return_code,
            address=self.lhs.join_url(self.record.code),
        )

    def _person(self, card: str) -> Participant:
        person = holder(self.record.state(), card.upper())
        if person is None:
            raise HTTPError(404)
        return person


_one_print = asyncio.Lock()


async def _printed(*what: Any) -> bytes:
    """The cards, made one print at a time in a process that ends and gives its memory back.

    Many cards take seconds and much memory; the pages in the room must not wait for them.
    """
    async with _one_print:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            return await asyncio.get_running_loop().run_in_executor(process, print_cards, *what)


def _spoken(state: Workshop) -> list[Language]:
    """What people without a phone may write in: English, French, and what the pages offer."""
    return [each for each in languages() if each in {*LANGUAGES, *state.languages}]


def _added(state: Workshop) -> list[Participant]:
    people = (person for person in state.participants.values() if person.profile.card)
    return sorted(people, key=lambda person: person.profile.card)


def _problem_with(card: CardCode | None, state: Workshop) -> str:
    """Why a card can't be opened; "" if it can."""
    if card is None:
        return "no-code"
    if holder(state, card.person) is None:
        return "nobody"
    if not card.number:
        return ""
    step = card.step(state)
    if step is None:
        return "no-step"
    return "" if state.is_open(step.id) else "not-yet"


def _number(typed: str) -> int | None:
    try:
        return int(typed) if typed.strip() else None
    except ValueError as error:
        raise BadInput(f"{typed!r} is not a number.") from error
