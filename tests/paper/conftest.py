"""A workshop with people whom a scribe added."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lhs_widgets.store import Record
from lhs_widgets.workshop import Profile, Stamp, actions
from lhs_widgets.workshop.codes import new_participant

Add = Callable[..., str]


@pytest.fixture
def add(record: Record) -> Add:
    """Adds someone without a phone under a code; their pseudonym."""

    def someone(card: str, language: str = "en") -> str:
        profile = Profile(language=language, card=card)  # type: ignore[arg-type]
        person = new_participant()
        record.admit(actions.join(record.state(), person, profile, Stamp("scribe")), None)
        return person

    return someone
