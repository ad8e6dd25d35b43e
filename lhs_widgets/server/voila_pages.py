"""The pages with a kernel: Voilà's own handler behind our doors.

Who asks is checked before a kernel starts, and told to it through request headers that Voilà passes
on as environment variables (``VoilaConfiguration.http_header_envs``). What the browser sent under
those names is overwritten.
"""

from __future__ import annotations

import json
import logging
import re
from contextlib import suppress
from typing import Any, cast

import nbformat
import voila.handler
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError
from voila.tornado.handler import TornadoVoilaHandler

from ..language import known, translate
from ..language import mark as _
from ..paper import holder
from ..store import Record
from ..widgets.words import CONNECTION_WORDS, in_language
from . import assets, doors, looking, shortcut
from .base import spoken_language
from .entrance import Entrance
from .headers import protect
from .kernels import BROWSER_HEADER, FOR_HEADER, OwnedKernels, name_browser
from .light import Described, compiled_page
from .limits import PAGES_OF_A_KEY, PAGES_OF_ONE, WALLS
from .rehearsing import Players

#: Headers that reach the kernel's environment as HTTP_X_LHS_….
HEADERS = (
    "X-LHS-Workshop",
    "X-LHS-Participant",
    "X-LHS-Return-Code",
    "X-LHS-Card",
    "X-LHS-Language",
    "X-LHS-At",
    "X-LHS-Role",
    "X-LHS-Modules",
    FOR_HEADER,
    BROWSER_HEADER,
)

log = logging.getLogger(__name__)

# For each page Voilà looks through folders for what JupyterLab's front end is to load: a tenth of
# the server's time in a rush. Our pages have no such front end, and no setting leaves that out.
voila.handler.get_page_config = lambda **_: {}

_SILENCE = "voila_heartbeat"  # what Voilà sends every ten seconds while it has nothing to send
_MOST_SILENCES = 3

#: IPython colours its tracebacks for a terminal.
_COLOURS = re.compile(r"\x1b\[[\d;]*m")

_OPENING = _("Opening your page…")
_BROKEN = _("This page could not be opened. Please reload it.")
_IN_LINE = _("Many people are arriving. People before you: {n}")
_FULL = _("The room is full just now. You come in as soon as there is a place.")
_ENOUGH = _("This wall is open on many screens already. Close one of them first.")
_NO_SCRIPT = _("This page needs JavaScript. Please switch it on, or ask the facilitator.")


class KernelPage(TornadoVoilaHandler):
    """A Voilà page for one workshop, shown at once while its kernel starts."""

    #: The workshop's title, where ``admit`` has read it.
    title = ""
    #: How many may be open for one person, one key, or all who look at one wall.
    most = PAGES_OF_ONE
    #: Whether these are pages of many people, of whom none may close another's.
    shared = False
    #: The name of its modules; see ``widgets.modules.PAGES``.
    modules = ""
    #: Where a shortcut to it leads, if it may become one; see ``shortcut.head``.
    leads = ""
    #: Whether the browser has hung up.
    is_gone = False

    def set_default_headers(self) -> None:
        self.nonce = protect(self, kernel_page=True)

    async def get(self, code: str, _card: str = "") -> None:
        await doors.recognise(self)
        try:
            record = doors.workshop(self, code)
        except HTTPError:
            self.redirect(f"/find?code={code}")
            return
        visitor = self.admit(record)
        if isinstance(visitor, str):
            self.redirect(visitor)
            return
        browser = name_browser(self)
        self.spoken = visitor.get("X-LHS-Language") or spoken_language(self)
        modules = assets.url(f"{self.modules}.js")
        told = {
            **visitor,
            "X-LHS-Modules": modules,
            "X-LHS-Workshop": record.code,
            "X-LHS-Language": self.spoken,
            BROWSER_HEADER: browser,
        }
        for name in HEADERS:
            self.request.headers[name] = told.get(name, "")
        title = self.title or record.walk().title
        named = filter(None, [told.get("X-LHS-Card"), title])
        look, leads = looking.look_of(self), self.leads.format(code=record.code)
        self.light_page = {
            **_described(self.spoken, " · ".join(named)),
            "nonce": self.nonce,
            "data": look._asdict(),
            "head": shortcut.head(look, self.spoken, leads),
            "early": looking.FOLLOW_DEVICE,
            "module": modules,
        }
        await self._open_now()
        if not await self._has_room(told[FOR_HEADER]):
            self.write(f'<p class="lhs" role="alert">{translate(self.spoken, _ENOUGH)}</p>')
            return
        async with self._entrance.turn(self._tell_place):
            if self.is_gone:
                return  # a phone that lost the line while it waited asks again
            with suppress(StreamClosedError):
                await self._open_kernel()
        if "lhs_doorstep" in self.settings:
            self.settings["lhs_doorstep"].went_in()

    def on_connection_close(self) -> None:
        super().on_connection_close()
        self.is_gone = True

    async def _has_room(self, whom: str) -> bool:
        """Whether one page more may open for someone; the oldest of their own ends for it."""
        kernels = cast(OwnedKernels, self.settings["kernel_manager"])
        opened = kernels.opened_for(whom) if whom else []
        if len(opened) >= self.most and self.shared:
            return False
        await kernels.end(opened[: max(0, len(opened) - self.most + 1)])
        return True

    async def _open_kernel(self) -> None:
        """Send what Voilà makes. If its rendering fails it says nothing for ever: we do not."""
        silences = 0
        async for html in self.get_generator():
            silences = silences + 1 if _SILENCE in html else 0
            if silences == _MOST_SILENCES:
                log.error("a page was not made in time; the log above may say why")
                self.write(f'<p class="lhs" role="alert">{translate(self.spoken, _BROKEN)}</p>')
                return
            self.write("\n" if silences else html)  # a page that renews itself listens for a sign
            await self.flush()

    @property
    def _entrance(self) -> Entrance:
        return cast(Entrance, self.settings["lhs_entrance"])

    async def _open_now(self) -> None:
        """Send the first words before anything that takes time."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        head = self.settings["voila_jinja2_env"].get_template("head.html.j2")
        self.write(head.render(page=self.light_page))
        await self.flush()

    def _tell_place(self, before: int) -> None:
        """Say honestly how long the line is; the page shows it while it waits."""
        words = _FULL if self._entrance.is_full else _IN_LINE
        said = json.dumps(translate(self.spoken, words).format(n=before))
        # Within a script, only "</script>" would end it: no sentence of ours has one.
        tell = f"document.getElementById('line').textContent={said}"
        self.write(f'<script nonce="{self.nonce}">{tell}</script>\n')
        self.flush()

    def admit(self, record: Record) -> dict[str, str] | str:
        """What the kernel is told of the visitor, or the address to send them to instead."""
        raise NotImplementedError


class WalkPage(KernelPage):
    """A participant's page."""

    modules = "walk"
    leads = "{code}"

    def admit(self, record: Record) -> dict[str, str] | str:
        visitor = doors.participant_of(self, record)
        if visitor is None:
            return f"/join/{record.code}"
        person, return_code = visitor
        state = record.walk(person)
        self.title = state.title
        profile = state.participants[person].profile
        return {
            "X-LHS-Participant": person,
            FOR_HEADER: person,
            "X-LHS-Return-Code": return_code,
            "X-LHS-Language": known(profile.language),
            "X-LHS-At": self.get_query_argument("at", "")[:48],
        }


