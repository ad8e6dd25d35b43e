"""The symbols beside key ideas: strokes of our own, drawn in the colour of the words they stand by.

Each stands before words that say the same, and says nothing to a screen reader.
"""

from __future__ import annotations

#: A path on a square of 24, by name.
PATHS = {
    "alone": "M12 12a4 4 0 1 0-.1 0M4 21a8 8 0 0 1 16 0",
    "eye": "M2 12q10-14 20 0-10 14-20 0m7 0a3 3 0 1 0 6 0 3 3 0 0 0-6 0",
    "together": "M5 8a3 3 0 1 0 6 0 3 3 0 0 0-6 0m8 0a3 3 0 1 0 6 0 3 3 0 0 0-6 0M9 16a3 3 0 1 0 6 "
    "0 3 3 0 0 0-6 0",
    "choose": "M4 4h16v16H4zM8 12l3 3 5-6",
    "talk": "M4 5h16v11h-9l-5 4v-4H4z",
    "agree": "M12 3a9 9 0 1 0 .1 0M8 12l3 3 5-6",
    "roles": "M9 11a3 3 0 1 0-.1 0M2 20a7 7 0 0 1 14 0M16 5a3 3 0 0 1 0 6m2 3a7 7 0 0 1 4 6",
    "condition": "M5 21V4h13l-3 4 3 4H5",
    "challenge": "M2 20L9 7l4 7 3-4 6 10z",
    "data": "M2 20h20M5 20V10m5 10V4m5 16v-7m5 7V8",
    "knowledge": "M9 18h6m-5 3h4M12 3a6 6 0 0 0-4 10v2h8v-2a6 6 0 0 0-4-10",
    "practice": "M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11z",
    "help": "M12 3a9 9 0 1 0 .1 0M9 10a3 3 0 1 1 4 2q-1 .5-1 2m0 3v.1",
    "hand": "M8 13V6m3 5V3m3 8V4m3 8V7M8 13l-3-3q-1 11 7 11 5 0 5-9",
    "pause": "M8 5v14m8-14v14",
    "aloud": "M4 9h4l5-4v14l-5-4H4zm12 0q2 3 0 6m3-9q4 6 0 12",
    "lock": "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3",
}

#: Where each stands: elements that name the idea, on a phone, the wall and the console.
PLACES = {
    "alone": (".now.think", ".strip [data-kind=think]"),
    "eye": (".reveal>.stage-name", ".now.reveal", ".strip [data-kind=reveal]"),
    "together": (".group>.stage-name", ".now.group", ".strip [data-kind=group]"),
    "choose": (
        *(":is(.vote,.rate,.rank)>.stage-name", ".now:is(.vote,.rate,.rank)"),
        ".strip :is([data-kind=vote],[data-kind=rate],[data-kind=rank])",
    ),
    "talk": (".discuss>.stage-name", ".now.discuss", ".strip [data-kind=discuss]"),
    "agree": (
        *(":is(.agree,.sense-check)>.stage-name", ".now:is(.agree,.sense-check)"),
        ".strip :is([data-kind=agree],[data-kind=sense-check])",
    ),
    "roles": ("[data-kind=roles] .question",),
    "condition": ("[data-kind=winning-conditions] .question",),
    "challenge": ("[data-kind=challenges] .question",),
    "data": ("[data-phase=p2d]",),
    "knowledge": ("[data-phase=d2k]",),
    "practice": ("[data-phase=k2p]",),
    "help": (".helpbox summary>span",),
    "hand": (".hand",),
    "pause": (".paused",),
    "aloud": (".aloud",),
    "lock": (".who-sees",),
}

_TILE = 24

#: All of them side by side, for a browser needs as long for each picture, however small.
_STRIP = (
    f"url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' "
    f"viewBox='0 0 {_TILE * len(PATHS)} {_TILE}' fill='none' stroke='black' stroke-width='2'%3E"
    + "".join(
        f"%3Cpath transform='translate({_TILE * number})' d='{path}'/%3E"
        for number, path in enumerate(PATHS.values())
    )
    + '%3C/svg%3E")'
)


def symbols() -> str:
    """The part of the stylesheet that draws them."""
    everywhere = ",".join(place for places in PLACES.values() for place in places)
    one = "content:'';display:inline-block;width:1.1em;height:1.1em;margin-inline-end:.4em"
    shape = "vertical-align:-.15em;background:currentColor;forced-color-adjust:none"
    mask = f"{_STRIP} var(--symbol) 0/{len(PATHS)}00% 100% no-repeat"
    # Browsers of before 2024 know the mask by its older name alone.
    masks = f"-webkit-mask:var(--strip);mask:var(--strip);--strip:{mask}"
    rules = [
        f".lhs :where({everywhere})::before{{{one};{shape};{masks}}}",
        *(
            f".lhs :where({','.join(PLACES[name])}){{--symbol:{_shift(number)}}}"
            for number, name in enumerate(PATHS)
        ),
    ]
    return "\n".join(rules)


def _shift(number: int) -> str:
    """How far the strip is moved to show one symbol, as CSS counts positions."""
    return f"{100 * number / (len(PATHS) - 1):.6g}%"
