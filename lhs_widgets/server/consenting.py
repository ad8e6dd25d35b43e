"""What a person agrees to beside taking part, and how they change their mind."""

from __future__ import annotations

from tornado.web import RequestHandler

from ..errors import Refused
from ..store import Contacts
from ..store.contacts import clean_address
from ..workshop import Consent, Participant, Stamp, Workshop, actions
from ..workshop.codes import contact_lock
from . import doors
from .base import Page


def agreed_on(page: RequestHandler, state: Workshop) -> Consent:
    """The boxes that were ticked; research only where it was asked about."""
    return Consent(
        research=state.purpose.has_research and _ticked(page, "research"),
        quotes=_ticked(page, "quotes"),
    )


def address_given(page: RequestHandler) -> str:
    """The address to be contacted at; "" if they do not want to be.

    Raises
    ------
    Refused
        They want to be, and it can't be used.
    """
    return clean_address(page.get_body_argument("address", "")) if _ticked(page, "contact") else ""


def typed(page: RequestHandler) -> dict[str, object]:
    """What stood in the form, to show it again."""
    boxes = {name: _ticked(page, name) for name in ("research", "quotes", "contact")}
    return {**boxes, "address": page.get_body_argument("address", "")[:200]}


def as_agreed(person: Participant | None, address: str = "") -> dict[str, object]:
    """What a person agreed to, as the form shows it; nothing for who was never asked."""
    consent = (person and person.consent) or Consent()
    return {**consent.model_dump(), "contact": bool(address), "address": address}


def keep_contact(contacts: Contacts, lock: str, address: str) -> None:
    """Keep the address, or none."""
    if address:
        contacts.keep(lock, address)
    else:
        contacts.drop(lock)


def _ticked(page: RequestHandler, name: str) -> bool:
    return bool(page.get_body_argument(name, ""))


class Consenting(Page):
    """What I agreed to, to be changed at any time, also when the workshop is over."""

    def get(self, code: str) -> None:
        self.show(code, saved=bool(self.get_query_argument("saved", "")))

    def post(self, code: str) -> None:
        record = self.workshop(code)
        known = doors.participant_of(self, record)
        if known is None:
            self.show(code)
            return
        person, return_code = known
        state = record.state_for(person)
        try:
            address = address_given(self)
        except Refused as refused:
            self.set_status(400)
            self.show(code, problem=refused.reason)
            return
        agreed = agreed_on(self, state)
        if agreed != state.participants[person].consent:
            record.append(actions.consent(state, person, agreed, Stamp("participant")))
        keep_contact(self.store.contacts(record.code), contact_lock(return_code), address)
        self.redirect(f"/consent/{record.code}?saved=yes", status=303)

    def show(self, code: str, *, problem: str = "", saved: bool = False) -> None:
        record = self.workshop(code)
        known = doors.participant_of(self, record)
        state = record.state_for(known[0] if known else "")
        self.offer(state.languages)
        address = self.store.contacts(record.code).of(contact_lock(known[1])) if known else ""
        agreed = as_agreed(state.participants.get(known[0]) if known else None, address)
        asked = ["quotes", "contact", *(["research"] if state.purpose.has_research else [])]
        self.page(
            "consent.html",
            code=record.code,
            state=state,
            known=known is not None,
            agreed=typed(self) if problem else agreed,
            problem=problem,
            saved=saved,
            refused=not all(agreed[name] for name in asked),
        )


class NoThanks(Page):
    """Where "no" leads: a kind word, and nothing saved."""

    def get(self, code: str) -> None:
        record = self.workshop(code)
        state = record.walk()
        self.offer(state.languages)
        support = state.support.spoken(self.language)
        self.page("no_thanks.html", code=record.code, support=support)
