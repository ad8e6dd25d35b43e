"""The page on which a scribe writes for someone without a phone."""

from __future__ import annotations

from typing import Any

from ..widgets import WritingFor
from ..widgets.words import WRITING_FOR_WORDS, in_language
from .participant import ParticipantPage
from .ports import WorkshopRecord


class ScribePage(ParticipantPage):
    """The participant's own page, which says at its top whose it is, and stays where it is.

    Parameters
    ----------
    back
        The address of the list of people without a phone.
    """

    def __init__(
        self, record: WorkshopRecord, participant: str, *, back: str, at: str = ""
    ) -> None:
        self.banner = WritingFor(back=back)
        super().__init__(record, participant, at=at, origin="scribe")
        # With a card of one step in hand, one must not write at another because the group moved.
        self.navigation.follows = False

    @property
    def widgets(self) -> list[Any]:
        return [self.banner, *super().widgets]

    def _show_all(self) -> None:
        super()._show_all()
        self.banner.set_trait("language", self._language)
        self.banner.set_trait("strings", in_language(WRITING_FOR_WORDS, self._language))
        person = self._state.participants.get(self._me)
        if person:
            named = " · ".join(filter(None, [person.profile.card, person.profile.name]))
            self.banner.set_trait("person", named)
