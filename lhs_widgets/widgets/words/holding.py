"""Words for holding a room: time, raised hands, people, tables, cards that are hidden, notes."""

from __future__ import annotations

from ...language import mark as _

CLOCK_WORDS = {
    "time": _("Time"),
    "time_up": _("The time is up. Finish your thought: nothing closes."),
    "last_minute": _("One minute left."),
    "time_given": _("The clock is running: {n} min."),
}

#: Said to the author of a card and to the facilitator.
HIDDEN_WORDS = {"hidden_why": _("The facilitator hid this from the others. Reason: {reason}")}

#: What a participant's page says of the room.
ROOM_WORDS = {
    **CLOCK_WORDS,
    "paused_now": _(
        "We are taking a break. Rest, or go on: nothing closes, and what you wrote is saved."
    ),
    "your_table": _("You are at table {n}."),
    "no_table": _("The group works at tables. Ask the facilitator for yours."),
}

HOLDING_WORDS = {
    **CLOCK_WORDS,
    **HIDDEN_WORDS,
    "minutes": _("{n} min"),
    "give_minutes": _("Minutes"),
    "start_time": _("Start the clock"),
    "minute_more": _("One minute more"),
    "stop_time": _("Stop the clock"),
    "here_now": _("here now"),
    "hands": _("Raised hands ({n})"),
    "lower": _("Heard: lower it"),
    "lower_this": _("Heard: lower it ({person})"),
    "people_here": _("Who has finished"),
    "is_done": _("has finished"),
    "is_here": _("is here"),
    "is_away": _("page not open"),
    "small_groups": _("Small groups"),
    "how_many_tables": _("How many tables?"),
    "how_seated": _("Who sits where?"),
    "seated_balanced": _("Mix the groups: some of each at every table"),
    "seated_random": _("By chance"),
    "seated_by-hand": _("I choose, person by person"),
    "split": _("Split into tables"),
    "at_no_table": _("No table yet"),
    "seat_of": _("Table of {person}"),
    "together_again": _("Bring everyone together again"),
    "hide_a_card": _("Hide a card"),
    "hide_card": _("Hide"),
    "hide_this": _("Hide: {words}"),
    "hide_why": _("Why? Its author reads this, nobody else."),
    "why_names": _("It names a person."),
    "why_hurts": _("It could hurt someone here."),
    "why_elsewhere": _("It belongs to another step."),
    "hide_now": _("Hide it from everyone"),
    "hide_not": _("Leave it"),
    "hidden_now": _("Hidden from everyone: {words}"),
    "hidden_cards": _("Hidden cards ({n})"),
    "show_card": _("Show it again"),
    "show_this": _("Show it again: {words}"),
    "notes_fold": _("My notes"),
    "notes": _("Notes (only facilitators read them)"),
}
