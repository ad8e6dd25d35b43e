"""What is said when a change can't be saved, by its reason."""

from __future__ import annotations

from ...language import mark as _

REFUSALS = {
    "finished": _("The workshop is finished, so this could not be saved."),
    "locked": _("This step is closed for now, so this could not be saved."),
    "counted": _("This vote is closed, so this could not be saved."),
    "not-now": _("This can’t be changed right now."),
    "not-shown": _("An idea in this was hidden a moment ago. Please choose again."),
    "no-such-theme": _("This theme is gone. Please choose again."),
    "no-words": _("There are no words in it yet."),
    "bad-date": _("This date can’t be read. Write it like 2026-12-01."),
    "empty-plan": _("At least one step has to stay, with one of its stages. Nothing was changed."),
    "settled": _(
        "People answer already, so what counts as agreement stays as it is. Nothing was changed."
    ),
    "bad-limits": _(
        "Agreement starts from 51 to 100 percent; against are 1 to 49 percent. Nothing was changed."
    ),
    "bad-minutes": _("Give a time from 1 to 240 minutes, or leave it empty."),
    "bad-purpose": _("Research needs the number that the research ethics board gave it."),
    "purpose-known": _("Someone has joined for this purpose, so it stays. Nothing was changed."),
    "bad-title": _("Give a title of 1 to 120 letters."),
    "not-yet": _("The group has not reached this step yet, so this could not be saved."),
    "looks-on": _("You look on here: only the facilitators can change this."),
    "not-here": _("Your answers were taken back. Join again to take part."),
    "not-yours": _("This answer belongs to someone else."),
    "too-long": _("This is too long to save. Please shorten it, or split it in two."),
    "no-such-step": _("This could not be saved. Please reload the page."),
    "not-understood": _("This could not be saved. Please reload the page."),
    "store": _("This could not be saved just now. Your words are kept here; we try again."),
}