class ScribePage(KernelPage):
    """The page of someone whom a scribe added, for who has the facilitator's key."""

    most = PAGES_OF_A_KEY
    modules = "walk"
    leads = shortcut.FACILITATE

    def admit(self, record: Record) -> dict[str, str] | str:
        if not doors.facilitates(self, record.code):
            return f"/facilitate?workshop={record.code}"
        card = self.path_args[1].upper()
        person = holder(record.state(), card)
        if person is None:
            return f"/scribe/{record.code}/card?code={card}"
        return {
            "X-LHS-Participant": person.id,
            "X-LHS-Card": card,
            FOR_HEADER: doors.came_with(self, record.code),
            "X-LHS-Language": known(person.profile.language),
            "X-LHS-At": self.get_query_argument("at", "")[:48],
        }


class ConsolePage(KernelPage):
    """The facilitator's console; an onlooker's changes nothing."""

    most = PAGES_OF_A_KEY
    modules = "console"
    leads = shortcut.FACILITATE

    def admit(self, record: Record) -> dict[str, str] | str:
        role = doors.role_in(self, record.code)
        if role is None:
            return f"/facilitate?workshop={record.code}"
        if record.walk().rehearses:
            cast(Players, self.settings["lhs_players"]).call_back(record)
        return {"X-LHS-Role": role, FOR_HEADER: doors.came_with(self, record.code)}


class WallPage(KernelPage):
    """The projector's page: anyone with the code may look."""

    most = WALLS
    modules = "wall"
    shared = True

    def admit(self, record: Record) -> dict[str, str] | str:
        return {
            FOR_HEADER: f"wall {record.code}",
            "X-LHS-Language": spoken_language(self, record.walk().languages),
        }


def describe_page(
    handler: Any,
    notebook: nbformat.NotebookNode,
    cwd: str,  # noqa: ARG001  Voilà names it
) -> nbformat.NotebookNode:
    """Voilà's prelaunch hook: tells the template what it needs; its head is sent already."""
    notebook.metadata["light_page"] = Described(
        **handler.light_page,
        head_sent=True,
        compiled=compiled_page(),
        pulse="/pulse/KERNEL",
        leave="/bye/KERNEL",
    )
    # In a kernel of the language "python" Voilà runs a cell of its own first, which tells it its
    # id: nobody here asks, and it takes as long as a tenth of the page.
    notebook.metadata.kernelspec["language"] = "Python"
    return notebook


def log_failure(*, execute_reply: dict[str, Any], **_cell: Any) -> None:
    """Log why an app failed: Voilà strips it from the page, where only a calm sentence stands."""
    traceback = "\n".join(execute_reply["content"].get("traceback", []))
    log.error("a page could not be opened:\n%s", _COLOURS.sub("", traceback))


def _described(language: str, title: str) -> dict[str, object]:
    """What the page shows before its kernel has answered."""
    return {
        "language": language,
        "title": title,
        "opening": translate(language, _OPENING),
        "broken": translate(language, _BROKEN),
        **in_language(CONNECTION_WORDS, language),
        "noscript": translate(language, _NO_SCRIPT),
        "styles": [assets.url("style.css")],
        "body_class": "lhs-app",
    }
