"""What the app notebooks call: a page for whoever the server let in.

The server checks who asks, then tells the kernel in its environment; see ``server.voila_pages``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from IPython.core.getipython import get_ipython

from ..deck import Language
from ..language import known
from ..session import FacilitatorPage, Invitation, ParticipantPage, ScribePage, WallPage
from ..store import Record, Store
from ..widgets.base import built_first
from ..widgets.told import Told
from .settings import Settings

Page = TypeVar("Page", ParticipantPage, FacilitatorPage, WallPage)

#: The page that is made already, if one is.
_begun: list[ParticipantPage] = []


class Views:
    """The widgets of a page, with their states, as one output.

    Voilà checks every output against a schema, and deals with a message for each widget, slowly.
    """

    def __init__(self, page: ParticipantPage | FacilitatorPage | WallPage) -> None:
        self.page = page

    def _repr_mimebundle_(self, **_: object) -> dict[str, dict[str, Any]]:
        states = {widget.model_id: widget.get_state() for widget in self.page.widgets}
        text = json.dumps(states, ensure_ascii=False).replace("<", r"\u003c")
        views = {"model_ids": list(states), "states": text}
        return {"application/vnd.light-page.views+json": views}


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


def begin() -> None:
    """Make a participant's page as soon as the kernel knows whose it is; the notebook finds it.

    Voilà needs as long to come to the notebook as the page to be made.
    """
    if os.environ.get("HTTP_X_LHS_PARTICIPANT"):
        _begun.append(_page_of_participant())


def participate() -> ParticipantPage:
    """The page of the participant this kernel was started for."""
    return _opened(_begun.pop() if _begun else _page_of_participant())


def _page_of_participant() -> ParticipantPage:
    record, _ = _workshop()
    person = os.environ["HTTP_X_LHS_PARTICIPANT"]
    at = os.environ.get("HTTP_X_LHS_AT", "")
    if os.environ.get("HTTP_X_LHS_CARD"):
        back = f"/scribe/{record.code}"
        return _listening(record, lambda: ScribePage(record, person, back=back, at=at))
    return _listening(
        record,
        lambda: ParticipantPage(
            record,
            person,
            return_code=os.environ.get("HTTP_X_LHS_RETURN_CODE", ""),
            leave=f"/leave/{record.code}",
            at=at,
        ),
    )


def facilitate() -> FacilitatorPage:
    """The console of the workshop this kernel was started for."""
    record, settings = _workshop()
    invitation = _invitation(record, settings)
    looks_on = os.environ.get("HTTP_X_LHS_ROLE") == "onlooker"
    return _opened(
        _listening(
            record,
            lambda: FacilitatorPage(record, invitation, language=_language(), looks_on=looks_on),
        )
    )


def wall() -> WallPage:
    """The wall of the workshop this kernel was started for."""
    record, settings = _workshop()
    invitation = _invitation(record, settings)
    return _opened(_listening(record, lambda: WallPage(record, invitation, language=_language())))


def _listening(record: Record, make: Callable[[], Page]) -> Page:
    """A page that follows the record, and is not known to the browser yet."""
    before = record.newest()
    with built_first(os.environ["HTTP_X_LHS_MODULES"]):
        page = make()
        page.listen()
        if record.newest() != before:  # what was saved before it listened, it did not hear
            page.refresh()
    return page


def _opened(page: Page) -> Page:
    for widget in page.widgets:
        widget.open_untold()
    Told(page.widgets).listen()
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
