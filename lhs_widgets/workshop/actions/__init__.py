"""What people may do: each action checks the workshop and returns the event that records it.

Pure functions: the time and the event's id come from the caller. A refused action raises
:class:`~lhs_widgets.errors.Refused` and changes nothing.
"""

from .answers import cast_ballot, contribute, mark_done, withdraw
from .group import (
    agree,
    drop_promise,
    group_ideas,
    merge_themes,
    promise,
    rename_theme,
    undo,
    ungroup_ideas,
)
from .people import change_profile, forget, join, raise_hand, read_profile, seat
from .stamp import Stamp
from .walk import (
    count,
    finish,
    lock,
    moderate,
    move,
    note,
    offer,
    open_workshop,
    pace,
    pause,
    plan,
    retitle,
    reveal,
    set_timer,
    settle,
    split,
    stage,
    stop_timer,
)

__all__ = [
    "Stamp",
    "agree",
    "cast_ballot",
    "change_profile",
    "contribute",
    "count",
    "drop_promise",
    "finish",
    "forget",
    "group_ideas",
    "join",
    "lock",
    "mark_done",
    "merge_themes",
    "moderate",
    "move",
    "note",
    "offer",
    "open_workshop",
    "pace",
    "pause",
    "plan",
    "promise",
    "raise_hand",
    "read_profile",
    "rename_theme",
    "retitle",
    "reveal",
    "seat",
    "set_timer",
    "settle",
    "split",
    "stage",
    "stop_timer",
    "undo",
    "ungroup_ideas",
    "withdraw",
]
