"""What a reader of packages shows of words that are not to be quoted: none of them.

The files hold the words, for those who may study them. Every table, chart, sentence and report of
ours starts from frames that went through here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

#: Stands for an answer's words; numbered, so that two answers stay two.
_UNQUOTED = "[not quoted · non cité {n}]"


def as_quotable(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables without the words of those who did not agree to be quoted.

    The reasons of sense checks are empty instead. A table in which all may be quoted is the same.
    """
    said, votes = tables["contributions"], tables["votes"]
    mute = ~said["quotable"].fillna(True)
    found = dict(tables)
    if mute.any():
        numbers = mute.cumsum().map(lambda n: _UNQUOTED.format(n=n)).astype("string")
        masked = said["text"].where(~mute | said["text"].isna(), numbers)
        found["contributions"] = said.assign(text=masked)
        found["translations"] = _without_rows(tables["translations"], said[mute])
        found["cells"] = _without_words(tables["cells"], said[mute], numbers[mute])
    silent = ~votes["quotable"].fillna(True)
    if silent.any():
        found["votes"] = votes.assign(reason=votes["reason"].mask(silent))
    return found


def _without_rows(translations: pd.DataFrame, mute: pd.DataFrame) -> pd.DataFrame:
    keys = [column for column in ("workshop", "contribution") if column in translations]
    known = translations[keys].merge(mute[keys].assign(mute=True), how="left")["mute"]
    return translations[known.isna().to_numpy()].reset_index(drop=True)


def _without_words(cells: pd.DataFrame, mute: pd.DataFrame, numbers: pd.Series) -> pd.DataFrame:
    keys = [column for column in ("workshop", "contribution") if column in cells]
    instead = mute[keys].assign(instead=numbers)
    words = cells[keys].merge(instead, how="left")["instead"].set_axis(cells.index)
    return cells.assign(text=cells["text"].mask(words.notna() & cells["text"].notna(), words))
