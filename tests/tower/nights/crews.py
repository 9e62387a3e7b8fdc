"""Whole nights as played by all sorts of crews: good ones, simple ones, and some that do what one should not."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from game.tower.crew import FIXED_ORDERS, KINDS, at_random, in_order, play, reference, telling
from game.tower.exact import Exact
from game.tower.flats import flats_in
from game.tower.known import Known
from game.tower.moves import Breaker, Fill, Fix, Move, Open, Survey, Switch, Thrown
from game.tower.night import Night
from game.tower.rng import Rng
from tests.tower.throwers import bold, throwing

EARLY = Fraction(1, 50)


class Player(NamedTuple):
    """Somebody who plays a night to its end, given a number for the dice."""

    name: str
    plays: Callable[[Night, int], Night]


def fool(night: Night, seed: int) -> Night:
    """Fixes flats on a suspicion, leaves sure faults lying about, and throws as soon as there is some hope."""
    rng, known = Rng(seed), Known.at_eleven(night.building)
    while not night.lit:
        night = night.do(_foolish(rng, Exact(known)))
        known = known.after(night.log[-1])
    return night


def _foolish(rng: Rng, exact: Exact) -> Move:
    to_fix = list(flats_in(exact.certain_faulty & ~exact.known.fixed))
    if to_fix and (not exact.uncertain or rng.chance(1, 2)):
        return Fix(rng.choice(to_fix))
    if not exact.uncertain or (exact.go >= EARLY and rng.chance(1, 2)):
        return Switch()
    if rng.chance(1, 4):
        return Fix(max(flats_in(exact.uncertain), key=lambda flat: exact.faulty[flat]))
    return rng.choice(list(telling(exact, *KINDS)))


def stubborn(night: Night, seed: int) -> Night:
    """Throws without reading, and does not believe in darkness: a failed throw is tried once more at once."""
    known = Known.at_eleven(night.building)
    while not night.lit:
        exact = Exact(known)
        fixes = [Fix(flat) for flat in flats_in(exact.certain_faulty & ~known.fixed)]
        moves = fixes or [throwing(exact, night.costs)]
        for move in moves:
            night = night.do(move)
            if night.log[-1] == Thrown(False):
                night = night.do(move)
            known = known.after(night.log[-1])
    return night


def repeating(night: Night, seed: int) -> Night:
    """Reads in any order, and after each fix takes the three readings again that go through the flat."""
    return _retold(night, seed, lambda fix: [fix, *_readings_through(night, fix.flat)])


def doubting(night: Night, seed: int) -> Night:
    """Reads in any order, and opens each flat before it is fixed and again after, though it knows."""
    return _retold(night, seed, lambda fix: [Open(fix.flat), fix, Open(fix.flat)])


def _readings_through(night: Night, flat: int) -> list[Move]:
    building = night.building
    floor, zone, circuit = building.floor_of(flat), building.zone_of[flat], building.circuit_of[flat]
    return [Survey(floor), Fill(zone), Breaker(circuit)]


def _retold(night: Night, seed: int, instead: Callable[[Fix], list[Move]]) -> Night:
    """The night of a random crew, with something else done in the place of each fix."""
    crew, known = at_random(seed), Known.at_eleven(night.building)
    while not night.lit:
        exact = Exact(known)
        fixes = [Fix(flat) for flat in flats_in(exact.certain_faulty & ~known.fixed)]
        moves = instead(fixes[0]) if fixes else [crew(exact, night.costs) if exact.uncertain else Switch()]
        for move in moves:
            night = night.do(move)
            known = known.after(night.log[-1])
    return night


PLAYERS = (
    Player("par", lambda night, _: play(night, reference)),
    Player("fool", fool),
    *(
        Player(name.replace(" ", "-"), lambda night, _, kinds=kinds: play(night, in_order(*kinds)))
        for name, kinds in FIXED_ORDERS.items()
    ),
    Player("throwing", lambda night, _: play(night, throwing)),
    Player("repeating", repeating),
    Player("bold-60", lambda night, _: play(night, bold(Fraction(60, 100)))),
    Player("random", lambda night, seed: play(night, at_random(seed))),
    Player("doubting", doubting),
    Player("bold-20", lambda night, _: play(night, bold(Fraction(20, 100)))),
    Player("stubborn", stubborn),
    Player("fool", fool),
)
