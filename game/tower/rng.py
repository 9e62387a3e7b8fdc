"""Our own random numbers, so that a seed means the same tower for ever, on every Python and every machine.

The generator is SplitMix64: a counter that goes up by the golden ratio, stirred until every bit depends on every
other. By Guy Steele, Doug Lea and Christine Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014,
https://doi.org/10.1145/2660193.2660195); the constants are those of Sebastiano Vigna's public-domain
``splitmix64.c`` (https://prng.di.unimi.it/splitmix64.c). Nothing here may ever change.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from itertools import accumulate
from typing import Any, Final, TypeVar

Thing = TypeVar("Thing")

WORD: Final = 64
_MASK: Final = (1 << WORD) - 1
_GOLDEN: Final = 0x9E3779B97F4A7C15


def stirred(word: int) -> int:
    """A 64-bit number with its bits mixed: one to one, and close numbers lie far apart afterwards."""
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    word = (word ^ word >> 27) * 0x94D049BB133111EB & _MASK
    return word ^ word >> 31


class Rng:
    """A stream of random numbers. Streams of different parts, as in ``Rng(seed, day)``, have nothing in common."""

    def __init__(self, *parts: int) -> None:
        first, *others = parts
        self._state = first & _MASK
        for part in others:
            self._state = stirred(self.word() ^ part & _MASK)

    def word(self) -> int:
        """The next 64 random bits."""
        self._state = self._state + _GOLDEN & _MASK
        return stirred(self._state)

    def bits(self, count: int) -> int:
        """So many random bits, as one number."""
        number = 0
        for _ in range(-(-count // WORD)):
            number = number << WORD | self.word()
        return number >> -count % WORD

    def below(self, limit: int) -> int:
        """One of 0, 1, …, ``limit`` - 1, each exactly as likely as another: what falls outside is drawn again."""
        if limit < 1:
            raise ValueError(f"There is no number from 0 to {limit - 1}.")
        width = (limit - 1).bit_length()
        while (number := self.bits(width)) >= limit:
            pass
        return number

    def chance(self, num: int, den: int) -> bool:
        """True in exactly ``num`` of ``den`` cases."""
        return self.below(den) < num

    def choice(self, things: Sequence[Thing]) -> Thing:
        """One of several things, each as likely as another."""
        return things[self.below(len(things))]

    def weighted(self, weights: Sequence[int]) -> int:
        """The place of one weight, chosen in exact proportion to it."""
        sums = list(accumulate(weights))
        if not sums or min(weights) < 0:
            raise ValueError("Weights are whole numbers from 0 up, and at least one is needed.")
        drawn = self.below(sums[-1])
        return next(place for place, total in enumerate(sums) if drawn < total)

    def shuffle(self, things: MutableSequence[Any]) -> None:
        """Puts things into a random order, every order as likely as another (Fisher and Yates)."""
        for last in range(len(things) - 1, 0, -1):
            other = self.below(last + 1)
            things[last], things[other] = things[other], things[last]
