"""Crews: how a night goes when somebody plays it by a rule. A crew sees the building and its readings, no more.

All of them fix what is certain as soon as it is certain, in flat order, and throw the switch once nothing is
uncertain; they differ in what they do until then. Par is the night of the reference crew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from game.tower.building import Building
from game.tower.exact import Exact
from game.tower.flats import flats_in
from game.tower.known import Known
from game.tower.moves import COSTS, Breaker, Costs, Event, Fill, Fix, Move, Open, Survey, Switch
from game.tower.night import Night
from game.tower.rng import Rng
from game.tower.worth import first_best

Reading: TypeAlias = Survey | Fill | Breaker | Open
Kind: TypeAlias = type[Survey] | type[Fill] | type[Breaker] | type[Open]
Crew: TypeAlias = Callable[[Exact, Costs], Move]
"""What a crew does when something is uncertain and every certain fault is fixed."""

KINDS: Final[tuple[Kind, ...]] = (Survey, Fill, Breaker, Open)
"""The kinds of reading, in the order in which the reference crew takes them when they are worth the same."""

FIXED_ORDERS: Final[dict[str, tuple[Kind, ...]]] = {
    "floors first": (Survey, Fill, Breaker, Open),
    "water first": (Fill, Survey, Breaker, Open),
    "breakers first": (Breaker, Survey, Fill, Open),
}
"""The three simple crews of a fixed order: framer, plumber or electrician begins, then the rest as on the card."""


def readings(building: Building, *kinds: Kind) -> Iterator[Reading]:
    """Every reading of these kinds: floors from the ground, zones, circuits and flats in their order."""
    lines = _lines(building)
    return (kind(index) for kind in kinds for index in range(len(lines[kind])))


def telling(exact: Exact, *kinds: Kind) -> Iterator[Reading]:
    """Those of them that can still show more than one thing."""
    return (reading for reading in _doubtful(exact, *kinds) if len(exact.outcomes(reading)) > 1)


def _doubtful(exact: Exact, *kinds: Kind) -> Iterator[Reading]:
    """Those that look at a flat which is not certain: no other can show more than one thing."""
    lines, uncertain = _lines(exact.known.building), exact.uncertain
    return (kind(index) for kind in kinds for index, flats in enumerate(lines[kind]) if flats & uncertain)


def _lines(building: Building) -> dict[Kind, Sequence[int]]:
    """The flats at which each reading of a kind looks."""
    each = [1 << flat for flat in range(building.size)]
    return {Survey: building.floors, Fill: building.zones, Breaker: building.circuits, Open: each}


def best_reading(exact: Exact, costs: Costs = COSTS) -> Reading:
    """The reading that tells most bits a minute; of several, the first of them by kind and place.

    Something must be uncertain: else every reading says what is known.
    """
    every = _doubtful(exact, *KINDS)
    weighed = [(reading, outcomes) for reading in every if len(outcomes := exact.outcomes(reading)) > 1]
    if not weighed:
        raise ValueError("Nothing is uncertain: no reading would tell anything.")
    return weighed[first_best([(outcomes.values(), costs.of(reading)) for reading, outcomes in weighed])][0]


def play(night: Night, crew: Crew, given: tuple[Event, ...] = ()) -> Night:
    """The whole night, as a crew plays it from here on. It has been told what is ``given``."""
    known = Known.of(night.building, (*given, *night.log))
    while not night.lit:
        exact = Exact(known)
        moves: list[Move] = [Fix(flat) for flat in flats_in(exact.certain_faulty & ~known.fixed)]
        if not moves:
            moves = [crew(exact, night.costs) if exact.uncertain else Switch()]
        for move in moves:
            night = night.do(move)
            known = known.after(night.log[-1])
    return night


def par(night: Night) -> Night:
    """The whole night as the reference crew plays it. Par is its minutes."""
    return play(night, reference)


def reference(exact: Exact, costs: Costs) -> Move:
    """The reference crew: always the best reading."""
    return best_reading(exact, costs)


def in_order(*kinds: Kind) -> Crew:
    """A crew that reads kind by kind, and within each from the first on; but nothing that it knows already."""

    def crew(exact: Exact, _: Costs) -> Move:
        return next(telling(exact, *kinds))

    return crew


def at_random(seed: int) -> Crew:
    """A crew that lets the dice choose who reads next, and what. It is good for one night."""
    rng = Rng(seed)

    def crew(exact: Exact, _: Costs) -> Move:
        kinds = [*KINDS]
        rng.shuffle(kinds)
        options = (list(telling(exact, kind)) for kind in kinds)
        return rng.choice(next(some for some in options if some))

    return crew


def simple_crews(seed: int) -> Iterator[Crew]:
    """The four simple crews: three fixed orders, one at random."""
    yield from (in_order(*kinds) for kinds in FIXED_ORDERS.values())
    yield at_random(seed)


def reading_minutes(night: Night) -> int:
    """The minutes that the readings of a night took: all but its fixes and throws."""
    return sum(night.costs.of(event) for event in night.log if isinstance(event, Reading))
