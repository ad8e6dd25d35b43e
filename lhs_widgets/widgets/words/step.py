"""Words around a step."""

from __future__ import annotations

from ...language import mark as _
from .holding import HIDDEN_WORDS

STEP_WORDS = {
    **HIDDEN_WORDS,
    "evidence": _("What others have found ({n})"),
    "saved": _("Saved"),
    "saving": _("Saving…"),
    "waiting": _(
        "Not saved yet. Your words are kept on this device. We keep trying; "
        "if this lasts, reload the page."
    ),
    "locked": _("This step is closed. You can read, but not change, your answers."),
    "own_answers": _("Your own answers, and what others have found"),
    "nothing_shown": _("Nothing has been shown here yet."),
    "unrated": _("Not rated yet"),
    "remove": _("Remove"),
    "remove_card": _("Remove: {card}"),
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

WHO_SEES = {
    "named": _(
        "Who sees this: you and the facilitator. When the facilitator shows the answers, everyone "
        "sees the words as they are then, with your name and your group, if you gave them."
    ),
    "group": _(
        "Who sees this: you, and the facilitator, who does not see your name. When the facilitator "
        "shows the answers, everyone sees the words as they are then, with your group, if you "
        "gave it, but not your name."
    ),
    "anonymous": _(
        "Who sees this: you, and the facilitator, who does not see your name. When the facilitator "
        "shows the answers, everyone sees the words as they are then, without names."
    ),
}
