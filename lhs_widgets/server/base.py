"""What every page served without a kernel shares: language, templates, calm errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache, partial
from typing import Any, cast
from urllib.parse import quote, urlsplit

import jinja2
from tornado.web import HTTPError, RequestHandler

from ..deck import Language
from ..errors import LHSError
from ..language import direction, installed, long_date, offered, own_name, short_time, translations
from ..store import Record, Store
from . import assets, doors, looking, shortcut
from .headers import protect
from .settings import Settings


def spoken_language(handler: RequestHandler, among: Sequence[Language] = ()) -> Language:
    """The language asked for, chosen before, or preferred by the browser.

    ``among`` are the languages of a workshop, if the page is of one. Elsewhere a language that is
    not whole is spoken only to who chose it.
    """
    chosen = handler.get_query_argument("language", "") or handler.get_cookie("lhs-language")
    if chosen and (chosen in among if among else installed(chosen)):
        return chosen
    choices = among or offered()
    return next((wish for wish in _preferred(handler) if wish in choices), choices[0])


def _preferred(handler: RequestHandler) -> Iterator[Language]:
    """What the browser prefers, each as it is and without its region: ``fr-CA``, ``fr``."""
    for wish in handler.request.headers.get("Accept-Language", "").split(","):
        tag = wish.partition(";")[0].strip()
        base, _, region = tag.partition("-")
        yield f"{base.lower()}-{region.upper()}" if region else base.lower()
        yield base.lower()


@cache
def _templates(language: Language) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("lhs_widgets", "server/pages"),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["day"] = partial(_day, language)
    environment.filters["on"] = partial(long_date, language=language)
    environment.filters["time"] = partial(short_time, language=language)
    environment.filters["moment"] = partial(_moment, language)
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    return environment


def _day(language: Language, moment: datetime) -> str:
    """The day of a moment, as it is said: "3 December 2026"."""
    return long_date(moment.astimezone(), language)


def _moment(language: Language, moment: datetime) -> str:
    """When something was: the time if it was today, else the day."""
    is_today = moment.date() == datetime.now().astimezone().date()
    return short_time(moment, language) if is_today else long_date(moment, language)


class Page(RequestHandler):
    """A page of plain HTML: it works without a script and without a kernel."""

    #: The languages of the workshop that the page is about; empty where it is about none.
    offered: Sequence[Language] = ()

    @property
    def lhs(self) -> Settings:
        return cast(Settings, self.settings["lhs"])

    @property
    def store(self) -> Store:
        return cast(Store, self.settings["lhs_store"])

    async def prepare(self) -> None:
        if self.request.method == "POST" and not self._is_from_here():
            raise HTTPError(403, "the form was sent from another site")
        self.language = spoken_language(self)
        if self.get_query_argument("language", ""):
            self.set_cookie("lhs-language", self.language, expires_days=365, samesite="Lax")
        await doors.recognise(self)

    def set_default_headers(self) -> None:
        self.nonce = protect(self)

    def offer(self, languages: Sequence[Language]) -> None:
        """Offer only these languages, and speak one of them."""
        self.offered = languages
        self.language = spoken_language(self, languages)

    def page(self, template: str, *, leads: str = "", **values: Any) -> None:
        """Answer with a template, in the person's language; ``leads`` as in ``shortcut.head``."""
        look = looking.look_of(self)
        choices = self.offered or offered()
        others = [(code, own_name(code)) for code in choices if code != self.language]
        self.finish(
            _templates(self.language)
            .get_template(template)
            .render(
                language=self.language,
                direction=direction(self.language),
                others=others,
                style=assets.url("style.css"),
                look=look,
                head=shortcut.head(look, self.language, leads),
                early=looking.FOLLOW_DEVICE,
                here=self.request.path,
                nonce=self.nonce,
                **values,
            )
        )

    def workshop(self, code: str) -> Record:
        """A workshop by the code a person typed, or a calm page that it is unknown."""
        return doors.workshop(self, code)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        reason = kwargs.get("exc_info", (None, None, None))[1]
        if isinstance(reason, LHSError):
            self.set_status(400)
        self.language = getattr(self, "language", "en")
        self.page("problem.html", status=self.get_status())

    def _is_from_here(self) -> bool:
        origin = self.request.headers.get("Origin")
        return origin is None or urlsplit(origin).netloc == self.request.host


class Looks(Page):
    """Where words are made larger and colours chosen."""

    def get(self) -> None:
        back = looking.way_back(self)
        self.page(
            "look.html",
            texts=looking.TEXTS,
            colours=looking.COLOURS,
            back=back,
            keep=f"&back={quote(back)}",
            saved=bool(self.get_query_argument("saved", "")),
        )

    def post(self) -> None:
        looking.choose(self)
        back = quote(looking.way_back(self))
        self.redirect(f"/look?saved=yes&back={back}", status=303)


class Unknown(Page):
    """Any address that is not ours."""

    async def prepare(self) -> None:
        await super().prepare()
        raise HTTPError(404)
