"""Names to be heard: sets of flats, voices, chances, spans of time."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import Final

from game.tower.building import Building
from game.tower.deduction import Voice
from game.tower.deduction.saying import listed
from game.tower.flats import flats_in

_RUN: Final = 3
"""So many neighbours on a floor, or more, are named by the first and the last."""


def flats_in_words(building: Building, flats: int, last: str = "and") -> str:
    """*3B, 4C and 5A to 5D*: every flat is named or stands between two that are."""
    names = []
    for _, group in groupby(
        enumerate(flats_in(flats)), key=lambda pair: (pair[1] - pair[0], pair[1] // building.cols)
    ):
        run = [building.name(flat) for _, flat in group]
        names += [f"{run[0]} to {run[-1]}"] if len(run) >= _RUN else run
    return listed(names, last)


def in_100(chance: Fraction) -> str:
    """*12 in 100*; what is possible is never said to be certain, nor to be out of the question."""
    share = round(chance * 100)
    if share == 0 and chance:
        return "less than 1 in 100"
    return "more than 99 in 100" if share == 100 and chance < 1 else f"{share} in 100"


def switch_in_words(go: Fraction) -> str:
    """The go/no-go meter: how likely the switch is to work now."""
    if go == 1:
        return "The switch is sure to work."
    return f"The switch would work {in_100(go)}." if go else "The switch cannot work yet."


def who(voice: Voice) -> str:
    """Who gives a hint, before a colon."""
    return "You, to yourself" if voice is Voice.YOU else f"The {voice}"


def span(minutes: int) -> str:
    """*8 hours 25 minutes*."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{count} {unit}{'s' * (count != 1)}" for count, unit in ((hours, "hour"), (rest, "minute")) if count]
    return " ".join(parts) or "no time"
