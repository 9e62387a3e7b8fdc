"""Chances as whole numbers: how much a set of faults weighs against another, without a fraction anywhere."""

from __future__ import annotations

from functools import lru_cache
from math import gcd, lcm, prod

import msgspec

from game.tower.building import Building


class Weights(msgspec.Struct, frozen=True):
    """A set of k faults weighs ``scale[k]`` times ``yes`` of each faulty flat and ``no`` of each sound one.

    Only the ratio of two weights means anything: it is that of the chances.
    """

    yes: tuple[int, ...]
    no: tuple[int, ...]
    scale: tuple[int, ...]

    def of(self, faults: int) -> int:
        """The weight of one set of faults."""
        flats = zip(self.yes, self.no, strict=True)
        return self.scale[faults.bit_count()] * prod(pair[not faults >> i & 1] for i, pair in enumerate(flats))

    @property
    def bound(self) -> int:
        """No sum of weights, nor of parts of them, is above this."""
        totals = [1] + [0] * (len(self.scale) - 1)
        for yes, no in zip(self.yes, self.no, strict=True):
            for k in range(len(totals) - 1, 0, -1):
                totals[k] = totals[k] * no + totals[k - 1] * yes
            totals[0] *= no
        return sum(totals) * max(self.scale)


@lru_cache(maxsize=64)
def weights_of(building: Building) -> Weights:
    """The weights that follow from a building's chances, in whichever of two forms has the smaller numbers."""
    odds = [_lowest_terms(num, den - num) for num, den in building.chances]
    forms = _flat_by_flat(odds, building.kmax), _fault_by_fault(odds, building.kmax)
    return min(forms, key=lambda form: form.bound)


def counting(building: Building) -> Weights:
    """Weights by which every set of faults counts once."""
    ones = (1,) * building.size
    return Weights(ones, ones, (1,) * (building.kmax + 1))


def _flat_by_flat(odds: list[tuple[int, int]], kmax: int) -> Weights:
    return Weights(tuple(yes for yes, _ in odds), tuple(no for _, no in odds), (1,) * (kmax + 1))


def _fault_by_fault(odds: list[tuple[int, int]], kmax: int) -> Weights:
    """Sound flats weigh 1, so that a set of few faults is a product of few numbers."""
    common = lcm(*(no for _, no in odds))
    yes = [yes * (common // no) for yes, no in odds]
    shared = gcd(*yes)
    per_fault, per_gap = _lowest_terms(shared, common)
    scale = tuple(per_fault**k * per_gap ** (kmax - k) for k in range(kmax + 1))
    return Weights(tuple(each // shared for each in yes), (1,) * len(yes), scale)


def _lowest_terms(one: int, other: int) -> tuple[int, int]:
    shared = gcd(one, other)
    return one // shared, other // shared
