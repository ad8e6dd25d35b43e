"""Words of the stages of a step, and of the boards on which a group works."""

from __future__ import annotations

from ...language import mark as _

#: What each kind of stage is called.
STAGE_TITLES = {
    "think": _("Think alone"),
    "reveal": _("See the answers"),
    "group": _("Group the ideas"),
    "vote": _("Vote"),
    "rate": _("Rate"),
    "rank": _("Rank"),
    "discuss": _("Discuss"),
    "sense-check": _("Sense check"),
    "agree": _("Agree"),
}

#: What people do at each kind of stage, said to them.
STAGE_HOW = {
    "think": _("Write your own answers. Nobody else sees them yet."),
    "reveal": _("Read what the group said. Take a moment before you react."),
    "group": _("Select the ideas that belong together, then give them a name."),
    "vote": _("Give your dots to what matters most to you. Nobody sees your choice."),
    "rate": _("Place each idea on both scales. Nobody sees your choice."),
    "rank": _("Put the ideas in order, the most important first. Nobody sees your choice."),
    "discuss": _("Talk about what you see. What is missing? What surprises you?"),
    "sense-check": _("Read the proposal. Do you agree with it?"),
    "agree": _("Write down what the group agrees on."),
}

BOARD_WORDS = {
    "group_said": _("What the group said"),
    "nothing_shown": _("Nothing has been shown here yet."),
    "outcome": _("What we agree on"),
    "saved": _("Saved"),
    "saving": _("Saving…"),
    "waiting": _(
        "Not saved yet. Your words are kept on this device. We keep trying; "
        "if this lasts, reload the page."
    ),
}
