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
    "terms": _("Words explained ({n})"),
    "our_words": _("Our words ({n})"),
    "boxes": _("What each box means"),
    "sorted": _("{n} of {all} sorted"),
    "chosen": _("You have chosen {n} of {most}."),
    "not_chosen": _("Not chosen"),
    "place": _("Place {n}"),
    "idea": _("Idea {n}"),
    "add_idea": _("Add another idea"),
    "row": _("Row {n}"),
    "add_row": _("Add another row"),
    "map_kinds": _("What can stand on the map"),
    "map_things": _("What stands on the map"),
    "map_thing": _("On the map: {n}"),
    "add_thing": _("Add something to the map"),
    "map_kind": _("What is it?"),
    "map_links": _("What links to what"),
    "map_first": _("Put something on the map first. Then you can link it."),
    "link": _("Link {n}"),
    "add_link": _("Add a link"),
    "link_lacks": _("Choose two different things. Then this link is saved."),
    "link_from": _("From"),
    "link_to": _("To"),
    "link_how": _("How? (optional)"),
    "nothing_shown": _("Nothing has been shown here yet."),
    "unrated": _("Not rated yet"),
    "remove": _("Remove"),
    "remove_card": _("Remove: {card}"),
    "removed": _("Removed."),
    "undo": _("Undo"),
    "choose": _("Choose…"),
    "with_meaning": _("{word}: {meaning}"),
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
