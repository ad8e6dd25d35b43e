"""Agreed actions that go from one workshop of a group to the next."""

from __future__ import annotations

from dataclasses import replace

from .state import Promise, Workshop


def carried_over(workshop: Workshop, code: str) -> list[Promise]:
    """What a workshop, of this code, left to be done, as the next one begins with it."""
    left = (each for each in workshop.promises.values() if not each.done)
    return [replace(each, carried=code, kept=False) for each in left]
