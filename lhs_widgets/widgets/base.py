"""What all widgets share: their module and style, their words, and how a change is answered."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import anywidget
import comm
import traitlets as t
from IPython.core.getipython import get_ipython
from ipywidgets import Layout, widget_serialization
from ipywidgets.widgets.trait_types import InstanceDict

from ..deck import Deck, Language, load_deck
from ..errors import BadInput, LHSError, Refused
from ..workshop import Contribution, read_contribution
from ..workshop.contributions import is_token
from .content import step_content
from .modules import module, stylesheet
from .words import STEP_WORDS, in_language, refusal

log = logging.getLogger(__name__)

#: Where the modules of a page are while it is built: see :func:`built_first`.
_built_first: list[str] = []


@contextmanager
def built_first(modules: str) -> Iterator[None]:
    """Widgets made here are not in the kernel until ``open_untold()`` is called on each.

    So a page is told of all once, as they are, and not of each change while it is made. They bring
    no style, for the page links to it, and of their modules the address: each is an export of
    ``modules``. Steps come empty: the page fills that at which it is.
    """
    _built_first.append(modules)
    try:
        yield
    finally:
        _built_first.pop()


def _declare(cls: type[t.HasTraits], name: str, value: str) -> None:
    """Give a class that is being made a synced trait."""
    trait = t.Unicode(value).tag(sync=True)
    setattr(cls, name, trait)
    trait.class_init(cls, name)


class WorkbookWidget(anywidget.AnyWidget):
    """A widget whose browser half is the JavaScript file of the same stem."""

    #: The stem of the JavaScript file.
    stem: str

    _css = t.Unicode(stylesheet()).tag(sync=True)

    #: The words around the content, in the language of the page.
    strings = t.Dict().tag(sync=True)
    #: The language of the page: "en" or "fr".
    language = t.Unicode("en").tag(sync=True)

    #: None unless it is given: our stylesheet lays out, and a layout is a model of its own.
    layout = InstanceDict(Layout, allow_none=True).tag(sync=True, **widget_serialization)

    @t.default("layout")
    def _no_layout(self) -> None:
        return None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if stem := cls.__dict__.get("stem"):
            _declare(cls, "_esm", module(stem))
        _declare(cls, "_anywidget_id", f"{cls.__module__}.{cls.__name__}")

    def add_traits(self, **traits: Any) -> None:
        """Leave out those of the class: anywidget makes a class for each widget to hold them."""
        new = {name: trait for name, trait in traits.items() if not self.has_trait(name)}
        if new:
            super().add_traits(**new)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits, **self._linked())
        #: What to do with a message from the browser, by its type.
        self.reactions: dict[str, Callable[[dict[str, Any]], None]] = {}
        self.on_msg(self._hear)

    def open(self) -> None:
        if not _built_first:
            super().open()

    def open_untold(self) -> None:
        """Join the kernel without a message to the browser: its page tells it of the widget."""
        joined = comm.create_comm(target_name="jupyter.widget", primary=False)
        comm.get_comm_manager().register_comm(joined)
        if shell := get_ipython():
            # Else it is known only once the comm has said something, and nothing is sent.
            joined.kernel = shell.kernel  # type: ignore[attr-defined]
        self.comm = joined

    def _linked(self) -> dict[str, str]:
        """What a page has already, for which the widget brings the address or nothing."""
        return {"_css": "", "_esm": f"{_built_first[-1]}#{self.stem}"} if _built_first else {}

    def _hear(self, _: object, content: dict[str, Any], buffers: object) -> None:
        """The one guarded entry for messages: an error here would vanish unseen."""
        try:
            self.hear(content)
        except LHSError as error:
            log.warning("refused %r: %s", content.get("type"), error)
            reason = error.reason if isinstance(error, Refused) else "store"
            self.send({"type": "refused", "sentence": refusal(reason, self.language)})
        except Exception:
            log.exception("a message of type %r failed", content.get("type"))

    def hear(self, content: dict[str, Any]) -> None:
        """React to a message from the browser; one of an unknown type is ignored."""
        react = self.reactions.get(str(content.get("type")))
        if react:
            react(content)


class StepWidget(WorkbookWidget):
    """One step of the walk.

    Parameters
    ----------
    step
        A step's id, such as ``"p2d-roles"``.
    deck
        A built-in deck's name, a deck file, or a loaded deck.
    language
        ``"en"`` or ``"fr"``.

    Examples
    --------
    In a notebook the widget stands alone, and ``answers`` reads what was entered:

    >>> from lhs_widgets import Roles
    >>> widget = Roles("p2d-roles")
    >>> widget.answers
    []
    """

    #: The step's content in the language of the page; see :mod:`lhs_widgets.widgets.content`.
    step = t.Dict().tag(sync=True)
    #: Whether the page is at this step.
    shown = t.Bool(True).tag(sync=True)


class SavingWidget(WorkbookWidget):
    """A widget that people change. Each change has an id and is confirmed or refused by it."""

    #: What is saved, as plain values with an ``id`` each.
    entries = t.List().tag(sync=True)
    #: Where the browser keeps words that are not saved yet; "" keeps none.
    place = t.Unicode("").tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.reactions["change"] = self._answer
        #: Saves a change under its id; replaced by the session on a workshop's page.
        self.keep: Callable[[str, str, Any], None] = self._keep_here

    def read_entry(self, entry: object) -> Any:
        """An entry from the browser, checked as far as the widget can."""
        return entry

    def _answer(self, content: dict[str, Any]) -> None:
        change = content.get("id")
        try:
            self._change(content)
        except LHSError as error:
            log.warning("refused a change: %s", error)
            if not isinstance(error, Refused):
                return  # the store failed: the browser keeps the change and sends it again
            sentence = refusal(error.reason, self.language)
            self.send({"type": "refused", "id": change, "sentence": sentence})
        else:
            self.send({"type": "saved", "id": change})

    def _change(self, content: dict[str, Any]) -> None:
        action, change = content.get("action"), content.get("id")
        if action not in ("save", "remove") or not is_token(change):
            raise Refused("not-understood", "A change has an id, and saves or removes.")
        self.keep(action, change, self.read_entry(content.get("entry")))

    def _keep_here(self, action: str, change: str, entry: Any) -> None:
        raise Refused("not-now", "This page is not joined to a workshop.")


class AnsweredStep(StepWidget, SavingWidget):
    """A step that people answer."""

    #: Whether answers can no longer change.
    locked = t.Bool(False).tag(sync=True)
    #: Pairs of a word of the group's own glossary and what it means to it.
    glossary = t.List().tag(sync=True)
    #: The reasons why answers of this person are hidden from everyone, by the answer's id.
    hidden = t.Dict().tag(sync=True)
    #: Whether the group is past thinking alone: then one's own answers are folded away.
    aside = t.Bool(False).tag(sync=True)

    #: The kind of activity this widget is for.
    kind: str

    def __init__(
        self,
        step: str | None = None,
        *,
        deck: str | Deck = "roadmap",
        language: Language = "en",
        **traits: Any,
    ) -> None:
        self.deck = load_deck(deck) if isinstance(deck, str) else deck
        if not _built_first:
            traits["step"] = step_content(self.deck, self._find(step), language)
            traits["strings"] = in_language(STEP_WORDS, language)
        super().__init__(language=language, **traits)

    @property
    def answers(self) -> list[Contribution]:
        """What was entered so far, leaving out what says nothing yet."""
        read = [Contribution.model_validate(entry) for entry in self.entries]
        return [contribution for contribution in read if not contribution.is_blank]

    def read_entry(self, entry: object) -> Contribution:
        return read_contribution(entry, self.deck)

    def _keep_here(self, action: str, change: str, entry: Contribution) -> None:
        """Keep the answer in the widget itself, as a notebook wants."""
        kept = {each["id"]: each for each in self.entries}
        if action == "remove":
            kept.pop(entry.id, None)
        else:
            kept[entry.id] = entry.model_dump(mode="json")
        self.entries = list(kept.values())

    def _find(self, step: str | None) -> Any:
        fitting = [s for s in self.deck.steps.values() if s.activity.kind == self.kind]
        chosen = next((s for s in fitting if step in (None, s.id)), None)
        if chosen is None:
            names = ", ".join(s.id for s in fitting) or "none"
            raise BadInput(f"{step!r} is not a step of kind {self.kind!r}; there are: {names}.")
        return chosen
