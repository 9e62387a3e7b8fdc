"""What the crew offers a class at a tower: up to four moves to vote among, one voice each.

A class cannot mark flats one by one, so its crew does the bookkeeping: it fixes nothing by itself, but it offers
what is certain before what is likely.
"""

# ruff: noqa: PLC0415 - a class without a tower in its story never reads the tower's modules

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from game.classroom.forms.base import Choice

if TYPE_CHECKING:
    from game.tower.crew import Reading
    from game.tower.exact import Exact
    from game.tower.moves import Costs, Move
    from game.tower.sitting import Sitting

MOST: Final = 4
"""Moves on one form: as many as a small phone shows without scrolling."""


def moves(sitting: Sitting) -> tuple[Choice, ...]:
    """Up to four moves: a flat that is certainly faulty, the best readings of three trades, the switch.

    The first one is what the crew would do next. The tower must not be lit. A choice's id is the move in the words
    of a journal.
    """
    from game.tower.spoken import in_full, words_of

    building, costs = sitting.night.building, sitting.night.costs
    return tuple(
        Choice(words_of(building, move), f"{_capital(in_full(building, move))}, {costs.of(move)} min")
        for move in _offered(sitting)[:MOST]
    )


def _offered(sitting: Sitting) -> list[Move]:
    from game.tower.crew import telling
    from game.tower.flats import flats_in
    from game.tower.moves import Breaker, Fill, Fix, Open, Survey, Switch

    exact, costs = sitting.exact, sitting.night.costs
    certain: list[Move] = [Fix(flat) for flat in list(flats_in(exact.certain_faulty & ~exact.known.fixed))[:1]]
    telling_most = (list(telling(exact, kind)) for kind in (Survey, Fill, Breaker, Open))
    best: list[Reading] = [readings[_best(exact, costs, readings)] for readings in telling_most if readings]
    if best:
        first = best[_best(exact, costs, best)]
        best.sort(key=lambda reading: reading != first)
    return [*certain, *best[: MOST - 1 - len(certain)], Switch()]


def _best(exact: Exact, costs: Costs, readings: Sequence[Reading]) -> int:
    from game.tower.worth import first_best

    return first_best([(exact.outcomes(reading).values(), costs.of(reading)) for reading in readings])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
