"""The definition itself, slow and plain: try every set of faults, replay the log, keep those that agree.

Shares nothing with the engine: sets of names, fractions, and the rules as the card has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from game.tower.building import Building
from game.tower.moves import Event, Move

Faults = frozenset[str]


class Card:
    """A building as its players see it: names, and what a move shows while some flats are faulty."""

    def __init__(self, building: Building) -> None:
        self.flats = [building.name(flat) for flat in range(building.size)]
        self.range = range(building.kmin, building.kmax + 1)
        self.chances = {name: Fraction(*building.chances[flat]) for flat, name in enumerate(self.flats)}
        self.zones = [building.names(zone) for zone in building.zones]
        self.circuits = [building.names(circuit) for circuit in building.circuits]

    def sets(self) -> Iterator[Faults]:
        for count in self.range:
            yield from map(frozenset, combinations(self.flats, count))

    def chance(self, faults: Faults) -> Fraction:
        chance = Fraction(1)
        for name in self.flats:
            chance *= self.chances[name] if name in faults else 1 - self.chances[name]
        return chance

    def shows(self, left: Faults, move: Move) -> object:
        match move.do:
            case "survey":
                return sum(1 for name in left if int(name[:-1]) == move.floor + 1)
            case "fill":
                return next((self.flats.index(name) for name in self.zones[move.zone] if name in left), None)
            case "breaker":
                return "trips" if left & set(self.circuits[move.circuit]) else "holds"
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
        self.agreeing = [(faults, left, card.chance(faults)) for faults, left in met if left is not None]
        self.number = len(self.agreeing)
        self.total = sum((chance for *_, chance in self.agreeing), Fraction(0))

    def chance(self, flat: int) -> Fraction:
        return (
            sum((c for faults, _, c in self.agreeing if self.card.flats[flat] in faults), Fraction(0)) / self.total
        )

    def outcomes(self, move: Move) -> dict[object, Fraction]:
        shares: dict[object, Fraction] = {}
        for _, left, chance in self.agreeing:
            shown = self.card.shows(left, move)
            shares[shown] = shares.get(shown, Fraction(0)) + chance / self.total
        return shares
