"""The results of several workshops together, worked out in a process of its own.

They are read as an analyst at another site would read them: each workshop is exported, the packages
are pooled, and the measures of the notebook *across workshops* are taken. So whatever consent and
small numbers keep out of a package or a pool is not in them. The process is another one because it
loads pandas and reads every answer, while the server has people to serve.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..deck import Language
from ..errors import LHSError

#: Rows of each phase, or workshops, that a section shows at most.
_FIRST = 8

#: Seconds after which it is given up.
_PATIENCE = 120


@dataclass(frozen=True)
class Section:
    """One question: its table as text, and its reading in a sentence."""

    name: str
    heads: list[str]
    rows: list[list[str]]
    note: str
    reading: str


def pooled(location: str | Path, codes: Sequence[str], language: Language) -> list[Section]:
    """The sections for these workshops, from a process that ends with it.

    Raises
    ------
    LHSError
        It failed, or took too long.
    """
    asked = {"location": str(location), "codes": list(codes), "language": language}
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=json.dumps(asked),  # not among its arguments: a location may hold a password
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        said = str(error.stderr or error).strip().splitlines()[-1]
        raise LHSError(f"The results could not be put together: {said}") from error
    return [Section(**each) for each in json.loads(done.stdout)]


def main() -> None:
    """What the process does: reads what is asked, prints the sections."""
    asked = json.load(sys.stdin)
    found = _sections(asked["location"], asked["codes"], asked["language"])
    json.dump([asdict(section) for section in found], sys.stdout)


def _sections(location: str, codes: Sequence[str], language: Language) -> Iterator[Section]:
    from ..analysis import words
    from ..analysis.across import frames, measures, sentences, tables
    from ..package import Source, pool, read_pool, write_package
    from ..store import Store

    with tempfile.TemporaryDirectory(prefix="lhs-pooled-") as made, Store(location) as store:
        folders = [Path(made) / code for code in codes]
        for code, folder in zip(codes, folders, strict=True):
            record = store.record(code)
            source = Source(record.code, record.deck, record.deck_yaml, record.events())
            write_package(source, folder)
        pool(folders, Path(made) / "pool")
        together = read_pool(Path(made) / "pool")
        smaller = words.SMALLER(language)
        taken = {
            "attending": measures.attending(frames.workshops(together, language), smaller),
            "returning_roles": measures.returning(frames.said(together, "role", language)),
            "returning_conditions": measures.returning(
                frames.said(together, "condition", language)
            ),
            "returning_challenges": measures.returning(
                frames.said(together, "challenge", language)
            ),
            "wishing": measures.wishing(frames.roles(together, language)),
            "agreeing": measures.agreeing(frames.checks(together, language)),
        }
        for name, measure in taken.items():
            table = tables.table(measure, language, _FIRST)
            yield Section(
                name,
                [] if measure.empty else [str(head) for head in table.frame.columns],
                [] if measure.empty else table.frame.astype(str).values.tolist(),
                "" if measure.empty else table.note,
                str(getattr(sentences, name)(measure, language)),
            )


if __name__ == "__main__":
    main()
