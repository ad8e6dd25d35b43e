"""Words of the stages of a step, and of the boards on which a group works."""

from __future__ import annotations

from ...language import mark as _
from .preparing import PROMISE_WORDS

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

#: For who says in another language what an idea says: the facilitator and scribes.
TRANSLATING_WORDS = {
    "translating": _("Translate ideas ({n} to do)"),
    "translating_how": _(
        "Say in the other language what the person wrote, no more and no less. Their own words "
        "stay beside it. Everyone who sees the idea sees this, marked as a translation."
    ),
    "translation_to": _("Translation ({language})"),
}

BOARD_WORDS = {
    **PROMISE_WORDS,
    "group_said": _("What the group said"),
    "nothing_shown": _("Nothing has been shown here yet."),
    "outcome": _("What we agree on"),
    "outcome_of_table": _("What our table agrees on"),
    "vote_closed": _("The vote is closed."),
    "group_watch": _("The facilitator groups the ideas. Say aloud what belongs together."),
    "agree_read": _("Here is what the group agrees on. Does it say what you mean?"),
    "of_tables": _("What the tables wrote"),
    "table": _("Table {n}"),
    "select_first": _("Select ideas that belong together."),
    "put_in": _("Put the selected ideas ({n}) in"),
    "new_theme": _("A new theme"),
    "theme_name": _("Name of the theme"),
    "group_them": _("Group them"),
    "take_out": _("Take out of the theme"),
    "merge": _("Make these {n} themes one"),
    "rename": _("Rename the theme"),
    "undo_group": _("Undo the last grouping"),
    "selected": _("Ideas selected: {n}."),
    "grouped": _("Grouped in “{theme}”. Ideas: {n}."),
    "taken_out": _("Taken out of the theme. Ideas: {n}."),
    "merged": _("{n} themes are now one: “{theme}”."),
    "renamed": _("The theme is now called “{theme}”."),
    "undone": _("The last grouping is undone."),
    "suggestions": _("Ideas that use the same word"),
    "suggestions_how": _(
        "They may belong together, or not: that is for you to say. Press one to select its ideas."
    ),
    "suggestion": _("“{word}” ({n} ideas)"),
    "dots_left": _("You have {n} of {budget} dots left."),
    "dots_here": _("Dots here: {n}"),
    "dot_more": _("Give a dot to: {option}"),
    "dot_less": _("Take a dot from: {option}"),
    "unrated": _("Not rated yet"),
    "place": _("Place {n}"),
    "choose": _("Choose…"),
    "your_position": _("What do you say to this?"),
    "no_proposal": _("The proposal is said aloud."),
    "position_agree": _("I agree"),
    "position_live-with": _("I can live with it"),
    "position_object": _("I object"),
    "why": _("Why? (Your words are shown to the group, without your name.)"),
    "stage_is_now": _("The group is now at: {step}"),
    "join_group": _("Go there"),
    "have_chosen": _(
        "People who have chosen so far: {n}. Nobody sees how until you close the vote."
    ),
    "tally": _("What the answers come to"),
    "most_agree": _("Same box: {n} of {all}"),
    "nobody": _("Nobody yet"),
    "map_links": _("What links to what"),
    "results": _("What the group chose"),
    "results_open": _("The vote is closed. Here is what the group chose."),
    "too_few_chose": _("Fewer than {n} people chose. Their choices stay secret."),
    "table_waits": _(
        "What others here wrote is shown when {n} people at the table have answered: with fewer, "
        "everyone could tell whose words they are."
    ),
    "people_chose": _("People who chose: {n}"),
    "from_people": _("People: {n}"),
    "not_rated": _("Not rated by anyone: {n}"),
    "saved": _("Saved"),
    "saving": _("Saving…"),
    "waiting": _(
        "Not saved yet. Your words are kept on this device. We keep trying; "
        "if this lasts, reload the page."
    ),
}
