"""Every error the package raises on purpose.

    LHSError
    ├── BadInput             what a person gave can't be used; nothing was changed
    │   ├── FileError        a file; lists every problem with its line
    │   │   ├── DeckError    a deck
    │   │   └── IdeasError   a table of ideas
    │   ├── Refused          an answer or a command the workshop does not allow now
    │   ├── UnknownWorkshop  no workshop has this code
    │   ├── UnknownTemplate  no template has this name
    │   ├── PackageError     a folder that is not a data package we can read
    │   └── Undefined        numbers for which a statistic has no value
    ├── StoreError           the store can't be opened, read or written
    └── HubError             JupyterHub did not let someone in, or does not answer

``BadInput`` ends a command with code 2, any other ``LHSError`` with 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class LHSError(Exception):
    """Root of the tree; its text is one sentence a person can act on."""


class BadInput(LHSError):
    """What a person gave can't be used; nothing already saved was touched."""


@dataclass(frozen=True)
class Problem:
    """One mistake in a file: where it is, what is wrong and how to mend it."""

    file: str
    line: int
    field: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        field = f" ({self.field})" if self.field else ""
        return f"{where}{field}: {self.wrong} {self.mend}"


class FileError(BadInput):
    """A file that can't be used, with every problem found in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class DeckError(FileError):
    """A deck that can't be used."""

    @classmethod
    def single(cls, file: str | Path, line: int, wrong: str, mend: str) -> DeckError:
        return cls([Problem(str(file), line, "", wrong, mend)])


class IdeasError(FileError):
    """A table of ideas that can't be used."""


class Refused(BadInput):
    """An answer or a command that the workshop does not allow at this moment.

    ``reason`` is a short key; the interface turns it into a calm sentence in the person's language.
    """

    def __init__(self, reason: str, detail: str) -> None:
        self.reason = reason
        super().__init__(detail)


class UnknownWorkshop(BadInput):
    """No workshop has this code."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"No workshop has the code {code!r}; `lhs list` shows those there are.")


class UnknownTemplate(BadInput):
    """No template has this name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"No template is called {name!r}.")


class PackageError(BadInput):
    """A folder that is not a data package we can read."""


class Undefined(BadInput):
    """Numbers for which a statistic has no value; the sentence says what it would need."""


class StoreError(LHSError):
    """The store can't be opened, read or written."""


class HubError(LHSError):
    """JupyterHub did not let someone in, or does not answer."""
