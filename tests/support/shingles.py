"""Eight words in a row, as short hashes: tells whether a sentence is a source's, without its text.

The sources are not ours to publish. ``sources.shingles`` holds five bytes for each eight words in a
row of them, which can't be turned back; `python -m tests.support.shingles FILE...` writes it anew.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

IN_A_ROW = 8
FILE = Path(__file__).parents[1] / "deck" / "sources.shingles"
_BYTES = 5  # a chance of one in millions that an innocent sentence is taken for a source's


def rows_of_words(text: str) -> Iterator[str]:
    """Every eight words in a row, without accents, capitals and punctuation."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain)
    for start in range(len(words) - IN_A_ROW + 1):
        yield " ".join(words[start : start + IN_A_ROW])


def shingle(row: str) -> bytes:
    return hashlib.sha256(row.encode()).digest()[:_BYTES]


def known() -> frozenset[bytes]:
    content = FILE.read_bytes()
    return frozenset(content[i : i + _BYTES] for i in range(0, len(content), _BYTES))


if __name__ == "__main__":
    found = {shingle(row) for file in sys.argv[1:] for row in rows_of_words(Path(file).read_text())}
    FILE.write_bytes(b"".join(sorted(found)))
