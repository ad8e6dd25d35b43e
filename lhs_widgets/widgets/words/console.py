"""Words of the facilitator's console."""

from __future__ import annotations

from ...language import mark as _
from .bars import CONNECTION_WORDS
from .holding import HOLDING_WORDS
from .preparing import PREPARING_WORDS

CONSOLE_WORDS = {
    **CONNECTION_WORDS,
    **HOLDING_WORDS,
    **PREPARING_WORDS,
    "language": _("Language"),
    "look": _("Text and colours"),
    "invite": _("How people join"),
    "join_at": _("People join at"),
    "code": _("Code"),
    "qr": _("QR code of {url}"),
    "open_wall": _("Open the wall for the projector"),
    "without_phone": _("People without a phone"),
    "who_facilitates": _("Who facilitates"),
    "you_look_on": _("You look on: you see what the facilitators see, and change nothing."),
    "joined": _("joined"),
    "done_here": _("finished this step"),
    "steps": _("Steps of the workshop"),
    "here": _("group is here"),
    "move_here": _("Move everyone here"),
    "stages": _("Stages of this step"),
    "next_move": _("Move everyone to: {step}"),
    "next_think": _("Start: think alone"),
    "next_reveal": _("Show the answers to everyone"),
    "next_group": _("Start grouping the ideas"),
    "next_vote": _("Start the vote"),
    "next_rate": _("Start the rating"),
    "next_rank": _("Start the ranking"),
    "next_discuss": _("Start the discussion"),
    "next_sense-check": _("Start the sense check"),
    "next_agree": _("Write what we agree on"),
    "next_count": _("Close the vote and show the results"),
    "next_resume": _("End the break"),
    "more": _("This step"),
    "hide": _("Hide the answers"),
    "lock": _("Close this step for changes"),
    "unlock": _("Open this step for changes"),
    "open_again": _("Hide the results and open the vote again"),
    "vote_again": _("Vote again from the start"),
    "for_all": _("The workshop"),
    "own_pace": _("Let people go at their own pace"),
    "together": _("Keep the group together"),
    "pause": _("Take a break"),
    "finish": _("Finish the workshop"),
    "finish_yes": _("Yes, finish for everyone"),
    "finish_not": _("Not yet"),
    "keep_data": _("To keep the data, run on this computer:"),
    "reveal_new": _("Show what is new too ({n})"),
    "is_finished": _("The workshop is finished. Moving to a step opens it again."),
    "own_pace_now": _("People go at their own pace: every step is open to them."),
    "paused_now": _("The group has a break. What people write is still saved."),
    "tables_now": _("The group works at {n} tables."),
    "locked_now": _("This step is closed: nobody can change anything in it."),
    "answers": _("Answers ({n})"),
    "shown_to_all": _(
        "Everyone sees the answers as they were when you showed them, without names. "
        "New since then: {n}."
    ),
    "shown_to_you": _("Only you see these words, without names, until you show them."),
}
