"""What people chose and what the group agreed on."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator
from datetime import date

from ...deck.stages import SenseCheck
from ...workshop import Ballot, Cast, Kind
from ...workshop.ballots import Key
from .exported import Exported
from .row import Row
from .telling import ballot_origins, hidden_among, told_within


def votes(export: Exported) -> Iterator[Row]:
    """Ballots are numbered in the order of what is on them, which says nothing of who or when."""
    for key, casts in export.ballots.items():
        step, stage, turn = key
        head: Row = {
            "workshop": export.code,
            "step": step,
            "stage": stage,
            "round": turn,
            "kind": export.deck.steps[step].stage[stage].kind,
            "counted": key in export.state.counted,
        }
        for number, lines in enumerate(sorted(_ballots(export, key, casts), key=_content), 1):
            ballot = f"{export.code}-{step}-{stage}-{turn}-{number:03}"
            for line, chosen in enumerate(lines, start=1):
                yield {**head, "ballot": ballot, "line": line, **chosen}


def _ballots(export: Exported, key: Key, casts: Iterable[Cast]) -> Iterator[list[Row]]:
    """What is on each ballot, with the group where that may be told."""
    by_person = {cast.participant: cast for cast in casts}
    step, stage, _ = key
    origins = ballot_origins({who: export.ballot_origins[key, who] for who in by_person})
    classes = {who: (_shown(export, step, stage, who), origins[who]) for who in by_person}
    groups = told_within(classes, {who: cast.group for who, cast in by_person.items()})
    seen = {w: (*c, groups[w]) for w, c in classes.items() if by_person[w].ballot.reason.strip()}
    lots = {who: export.lot(by_person[who].ballot.model_dump_json()) for who in seen}
    silent = hidden_among(seen, export.unquoted & seen.keys(), lots)
    for who, cast in by_person.items():
        told: Row = {"group": groups[who], "origin": origins[who]}
        if who in seen:
            told["quotable"] = who not in silent
        yield [{**told, **row, **_option(export, step, row)} for row in _chosen(cast.ballot)]


def _shown(export: Exported, step: str, stage: str, who: str) -> Hashable:
    """What a ballot shows of who cast it: the language of a reason, or the table whose themes could
    be chosen."""
    person = export.people[who]
    if isinstance(export.deck.steps[step].stage[stage], SenseCheck):
        return person.profile.language
    return person.table if export.worked_apart(step) else None


def _chosen(ballot: Ballot) -> list[Row]:
    if ballot.position:
        return [{"position": ballot.position, "reason": ballot.reason.strip()}]
    dots: list[Row] = [{"option": o, "dots": n} for o, n in sorted(ballot.dots.items())]
    places = [{"option": option, "place": n} for n, option in enumerate(ballot.ranking, start=1)]
    ratings = [
        {"option": option, "scale": scale, "value": value}
        for option, rated in sorted(ballot.ratings.items())
        for scale, value in sorted(rated.items())
    ]
    return dots + places + ratings


def _option(export: Exported, step: str, row: Row) -> Row:
    option = row.get("option")
    if option is None:
        return {}
    acts = export.state.theme_acts.get(step, ())
    if any(act.kind is Kind.GROUPED and act.body["theme"] == option for act in acts):
        return {"theme": option}
    return export.idea(option)


def _content(lines: list[Row]) -> str:
    return json.dumps(lines, sort_keys=True)


def decisions(export: Exported) -> Iterator[Row]:
    last = {(e.step, e.body["table"]): e for e in export.events if e.kind is Kind.AGREED}
    for (step, table), outcome in export.state.outcomes.items():
        if outcome.text.strip():
            at_table = f"-table-{table}" if table else ""
            yield {
                "decision": f"{export.code}-{step}{at_table}",
                "workshop": export.code,
                "step": step,
                "table": table,
                "text": outcome.text,
                "language": outcome.language,
                "at": last[step, table].at,
                "origin": last[step, table].origin,
            }


def actions(export: Exported) -> Iterator[Row]:
    last = {e.body["id"]: e for e in export.events if e.kind is Kind.PROMISED}
    for id_, promise in export.state.promises.items():
        yield {
            "action": id_,
            "workshop": export.code,
            "text": promise.text,
            "who": promise.who,
            "due": date.fromisoformat(promise.due).isoformat() if promise.due else None,
            "done": promise.done,
            "carried": promise.carried,
            "at": last[id_].at,
            "origin": last[id_].origin,
        }
