"""Scales of the deck as axes and as levels of influence."""

from __future__ import annotations

from ..deck import Deck, Language
from ..deck.parts import Scale
from ..deck.stages import Rate
from .content import Axis, Level


def levels(scale: Scale, language: Language) -> tuple[Level, ...]:
    """The points of a scale with what each means, the lowest first."""
    return tuple(
        Level(
            point.value,
            point.label(language),
            point.description(language) if point.description else "",
        )
        for point in scale.points
    )


def matrix_axes(deck: Deck, step: str, language: Language) -> tuple[Axis, Axis] | None:
    """The axes on which a step's ideas were placed: across the second scale, up the first.

    They are the scales of the stage where the group placed ideas, or else of the activity.
    """
    asked = deck.steps[step]
    rates = [stage.scales for stage in asked.stages if isinstance(stage, Rate)]
    scales = rates[0] if rates else getattr(asked.activity, "scales", ())
    if len(scales) < 2:
        return None
    up, across = (_axis(deck.scale[scale], language) for scale in scales[:2])
    return across, up


def _axis(scale: Scale, language: Language) -> Axis:
    first, last = scale.points[0], scale.points[-1]
    return Axis(
        scale.question(language),
        first.label(language),
        last.label(language),
        first.value,
        last.value,
    )
