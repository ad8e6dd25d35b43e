"""A full workshop through all stages of one phase: eight people at two tables, in real browsers.

One chapter for each step: who takes part, what would help, what gets in the way. At the end all
that anyone was told is saved is in the export, once.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.workshop import challenges, conditions, exported, roles
from tests.support.gathering import Gathering
from tests.support.room import Room, lhs

#: Who is there from the beginning; Hugo comes late, and Rosa has no phone.
FROM_THE_BEGINNING = {
    "Ada": ("patient", "en"),
    "Ben": ("patient", "en"),
    "Chloé": ("patient", "fr"),
    "Dana": ("clinician", "en"),
    "Élise": ("clinician", "fr"),
    "Farid": ("clinician", "fr"),
    "Gwen": ("patient", "en"),
}


@pytest.mark.timeout(400)
def test_eight_people_walk_through_one_phase_and_nothing_is_lost(
    room: Room, browser: Browser, tmp_path: Path
) -> None:
    day = Gathering(room, browser)
    for name, (group, language) in FROM_THE_BEGINNING.items():
        day.joins(name, group, language)
    day.facilitator.count(7, "joined")

    roles.go_through(day)
    conditions.go_through(day)
    challenges.go_through(day)
    finishes(day)

    day.close()

    package = tmp_path / "package"
    lhs("export", day.code, "--to", str(package), "--data", str(room.data))
    exported.what_people_wrote_is_there(package, day)
    exported.what_happened_is_there(package)
    exported.what_the_group_made_is_there(package)


def finishes(day: Gathering) -> None:
    """A press in a hurry asks only; then the workshop is closed for everyone."""
    day.facilitator.move("our-roadmap")
    day.everyone_is_at("our-roadmap")
    for words in (roles.AGREED, conditions.AGREED, challenges.AGREED):
        day.all_read(words)
    day.next("What happens next")
    day.next("Finish the workshop")
    day.facilitator.page.get_by_role("button", name="Yes, finish for everyone").click()
    day.everyone_reads("The workshop is finished", "L’atelier est terminé")
    expect(day.facilitator.page.locator("button.main:visible")).to_have_count(0)
