"""The languages of the workbook: which there are, what each says, how it writes numbers.

English and French are the source: both stand in the code and in the decks. Any other language is a
folder of two gettext catalogues; see ``docs/translating.md``.
"""

from .catalogues import (
    SOURCES,
    content,
    installed,
    known,
    languages,
    mark,
    translate,
    translations,
)
from .locales import (
    direction,
    is_language,
    is_one,
    long_date,
    name,
    number_marks,
    regional,
    short_time,
)
from .names import own_name
from .progress import Progress, offered, progress, read_all

__all__ = [
    "SOURCES",
    "Progress",
    "content",
    "direction",
    "installed",
    "is_language",
    "is_one",
    "known",
    "languages",
    "long_date",
    "mark",
    "name",
    "number_marks",
    "offered",
    "own_name",
    "progress",
    "read_all",
    "regional",
    "short_time",
    "translate",
    "translations",
]
