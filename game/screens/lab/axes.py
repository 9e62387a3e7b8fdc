"""Axes: round numbers to stand along them, and the place on a curve where its letter is best read."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10
from typing import Final

from game.screens.lab.view import Line

NEAR: Final = 0.06
"""The share of the width within which a letter would hide what stands beside it."""


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers from ``low`` to ``high``, at most so many, as close together as that allows."""
    rough = (high - low) / max(1, most - 1)
    if rough <= 0:
        return [low]
    ten = 10.0 ** floor(log10(rough))
    step = next(ten * by for by in (1, 2, 5, 10, 20) if ten * by >= rough * 0.999)
    first = -(-round(low / step, 6) // 1)
    return [round((first + at) * step, 9) for at in range(int(floor(round(high / step, 6)) - first) + 1)]


def letter_at(line: Line, others: Sequence[Line], top: float, here: float | None) -> tuple[float, float]:
    """Where the letter of a curve is far from other curves and from ``here``, and inside the picture."""
    near = NEAR * (line.xs[-1] - line.xs[0])
    last = len(line.ys) - 1
    places = range(round(last * 0.12), round(last * 0.9) + 1)

    def room(at: int) -> float:
        height = line.ys[at] / top
        if height > 0.95 or (here is not None and abs(line.xs[at] - here) < near):
            return -1.0
        return min((abs(other.ys[at] / top - height) for other in others), default=1 - abs(height - 0.5))

    best = max(places, key=lambda at: min(room(at), 0.2))
    return line.xs[best], line.ys[best]
