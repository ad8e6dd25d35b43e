"""What the app notebooks call: a page for whoever the server let in.

The server checks who asks, then tells the kernel in its environment; see ``server.voila_pages``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from IPython.core.getipython import get_ipython

from ..deck import Language
from ..language import known
from ..session import FacilitatorPage, Invitation, ParticipantPage, ScribePage, WallPage
from ..store import Record, Store
from ..widgets.base import built_first
from ..widgets.told import Told
from .settings import Settings

Page = TypeVar("Page", ParticipantPage, FacilitatorPage, WallPage)


class Views:
    """The widgets of a page as one output: Voilà checks every output against a schema, slowly."""

    def __init__(self, page: ParticipantPage | FacilitatorPage | WallPage) -> None:
        self.page = page

    def _repr_mimebundle_(self, **_: object) -> dict[str, dict[str, list[str]]]:
        ids = [widget.model_id for widget in self.page.widgets]
        return {"application/vnd.light-page.views+json": {"model_ids": ids}}


def rehearse() -> bool:
    """Load what a page will need, before anyone needs it; False as long as there is no workshop.

    The page it makes is nobody's: it knows what the wall knows, and nothing of it is kept. The
    store is. The process that kernels are forked from calls this, too: there it is disconnected,
    and SQLAlchemy connects anew in each kernel.
    """
    settings = Settings.of_this_server()
    if not settings.has_store:
        return False
    store = _store(settings)
    try:
        for entry in store.workshops()[:1]:
            _rehearse_page(store.record(entry.code))
            return True
        return False
    finally:
        if get_ipython() is None:
            store.close()


def _rehearse_page(record: Record) -> None:
    with built_first("nowhere"):
        page = ParticipantPage(record, "nobody")
    for widget in page.widgets:
        widget.get_state()


def participate() -> ParticipantPage:
    """The page of the participant this kernel was started for."""
    record, _ = _workshop()
    at = os.environ.get("HTTP_X_LHS_AT", "")
    if os.environ.get("HTTP_X_LHS_CARD"):
        return _opened(lambda: _scribe_page(record, at))
    return _opened(
        lambda: ParticipantPage(
            record,
            os.environ["HTTP_X_LHS_PARTICIPANT"],
            return_code=os.environ.get("HTTP_X_LHS_RETURN_CODE", ""),
            leave=f"/leave/{record.code}",
            at=at,
        )
    )


def facilitate() -> FacilitatorPage:
    """The console of the workshop this kernel was started for."""
    record, settings = _workshop()
    invitation = _invitation(record, settings)
    looks_on = os.environ.get("HTTP_X_LHS_ROLE") == "onlooker"
    return _opened(
        lambda: FacilitatorPage(record, invitation, language=_language(), looks_on=looks_on)
    )


def wall() -> WallPage:
    """The wall of the workshop this kernel was started for."""
    record, settings = _workshop()
    invitation = _invitation(record, settings)
    return _opened(lambda: WallPage(record, invitation, language=_language()))


def _scribe_page(record: Record, at: str) -> ScribePage:
    person = os.environ["HTTP_X_LHS_PARTICIPANT"]
    return ScribePage(record, person, back=f"/scribe/{record.code}", at=at)


def _opened(make: Callable[[], Page]) -> Page:
    with built_first(os.environ["HTTP_X_LHS_MODULES"]):
        page = make()
    for widget in page.widgets:
        widget.open()
    Told(page.widgets).listen()
    page.listen()
    return page


def _workshop() -> tuple[Record, Settings]:
    settings = Settings.of_this_server()
    return _store(settings).record(os.environ["HTTP_X_LHS_WORKSHOP"]), settings


@cache
def _store(settings: Settings) -> Store:
    """The store, opened once in a kernel's life."""
    return settings.open_store()


def _invitation(record: Record, settings: Settings) -> Invitation:
    from .qr import qr_code

    url = settings.join_url(record.code)
    return Invitation(url, settings.wall_url(record.code), qr_code(url))


def _language() -> Language:
    return known(os.environ.get("HTTP_X_LHS_LANGUAGE", "en"))
