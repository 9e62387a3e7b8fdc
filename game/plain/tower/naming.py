"""Sets of flats, named to be heard."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from game.tower.building import Building
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
