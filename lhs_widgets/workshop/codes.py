"""Codes people type and secrets that open pages.

No vowels and no look-alikes (0/O, 1/I/L, 5/S, 2/Z), so that a code is never a word and can be read
aloud, copied from a wall and typed on a phone.
"""

from __future__ import annotations

import hashlib
import secrets
from random import Random

ALPHABET = "BCDFGHJKMNPQRTVWXY346789"

_CODE_LENGTH = 6
_SECRET_LENGTH = 12  # 24**12 is about 2**55: out of reach for guessing over a network


def new_code() -> str:
    """A workshop's code, such as ``KDM7RT``."""
    return _draw(_CODE_LENGTH, secrets.SystemRandom())


def new_secret() -> str:
    """A personal return code or a facilitator's key, such as ``BDFG-HJKM-NPQR``."""
    letters = _draw(_SECRET_LENGTH, secrets.SystemRandom())
    return "-".join(letters[i : i + 4] for i in range(0, _SECRET_LENGTH, 4))


def new_participant(source: Random | None = None) -> str:
    """A participant's pseudonym, such as ``p-7kq4mnbd``; random: it says nothing of order."""
    return "p-" + _draw(8, source or secrets.SystemRandom()).lower()


def tidy(typed: str) -> str:
    """What a person typed, as the code they meant: upper case, without spaces and hyphens."""
    return "".join(ch for ch in typed.upper() if ch.isalnum())


def fingerprint(secret: str) -> str:
    """The only form in which a secret is stored."""
    return hashlib.sha256(tidy(secret).encode()).hexdigest()


def contact_lock(return_code: str) -> str:
    """Where the address of the person with this return code is kept.

    It is not made from the fingerprint, which stands beside the person: without the code itself,
    nothing leads from the one to the other.
    """
    return fingerprint(f"contact{tidy(return_code)}")


def _draw(length: int, source: Random) -> str:
    return "".join(source.choice(ALPHABET) for _ in range(length))
