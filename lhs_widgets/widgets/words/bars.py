"""Words of the bars above and below a step."""

from __future__ import annotations

from ...language import mark as _
from .holding import ROOM_WORDS

#: What the page says of its connection, wherever it is.
CONNECTION_WORDS = {
    "lost": _(
        "The connection is lost. Your words are kept on this device. We are trying to reconnect…"
    ),
    "elsewhere": _(
        "Not connected: another page answers in the workshop’s place. If the Wi-Fi wants a "
        "sign-in, do it in a new tab. Your words are kept on this device."
    ),
    "back": _("Connected again."),
}

HEADER_WORDS = {
    **CONNECTION_WORDS,
    **ROOM_WORDS,
    "language": _("Language"),
    "look": _("Text and colours"),
    "aloud": _("Read aloud"),
    "step_of": _("step {number} of {count}"),
}

NAVIGATION_WORDS = {
    "done": _("Finished ✓ (press to reopen)"),
    "mark_done": _("I have finished this step"),
    "skip": _("Skip this step"),
    "skipped": _("Skipped. Others read only that you have finished."),
    "back": _("Back"),
    "next": _("Next"),
    "wait": _("The next step opens when the facilitator moves the group."),
    "finished": _("The workshop is finished. Thank you."),
    "group_is_at": _("The group is now at: {step}"),
    "join_group": _("Go there"),
    "help": _("Help, and coming back"),
    "support": _("If something weighs on you, turn to:"),
    "return_code": _("Your return code:"),
    "return_how": _(
        "Write it down. On any phone or computer, open the same address, choose "
        "“I was here before” and type it: all your answers come back."
    ),
    "ask_help": _(
        "Stuck, or not well? Raise your hand: the facilitator sees it at once, and nobody else "
        "does. You may skip any step."
    ),
    "aloud_help": _("Do you use a screen reader? Leave “Read aloud” off: both would speak."),
    "raise_hand": _("Raise my hand"),
    "lower_hand": _("My hand is up (press to lower it)"),
    "heard_as": _("The facilitator knows. You are shown as: {name}"),
    "consent": _("What I agreed to"),
    "take_back": _("Take my answers back"),
    "gone": _("Your answers were taken back and erased. To take part again, join again."),
    "leave_why": _("Using someone else’s phone? Leave it clean when you are done."),
    "leave": _("Leave this phone"),
}

WRITING_FOR_WORDS = {
    "scribe": _("For whom you are writing"),
    "writing_for": _("You are writing for:"),
    "back_to_list": _("Back to the list"),
}
