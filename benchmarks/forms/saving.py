"""What every form does with its answers, so that only the frameworks differ."""

from __future__ import annotations

import os
import sqlite3

TITLE = "Tell us about your visit"
ROLES = ["Patient", "Family member", "Clinician", "Manager", "Researcher"]


def save(name: str, role: str, story: str, rating: int) -> str:
    """Commit one answer with ``synchronous=FULL``; returns what the form then says."""
    with sqlite3.connect(os.environ["BENCH_DATABASE"], timeout=30) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE IF NOT EXISTS answers (name, role, story, rating)")
        answer = (name, role, story, rating)
        number = database.execute("INSERT INTO answers VALUES (?, ?, ?, ?)", answer).lastrowid
    return f"Saved answer {number}"
