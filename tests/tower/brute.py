"""The definition itself, slow and plain: try every set of faults, replay the log, keep those that agree.

Shares nothing with the engine: sets of names, and the rules as the card has them. The chance of a set is so many
parts of a whole that is the same for all sets: adding fractions would take most of the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import prod

from game.tower.building import Building
from game.tower.moves import Event, Move

Faults = frozenset[str]


class Card:
    """A building as its players see it: names, and what a move shows while some flats are faulty."""

    def __init__(self, building: Building) -> None:
        self.flats = [building.name(flat) for flat in range(building.size)]
        self.range = range(building.kmin, building.kmax + 1)
        self.odds = [(name, num, den - num) for name, (num, den) in zip(self.flats, building.chances, strict=True)]
        self.whole = prod(den for _, den in building.chances)
        self.floors = [{name for name in self.flats if int(name[:-1]) == row + 1} for row in range(building.rows)]
        self.zones = [building.names(zone) for zone in building.zones]
        self.circuits = [set(building.names(circuit)) for circuit in building.circuits]

    def sets(self) -> Iterator[Faults]:
        for count in self.range:
            yield from map(frozenset, combinations(self.flats, count))

    def weight(self, faults: Faults) -> int:
        """The chance of just these faults, as so many parts of ``whole``."""
        return prod(yes if name in faults else no for name, yes, no in self.odds)

    def chance(self, faults: Faults) -> Fraction:
        return Fraction(self.weight(faults), self.whole)

    def shows(self, left: Faults, move: Move) -> object:
        match move.do:
            case "survey":
                return len(left & self.floors[move.floor])
            case "fill":
                return next((self.flats.index(name) for name in self.zones[move.zone] if name in left), None)
            case "breaker":
                return "trips" if left & self.circuits[move.circuit] else "holds"
            case "switch":
                return not left
        return self.flats[move.flat] in left

    def agrees(self, faults: Faults, log: tuple[Event, ...]) -> Faults | None:
        """The faults left after this log, or None where some event would have shown something else."""
        left = faults
        for event in log:
            if self.shows(left, event) != event.result:
                return None
            if event.do == "fix":
                left -= {self.flats[event.flat]}
        return left


class Brute:
    """Everything the exact engine says, by trying all."""

    def __init__(self, building: Building, log: tuple[Event, ...]) -> None:
        self.card = card = Card(building)
        met = ((faults, card.agrees(faults, log)) for faults in card.sets())
        self.agreeing = [(faults, left, card.weight(faults)) for faults, left in met if left is not None]
        self.number = len(self.agreeing)
        self.total = sum(weight for *_, weight in self.agreeing)

    def chance(self, flat: int) -> Fraction:
        name = self.card.flats[flat]
        return Fraction(sum(weight for faults, _, weight in self.agreeing if name in faults), self.total)

    def outcomes(self, move: Move) -> dict[object, Fraction]:
        weights: dict[object, int] = {}
        for _, left, weight in self.agreeing:
            shown = self.card.shows(left, move)
            weights[shown] = weights.get(shown, 0) + weight
        return {shown: Fraction(weight, self.total) for shown, weight in weights.items()}
