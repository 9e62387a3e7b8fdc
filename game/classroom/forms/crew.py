"""What the crew offers a class at a tower: up to four moves to vote among, one voice each.

A class cannot mark flats one by one, so its crew does the bookkeeping: it fixes nothing by itself, but it offers
what is certain before what is likely.
"""

# ruff: noqa: PLC0415 - a class without a tower in its story never reads the tower's modules

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.classroom.forms.base import Choice

if TYPE_CHECKING:
    from game.tower.moves import Move
    from game.tower.sitting import Sitting

MOST: Final = 4
"""Moves on one form: as many as a small phone shows without scrolling."""
NEXT_MOVE: Final = "What next?"
"""What is asked once the first move has been made: by then everybody knows the rest."""


def moves(sitting: Sitting) -> tuple[Choice, ...]:
    """Up to four moves: the first flat that is certainly faulty, the best readings of three trades, the switch.

    The tower must not be lit. A choice's id is the move in the words of a journal.
    """
    from game.tower.spoken import in_full, words_of

    building, costs = sitting.night.building, sitting.night.costs
    return tuple(
        Choice(words_of(building, move), f"{_capital(in_full(building, move))}, {costs.of(move)} min")
        for move in _offered(sitting)[:MOST]
    )


def next_move(sitting: Sitting) -> str:
    """What the crew would do next if it were let alone, in the words of a journal. The tower must not be lit."""
    from game.tower.crew import best_reading
    from game.tower.flats import flats_in
    from game.tower.moves import Fix, Switch
    from game.tower.spoken import words_of

    exact = sitting.exact
    certain = next(flats_in(exact.certain_faulty & ~exact.known.fixed), None)
    move: Move = Switch() if certain is None else Fix(certain)
    if certain is None and exact.uncertain:
        move = best_reading(exact, sitting.night.costs)
    return words_of(sitting.night.building, move)


def _offered(sitting: Sitting) -> list[Move]:
    from game.tower.crew import telling
    from game.tower.flats import flats_in
    from game.tower.moves import Breaker, Fill, Fix, Open, Survey, Switch
    from game.tower.worth import first_best

    exact, costs = sitting.exact, sitting.night.costs
    offered: list[Move] = [Fix(flat) for flat in list(flats_in(exact.certain_faulty & ~exact.known.fixed))[:1]]
    for kind in (Survey, Fill, Breaker, Open):
        readings = list(telling(exact, kind))
        if readings and len(offered) < MOST - 1:
            weighed = [(exact.outcomes(reading).values(), costs.of(reading)) for reading in readings]
            offered.append(readings[first_best(weighed)])
    return [*offered, Switch()]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
