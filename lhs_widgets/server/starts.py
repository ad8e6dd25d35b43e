"""What a new workshop begins with: a deck, a template, or what an earlier workshop left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..deck import deck_text, parse_deck
from ..store import Record, Store
from ..workshop import Plan, Preparation, Promise, Purpose
from ..workshop.codes import fingerprint
from ..workshop.promises import carried_over


@dataclass(frozen=True)
class Start:
    """A deck with what is prepared for it, None for the deck's own plan, and actions to do."""

    deck_yaml: str
    prepared: Preparation | None = None
    promises: tuple[Promise, ...] = ()

    def after(self, last: Record) -> Start:
        """With the actions that this workshop left unfinished."""
        return replace(self, promises=tuple(carried_over(last.state(), last.code)))

    def meant_for(self, purpose: Purpose) -> Start:
        """With another purpose."""
        deck = parse_deck(self.deck_yaml)
        prepared = self.prepared or Preparation(title="", plan=Plan.of(deck))
        return replace(self, prepared=prepared.model_copy(update={"purpose": purpose}))

    def open(self, store: Store, title: str, key: str) -> Record:
        """Open the workshop under a title; ``key`` is its facilitator's."""
        return store.open_workshop(
            self.deck_yaml,
            title,
            fingerprint(key),
            prepared=self.prepared,
            promises=self.promises,
        )


def from_deck(name: str) -> Start:
    """A built-in deck or a deck file."""
    return Start(deck_text(name))


def from_template(store: Store, name: str) -> Start:
    """A template of this store."""
    template = store.templates.get(name)
    return Start(template.deck_yaml, template.preparation)


def like(record: Record) -> Start:
    """The deck, plan, languages and unfinished actions of a workshop; no people, no answers."""
    return Start(record.deck_yaml, record.state().preparation).after(record)
