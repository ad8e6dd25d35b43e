"""The pages with a kernel: Voilà's own handler behind our doors.

Who asks is checked before a kernel starts, and told to it through request headers that Voilà passes
on as environment variables (``VoilaConfiguration.http_header_envs``). What the browser sent under
those names is overwritten.
"""

from __future__ import annotations

import logging
import re
from typing import Any, cast

import nbformat
from voila.tornado.handler import TornadoVoilaHandler

from ..errors import UnknownWorkshop
from ..language import mark as _
from ..language import translate
from ..store import Record, Store
from . import doors
from .base import spoken_language

#: Headers that reach the kernel's environment as HTTP_X_LHS_….
HEADERS = ("X-LHS-Workshop", "X-LHS-Participant", "X-LHS-Return-Code", "X-LHS-Language")

log = logging.getLogger(__name__)

#: IPython colours its tracebacks for a terminal.
_COLOURS = re.compile(r"\x1b\[[\d;]*m")

_OPENING = _("Opening your page…")
_BROKEN = _("This page could not be opened. Please reload it.")
_NO_SCRIPT = _("This page needs JavaScript. Please switch it on, or ask the facilitator.")


class KernelPage(TornadoVoilaHandler):
    """A Voilà page for one workshop, shown at once while its kernel starts."""

    async def get(self, code: str) -> None:
        try:
            record = cast(Store, self.settings["lhs_store"]).record(code)
        except UnknownWorkshop:
            self.redirect(f"/find?code={code}")
            return
        visitor = self.admit(record)
        if isinstance(visitor, str):
            self.redirect(visitor)
            return
        self.spoken = visitor.get("X-LHS-Language") or spoken_language(self)
        told = {**visitor, "X-LHS-Workshop": record.code, "X-LHS-Language": self.spoken}
        for name in HEADERS:
            self.request.headers[name] = told.get(name, "")
        self.page_title = record.state_for("").title
        await super().get()

    def admit(self, record: Record) -> dict[str, str] | str:
        """What the kernel is told of the visitor, or the address to send them to instead."""
        raise NotImplementedError


class WalkPage(KernelPage):
    """A participant's page."""

    def admit(self, record: Record) -> dict[str, str] | str:
        known = doors.participant_of(self, record)
        if known is None:
            return f"/join/{record.code}"
        person, return_code = known
        profile = record.state_for(person).participants[person].profile
        return {
            "X-LHS-Participant": person,
            "X-LHS-Return-Code": return_code,
            "X-LHS-Language": profile.language,
        }


class ConsolePage(KernelPage):
    """The facilitator's console."""

    def admit(self, record: Record) -> dict[str, str] | str:
        allowed = doors.facilitates(self, record.code)
        return {} if allowed else f"/facilitate?workshop={record.code}"


class WallPage(KernelPage):
    """The projector's page: anyone with the code may look."""

    def admit(self, record: Record) -> dict[str, str] | str:
        return {}


def describe_page(
    handler: Any,
    notebook: nbformat.NotebookNode,
    cwd: str,  # noqa: ARG001  Voilà names it
) -> nbformat.NotebookNode:
    """Voilà's prelaunch hook: what the template shows before the kernel has answered."""
    language = handler.spoken
    notebook.metadata["light_page"] = {
        "language": language,
        "title": handler.page_title,
        "opening": translate(language, _OPENING),
        "broken": translate(language, _BROKEN),
        "noscript": translate(language, _NO_SCRIPT),
        "styles": ["/static/style.css"],
        "body_class": "lhs-app",
    }
    return notebook


def log_failure(*, execute_reply: dict[str, Any], **_cell: Any) -> None:
    """Log why an app failed: Voilà strips it from the page, where only a calm sentence stands."""
    traceback = "\n".join(execute_reply["content"].get("traceback", []))
    log.error("a page could not be opened:\n%s", _COLOURS.sub("", traceback))
