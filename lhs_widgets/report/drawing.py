"""Pictures as SVG: the learning cycle and a matrix.

They are drawn with classes, so that a page gives them its own colours, and with colours of their
own, so that they are whole anywhere else. What they show stands beside them in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from math import cos, hypot, radians, sin

from .content import Matrix, Phase

#: The colours of the phases, in turn; white words on each have a contrast of at least 6 to 1.
COLOURS = ("#0d5a60", "#9c4221", "#4b3f86")
_INK, _SOFT, _LINE, _PALE = "#1f2e35", "#52626a", "#d9d0c1", "#f8e8dd"

_FONT = "Libertinus Serif, sans-serif"  # the one a PDF has; a page gives its own

_MIDDLE = 160.0
_OUTER, _INNER = 150.0, 84.0
_TIP, _APART = 11.0, 2.5  # degrees

_WIDTH, _HEIGHT, _MARGIN = 340.0, 280.0, 36.0
_SPOT = 12.0

#: Ways to move a spot aside, the nearest first.
_OFFSETS = sorted(
    ((dx * _SPOT, dy * _SPOT) for dx in range(-8, 9) for dy in range(-8, 9)),
    key=lambda offset: (hypot(*offset), offset[1], -offset[0]),
)

Point = tuple[float, float]


def colour(number: int) -> str:
    """The colour of a phase by its place in the cycle, from 1; the first for those outside it."""
    return COLOURS[(max(number, 1) - 1) % len(COLOURS)]


def cycle(phases: Sequence[Phase], label: str, *, link: str = "") -> str:
    """The phases as arrows that follow each other round, with ``label`` in the middle.

    With ``link``, each arrow leads to its phase on a page; it is what an arrow is called, with
    ``{number}``.
    """
    arrows = "".join(
        _linked(each, link, _arrow(place, len(phases), each.number))
        for place, each in enumerate(phases)
    )
    lines = label.split(" ")
    half = (len(lines) + 1) // 2
    middle = "".join(
        f'<text class="middle" x="{_MIDDLE:g}" y="{_MIDDLE + dy:g}" text-anchor="middle" '
        f'font-size="16" font-weight="700" fill="{_INK}">{escape(" ".join(part))}</text>'
        for dy, part in ((-3, lines[:half]), (17, lines[half:]))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="cycle" font-family="{_FONT}" '
        f'viewBox="0 0 320 320">'
        f"{arrows}{middle}</svg>"
    )


def _linked(phase: Phase, link: str, arrow: str) -> str:
    if not link:
        return arrow
    name = escape(f"{link.format(number=phase.number)} – {phase.title}")
    return f'<a href="#phase-{escape(phase.id)}" aria-label="{name}">{arrow}</a>'


def _arrow(place: int, count: int, number: int) -> str:
    """An arrow along the ring, notched where the one before it points."""
    start, turn = -90 + place * 360 / count + _APART, 360 / count - 2 * _APART
    end, between = start + turn, (_OUTER + _INNER) / 2
    large = int(turn > 180)
    path = (
        f"M{_at(_OUTER, start)}A{_OUTER:g} {_OUTER:g} 0 {large} 1 {_at(_OUTER, end)}"
        f"L{_at(between, end + _TIP)}L{_at(_INNER, end)}"
        f"A{_INNER:g} {_INNER:g} 0 {large} 0 {_at(_INNER, start)}L{_at(between, start + _TIP)}Z"
    )
    x, y = _at(between, (start + end + _TIP) / 2).split(" ")
    return (
        f'<path class="arrow n{number}" fill="{colour(number)}" d="{path}"/>'
        f'<text class="on" x="{x}" y="{float(y) + 14:g}" text-anchor="middle" font-size="40" '
        f'font-weight="700" fill="#ffffff">{number}</text>'
    )


def _at(radius: float, degrees: float) -> str:
    x = _MIDDLE + radius * cos(radians(degrees))
    y = _MIDDLE + radius * sin(radians(degrees))
    return f"{x:.1f} {y:.1f}"


def matrix(figure: Matrix) -> str:
    """The rows of a matrix as numbered spots; those at one place stand beside each other."""
    half = (_WIDTH / 2, _HEIGHT / 2)
    left = 0.0 if figure.at == "left" else half[0]
    anchor, text_x = ("start", 8.0) if figure.at == "left" else ("end", _WIDTH - 8)
    spots = "".join(_spot(number, *where) for number, where in _places(figure).items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="matrix" font-family="{_FONT}" '
        f'viewBox="-1 -1 {_WIDTH + 2:g} {_HEIGHT + 2:g}">'
        f'<rect class="corner" x="{left:g}" y="0" width="{half[0]:g}" height="{half[1]:g}" '
        f'fill="{_PALE}"/>'
        f'<path class="grid" d="M{half[0]:g} 0V{_HEIGHT:g}M0 {half[1]:g}H{_WIDTH:g}" '
        f'stroke="{_LINE}" fill="none"/>'
        f'<path class="frame" d="M0 0V{_HEIGHT:g}H{_WIDTH:g}" stroke="{_SOFT}" '
        f'stroke-width="1.5" fill="none"/>'
        f'<text class="corner-name" x="{text_x:g}" y="15" text-anchor="{anchor}" '
        f'font-size="12.5" font-weight="700" fill="#7a3115">{escape(figure.corner)}</text>'
        f"{spots}</svg>"
    )


def _spot(number: int, x: float, y: float) -> str:
    return (
        f'<circle class="spot" cx="{x:.1f}" cy="{y:.1f}" r="{_SPOT:g}" fill="{COLOURS[0]}" '
        f'stroke="#ffffff" stroke-width="1.5"/>'
        f'<text class="on" x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" font-size="14" '
        f'font-weight="700" fill="#ffffff">{number}</text>'
    )


def _places(figure: Matrix) -> dict[int, Point]:
    """Where each number stands: at its medians, or as near as the numbers before it leave room."""
    found: dict[int, Point] = {}
    for row in figure.rows:
        x = _along(row.across, figure.across.lowest, figure.across.highest, _WIDTH)
        y = _HEIGHT - _along(row.up, figure.up.lowest, figure.up.highest, _HEIGHT)
        near = ((x + dx, y + dy) for dx, dy in _OFFSETS)
        found[row.number] = next(
            (at for at in near if _is_inside(*at) and _is_free(at, found.values())), (x, y)
        )
    return found


def _is_inside(x: float, y: float) -> bool:
    return _SPOT < x < _WIDTH - _SPOT and _SPOT < y < _HEIGHT - _SPOT


def _is_free(at: Point, taken: Iterable[Point]) -> bool:
    return all(hypot(at[0] - x, at[1] - y) >= 2 * _SPOT for x, y in taken)


def _along(value: float, lowest: float, highest: float, length: float) -> float:
    return _MARGIN + (value - lowest) / (highest - lowest) * (length - 2 * _MARGIN)
