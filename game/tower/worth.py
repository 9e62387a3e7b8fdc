"""What a reading is worth: the bits that its outcome tells on average, for each minute. Compared without error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from math import log2
from typing import Final

NEAR: Final = 1e-9
"""Worths nearer than this are compared again, to 50 digits. Floats err by far less, on every machine."""

_DIGITS: Final = Context(prec=70)
_SAME: Final = Decimal("1e-50")
_LN_2: Final = Decimal(2).ln(_DIGITS)


def bits(weights: Iterable[int]) -> float:
    """The entropy, in bits, of an outcome whose possibilities have these weights.

    Claude Shannon, "A Mathematical Theory of Communication" (1948), section 6.
    """
    weights = list(weights)
    total = sum(weights)
    return -sum(share * log2(share) for share in (weight / total for weight in weights) if share)


@lru_cache(maxsize=4096)
def exact_bits(weights: tuple[int, ...]) -> Decimal:
    """The same to more than 50 digits, and the same everywhere: Decimal's logarithm is correctly rounded."""
    with localcontext(_DIGITS):
        total = Decimal(sum(weights))
        parts = (weight * (total.ln() - Decimal(weight).ln()) for weight in weights)
        return sum(parts, Decimal(0)) / total / _LN_2


def first_best(readings: Sequence[tuple[Iterable[int], int]]) -> int:
    """The place of the reading, given as weights and minutes, worth most a minute; of several the first."""
    worths = [bits(weights) / minutes for weights, minutes in readings]
    enough = max(worths) - NEAR
    near = [place for place, worth in enumerate(worths) if worth >= enough]
    if len(near) == 1:
        return near[0]
    with localcontext(_DIGITS):
        exact = [exact_bits(tuple(sorted(readings[place][0]))) / readings[place][1] for place in near]
        best = max(exact)
        return next(place for place, worth in zip(near, exact, strict=True) if best - worth < _SAME)
