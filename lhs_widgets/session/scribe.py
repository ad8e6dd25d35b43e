"""The page on which a scribe writes for someone without a phone."""

from __future__ import annotations

from typing import Any

from ..widgets import Translating, WritingFor
from ..widgets.words import BOARD_WORDS, TRANSLATING_WORDS, WRITING_FOR_WORDS, in_language
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
        self.translating = Translating(place=f"{record.code}:{participant}")
        super().__init__(record, participant, at=at, origin="scribe")
        self.translating.keep = self._change
        # With a card of one step in hand, one must not write at another because the group moved.
        self.navigation.follows = False

    @property
    def widgets(self) -> list[Any]:
        *above, navigation = super().widgets
        return [self.banner, *above, self.translating, navigation]

    def _show_step(self, *, anew: bool = True) -> None:
        super()._show_step(anew=anew)
        self.translating.board = self.together.board

    def _show_all(self) -> None:
        super()._show_all()
        words = in_language(BOARD_WORDS | TRANSLATING_WORDS, self._language)
        self.translating.set_trait("strings", words)
        self.translating.set_trait("language", self._language)
        self.banner.set_trait("language", self._language)
        self.banner.set_trait("strings", in_language(WRITING_FOR_WORDS, self._language))
        person = self._state.participants.get(self._me)
        if person:
            named = " · ".join(filter(None, [person.profile.card, person.profile.name]))
            self.banner.set_trait("person", named)
