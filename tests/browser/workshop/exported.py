"""What a package holds: every answer that was called saved, once, and all that was done."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import frictionless
import pandas as pd

from tests.browser.workshop import challenges, conditions, roles
from tests.support.gathering import Gathering

#: What was done, by whom it was done or why; see the chapters.
DONE = {
    "joined": 9,  # Hugo and Rosa too
    "seated": 9,
    "split": 2,  # into tables, and together again
    "done": 7,
    "hand": 2,  # up, and down
    "paused": 2,
    "locked": 2,
    "timed": 1,
    "grouped": 4,
    "ungrouped": 1,
    "undone": 1,
    "merged": 2,  # by two people at once
    "moderated": 3,  # two cards hidden, one of them shown again
    "counted": 6,
    "finished": 1,
}


def table(package: Path, name: str) -> pd.DataFrame:
    """A table of the package as text: an empty cell is ""."""
    return pd.read_csv(package / f"{name}.csv", dtype=str, keep_default_na=False)


def what_people_wrote_is_there(package: Path, day: Gathering) -> None:
    """Every acknowledged answer once, the scribe's too, and of hidden ones the reason."""
    assert frictionless.validate(str(package / "datapackage.json")).valid
    answers = table(package, "contributions")
    written = Counter(zip(answers["step"], answers["text"], strict=True))
    assert {each: written[each] for each in day.acknowledged} == dict.fromkeys(day.acknowledged, 1)
    assert answers[answers["step"] == roles.STEP]["author"].nunique() == 7
    assert len(answers) == len(day.acknowledged) + 7  # and a role of the deck for each of seven
    assert dict(answers[answers["moderated"] != ""][["text", "moderated"]].to_numpy()) == {
        conditions.WRITTEN["Gwen"]: "It names a person."
    }


def what_happened_is_there(package: Path) -> None:
    people = table(package, "participants")
    assert Counter(people["origin"]) == {"participant": 8, "scribe": 1}
    assert Counter(people["table"]) == {"1": 5, "2": 4}
    (workshop,) = table(package, "workshop").to_dict("records")
    assert (workshop["finished"], workshop["held_back"]) == ("true", "0")
    kinds = Counter(table(package, "events")["kind"])
    assert {kind: kinds[kind] for kind in DONE} == DONE


def what_the_group_made_is_there(package: Path) -> None:
    """The themes of both tables, what was chosen in every round, and what was agreed."""
    themes = table(package, "themes").set_index("title")
    assert Counter(themes["state"]) == {"there": 3, "merged": 1}
    merged = {conditions.TITLE, conditions.OTHER_TITLE}
    assert Counter(themes.loc[list(merged), "state"]) == {"there": 1, "merged": 1}
    assert dict(themes.loc[list(merged), "ideas"].value_counts()) == {"4": 1, "0": 1}
    acts = table(package, "theme_acts").drop_duplicates("act")
    assert Counter(acts["kind"]) == {"grouped": 4, "ungrouped": 1, "undone": 1, "merged": 2}
    assert list(acts[acts["undone"] == "true"]["kind"]) == ["ungrouped"]

    votes = table(package, "votes")
    ballots = votes.groupby(["step", "stage", "round"])["ballot"].nunique()
    assert ballots.to_dict() == {
        (roles.STEP, "vote", "1"): 7,
        (roles.STEP, "vote", "2"): 7,
        (conditions.STEP, "rate", "1"): 8,
        (conditions.STEP, "sense-check", "1"): 8,
        (challenges.STEP, "rate", "1"): 8,
        (challenges.STEP, "sense-check", "1"): 8,
    }
    objections = votes[votes["position"] == "object"]
    assert list(objections["reason"]) == [conditions.OBJECTION]

    decisions = table(package, "decisions")
    agreed = {(each["step"], each["table"]): each["text"] for each in decisions.to_dict("records")}
    assert agreed == {
        (roles.STEP, ""): roles.AGREED,
        (conditions.STEP, ""): conditions.AGREED,
        **{(conditions.STEP, str(n)): words for n, words in conditions.TABLES_AGREED.items()},
        (challenges.STEP, ""): challenges.AGREED,
    }
