"""The way in, without a kernel: the landing page, joining, coming back, leaving."""

from __future__ import annotations

from typing import cast

from tornado.http1connection import HTTP1Connection
from tornado.web import HTTPError

from ..errors import Refused
from ..store import Record
from ..workshop import Event, Profile, Stamp, Workshop, actions
from ..workshop.codes import contact_lock, fingerprint, new_participant, new_secret, tidy
from ..workshop.seating import emptiest
from . import assets, consenting, doors
from .base import Page


def let_in(record: Record, joined: Event, agreed: Event, secret: str | None) -> None:
    """Admit someone; who comes while the group works at tables sits down where there is most room.

    The facilitator may seat everyone, or bring all together, at the same moment: whether there are
    tables is read once the newcomer is among those who are seated.
    """
    record.admit(joined, secret, agreed)
    if not (record.walk().tables and joined.participant):
        return
    state = record.state()
    if state.tables:
        seat = actions.seat(state, joined.participant, emptiest(state), Stamp("system"))
        record.append(seat)


class Landing(Page):
    """Enter a code."""

    def get(self) -> None:
        self.page("landing.html", problem="", code="")


class FindWorkshop(Page):
    """What the landing page's form asks for: the workshop with this code."""

    def get(self) -> None:
        typed = self.get_query_argument("code", "")
        try:
            self.redirect(f"/join/{self.workshop(typed).code}")
        except HTTPError as refused:
            if refused.status_code != 404:
                raise
            self.set_status(404)
            self.page("landing.html", problem="unknown", code=typed[:12])


class Join(Page):
    """Consent, and the little we ask, before anything else."""

    def get(self, code: str) -> None:
        record = self.workshop(code)
        if record.code != code:
            self.redirect(f"/join/{record.code}")
            return
        known = doors.participant_of(self, record) is not None
        state = record.walk()
        self.offer(state.languages)
        self.show(state, code, known=known)
        if not known and "lhs_doorstep" in self.settings:
            self.settings["lhs_doorstep"].came()

    async def post(self, code: str) -> None:
        record = self.workshop(code)
        if self.get_body_argument("consent", ""):
            await self.settings["lhs_entrance"].pass_door()
            if self._is_gone:
                return
        if doors.participant_of(self, record):  # the form was sent twice
            self.redirect(f"/walk/{record.code}", status=303)
            return
        state = record.walk()
        self.offer(state.languages)
        if not self.get_body_argument("consent", ""):
            self.set_status(400)
            self.show(state, code, problem="consent")
            return
        try:
            profile = actions.read_profile(state, self._profile())
            joined = actions.join(state, new_participant(), profile, Stamp("participant"))
            address = consenting.address_given(self)
        except Refused as refused:
            self.set_status(400)
            self.show(state, code, problem=refused.reason)
            return
        if not self.settings["lhs_joins"].take(record.code):
            raise HTTPError(429, "too many people joined at once")
        return_code = new_secret()
        agreed = consenting.agreed_on(self, state)
        person = joined.participant or ""
        stamp = Stamp("participant", joined.at)
        let_in(
            record,
            joined,
            actions.first_consent(person, agreed, stamp),
            fingerprint(return_code),
        )
        consenting.keep_contact(
            self.store.contacts(record.code), contact_lock(return_code), address
        )
        doors.remember_participant(self, record.code, return_code)
        self.redirect(f"/walk/{record.code}", status=303)

    @property
    def _is_gone(self) -> bool:
        """Whether the browser has hung up: it may have sent the form again."""
        return cast(HTTP1Connection, self.request.connection).stream.closed()

    def show(self, state: Workshop, code: str, *, problem: str = "", known: bool = False) -> None:
        self.page(
            "join.html",
            leads=code,
            code=code,
            state=state,
            title=state.title,
            agreed=consenting.typed(self),
            summary=state.deck.summary(self.language),
            support=state.support.spoken(self.language),
            groups=[(group.id, group.name(self.language)) for group in state.deck.groups],
            finished=state.finished,
            rehearsal=bool(state.rehearses),
            modules=assets.url("walk.js"),
            problem=problem,
            known=known,
            name=self.get_body_argument("name", ""),
            group=self.get_body_argument("group", ""),
        )

    def _profile(self) -> dict[str, object]:
        group = self.get_body_argument("group", "")
        return Profile(language=self.language).model_dump() | {
            "name": self.get_body_argument("name", ""),
            "group": group or None,
        }


class ComeBack(Page):
    """Return with one's personal code, on any device."""

    def post(self, code: str) -> None:
        record = self.workshop(code)
        secret = tidy(self.get_body_argument("return_code", ""))
        if not secret or record.participant_with(fingerprint(secret)) is None:
            doors.guessed_wrong(self)
            self.set_status(404)
            self.page("come_back.html", leads=record.code, code=record.code, problem="unknown")
            return
        doors.remember_participant(self, record.code, secret)
        self.redirect(f"/walk/{record.code}", status=303)

    def get(self, code: str) -> None:
        known = self.workshop(code).code
        self.page("come_back.html", leads=known, code=known, problem="")


class Leave(Page):
    """Make this device forget the person; their answers stay in the workshop."""

    def get(self, code: str) -> None:
        self.page("left.html", code=self.workshop(code).code)

    def post(self, code: str) -> None:
        record = self.workshop(code)
        doors.forget_participant(self, record.code)
        self.redirect(f"/leave/{record.code}", status=303)


class TakeBack(Page):
    """Take one's answers back: the person is erased from the workshop."""

    def get(self, code: str) -> None:
        record = self.workshop(code)
        known = doors.participant_of(self, record) is not None
        self.page("take_back.html", code=record.code, known=known)

    def post(self, code: str) -> None:
        record = self.workshop(code)
        known = doors.participant_of(self, record)
        if known:
            self.store.contacts(record.code).drop(contact_lock(known[1]))
            record.forget(known[0])
        doors.forget_participant(self, record.code)
        self.redirect(f"/take-back/{record.code}", status=303)
