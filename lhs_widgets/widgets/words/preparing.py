"""Words for before and after a workshop: preparing, rehearsing, agreed actions."""

from __future__ import annotations

from ...language import mark as _

#: What every page says of a rehearsal.
REHEARSAL = _("Rehearsal: the people here are made up, and everything is erased afterwards.")

#: What a page that is still open says once its rehearsal was erased.
WIPED = _("This rehearsal is over, and everything in it is erased.")

#: What everyone reads of the agreed actions.
PROMISE_WORDS = {
    "promises_last": _("What we agreed to do last time"),
    "promises_ours": _("What we agreed to do"),
    "promise_due": _("until {date}"),
    "promise_is_done": _("Done"),
    "promise_carried": _("from last time"),
}

PREPARING_WORDS = {
    "views": _("Parts of the console"),
    "view_room": _("The room"),
    "view_prepare": _("Prepare"),
    "view_plan": _("Change the plan"),
    "view_promises": _("Agreed actions ({n})"),
    "wipe": _("End the rehearsal and wipe it"),
    "to_real": _("Back to the workshop itself"),
    "prepare_how": _(
        "Each change is saved at once. A change of the plan can be undone. Nothing is lost when "
        "you hide a step or change the order: show it again, and all that people wrote is there."
    ),
    "title": _("Title, as people will see it"),
    "offered": _("Languages people can choose"),
    "offered_part": _("{language}: {n} percent of the words of the pages"),
    "offered_how": _("Choose one or more. Who already uses another language keeps it."),
    "offered_english": _("What a language does not have yet is shown in English."),
    "limits": _("When we say that the group agrees"),
    "limit_agreement": _("At least this percent of people"),
    "limit_core": _("On scales from 1 to 9: at least this percent at one end"),
    "limit_against": _("and fewer than this percent at the other end"),
    "limits_how": _(
        "Settle this before people answer: from the first answer on, it stays as it is. The "
        "analysis and the data go by it."
    ),
    "limits_settled": _("Settled: people answer already, so this stays as it is."),
    "aim": _("What the session is for"),
    "aim_quality": _("Quality improvement"),
    "aim_research": _("Research"),
    "aim_both": _("Both"),
    "aim_how": _(
        "People read it before they join, and it stays once someone has joined. In research, each "
        "person is asked whether their answers may be used; without a yes, they are not exported."
    ),
    "aim_fixed": _("Someone has joined: people agreed to this, so it stays."),
    "reb": _("Number of the research ethics board (REB)"),
    "keep_until": _("Keep the workshop until (optional)"),
    "keep_how": _(
        "People read it when they join. After that day, the list of workshops reminds you; nothing "
        "is erased by itself. Follow the rule of your organization."
    ),
    "support_legend": _("To whom people can turn (optional)"),
    "support": _("Name, place or telephone number"),
    "support_wall": _("Show it on the wall too"),
    "support_how": _(
        "For example someone in the room, or a service that listens. People find it when they "
        "join, under “Help, and coming back”, and where they say no. It is in no data that is "
        "exported."
    ),
    "planned_time": _("Time planned: {time}"),
    "undo_change": _("Undo the last change"),
    "undone": _("Undone."),
    "saved_change": _("Saved."),
    "steps_planned": _("Steps"),
    "part_earlier": _("Move up: {what}"),
    "part_later": _("Move down: {what}"),
    "hide_part": _("Hide"),
    "show_part": _("Show"),
    "is_hidden": _("hidden"),
    "now_at": _("{what}: now number {n} of {count}."),
    "now_hidden": _("{what}: hidden now."),
    "now_shown": _("{what}: shown again."),
    "stages_planned": _("Stages ({n})"),
    "stages_planned_of": _("Stages of {what}"),
    "minutes_of": _("Minutes for: {what}"),
    "rehearse": _("Rehearse"),
    "rehearse_how": _(
        "Opens a copy with pretend participants, who answer and vote as you go on. It is marked as "
        "a rehearsal on every page, and one press wipes it. This workshop is not touched."
    ),
    "rehearse_number": _("Pretend participants"),
    "rehearse_start": _("Start a rehearsal"),
    "no_promises": _("No action is written down yet."),
    "promises_how": _(
        "Everyone sees them where the group agrees, at the last step, and at the start of the next "
        "workshop of this group."
    ),
    "promise_text": _("What will be done?"),
    "promise_who": _("Who does it?"),
    "promise_until": _("Until when? (optional)"),
    "promise_add": _("Add the action"),
    "promise_added": _("Added."),
    "promise_done": _("Mark as done"),
    "promise_undone": _("Done ✓ (press to reopen)"),
    "promise_keep": _("Keep it for later"),
    "promise_kept": _("kept"),
    "promise_change": _("Change"),
    "promise_save": _("Save"),
    "promise_cancel": _("Leave it as it is"),
    "promise_drop": _("Remove"),
    "promise_more": _("Write down an action"),
    "promise_ask": _("For each action: is it done, or do we keep it?"),
}
