"""The words that widgets show around a deck's content, in the language of the page."""

from __future__ import annotations

from ..language import mark as _
from ..language import translate

STEP_WORDS = {
    "evidence": _("What others have found ({n})"),
    "saved": _("Saved"),
    "saving": _("Saving…"),
    "waiting": _(
        "Not saved yet. Your words are kept on this device. We keep trying; "
        "if this lasts, reload the page."
    ),
    "locked": _("The workshop is finished. You can read, but not change, your answers."),
    "group_said": _("What the group said"),
    "nothing_shown": _("Nothing has been shown here yet."),
    "unrated": _("Not rated yet"),
    "remove": _("Remove"),
    "removed": _("Removed."),
    "undo": _("Undo"),
    "choose": _("Choose…"),
    "condition": _("Condition {n}"),
    "add_condition": _("Add another condition"),
    "challenge": _("Challenge {n}"),
    "add_challenge": _("Add another challenge"),
    "eased_by": _("Which condition would ease it?"),
    "not_linked": _("Not linked yet"),
    "roles_for": _("Which roles are you choosing?"),
    "for_me": _("Mine"),
    "for_group": _("For patients, families and caregivers"),
    "own_roles": _("A role that is not in the list"),
    "own_role": _("Name of role {n}"),
    "add_role": _("Add a role of your own"),
}

HEADER_WORDS = {
    "language": _("Language"),
    "step_of": _("step {number} of {count}"),
}

NAVIGATION_WORDS = {
    "done": _("Finished ✓ (press to reopen)"),
    "mark_done": _("I have finished this step"),
    "back": _("Back"),
    "next": _("Next"),
    "wait": _("The next step opens when the facilitator moves the group."),
    "finished": _("The workshop is finished. Thank you."),
    "group_is_at": _("The group is now at: {step}"),
    "join_group": _("Go there"),
    "help": _("Help, and coming back"),
    "return_code": _("Your return code:"),
    "return_how": _(
        "Write it down. On any phone or computer, open the same address, choose "
        "“I was here before” and type it: all your answers come back."
    ),
    "ask_help": _("Stuck? Raise your hand: the facilitator will come to you."),
    "take_back": _("Take my answers back"),
    "gone": _("Your answers were taken back and erased. To take part again, join again."),
    "leave_why": _("Using someone else’s phone? Leave it clean when you are done."),
    "leave": _("Leave this phone"),
}

CONSOLE_WORDS = {
    "language": _("Language"),
    "invite": _("How people join"),
    "join_at": _("People join at"),
    "code": _("Code"),
    "qr": _("QR code of {url}"),
    "open_wall": _("Open the wall for the projector"),
    "joined": _("joined"),
    "done_here": _("finished this step"),
    "steps": _("Steps of the workshop"),
    "here": _("group is here"),
    "move_here": _("Move everyone here"),
    "move_next": _("Move everyone to: {step}"),
    "reveal": _("Show the answers to everyone"),
    "hide": _("Hide the answers"),
    "finish": _("Finish the workshop"),
    "finish_yes": _("Yes, finish for everyone"),
    "finish_not": _("Not yet"),
    "keep_data": _("To keep the data, run on this computer:"),
    "reveal_new": _("Show what is new too ({n})"),
    "is_finished": _("The workshop is finished. Moving to a step opens it again."),
    "answers": _("Answers ({n})"),
    "shown_to_all": _(
        "Everyone sees the answers as they were when you showed them, without names. "
        "New since then: {n}."
    ),
    "shown_to_you": _("Only you see these words, without names, until you show them."),
}

REFUSALS = {
    "finished": _("The workshop is finished, so this could not be saved."),
    "not-yet": _("The group has not reached this step yet, so this could not be saved."),
    "not-here": _("Your answers were taken back. Join again to take part."),
    "not-yours": _("This answer belongs to someone else."),
    "too-long": _("This is too long to save. Please shorten it, or split it in two."),
    "no-such-step": _("This could not be saved. Please reload the page."),
    "not-understood": _("This could not be saved. Please reload the page."),
    "store": _("This could not be saved just now. Your words are kept here; we try again."),
}

WHO_SEES = {
    "anonymous": _(
        "Who sees this: you, and the facilitator, who does not see your name. When the facilitator "
        "shows the answers, everyone sees the words as they are then, without names."
    ),
}


def in_language(words: dict[str, str], language: str) -> dict[str, str]:
    """A set of words in a language."""
    return {key: translate(language, words[key]) for key in words}


def refusal(reason: str, language: str) -> str:
    """The calm sentence for a refused change."""
    return translate(language, REFUSALS.get(reason, REFUSALS["not-understood"]))
