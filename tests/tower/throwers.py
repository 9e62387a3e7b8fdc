"""Crews that throw too early: what the formulas and the odds of the tower are held against."""

from __future__ import annotations

from fractions import Fraction

from game.tower.crew import Crew, best_reading
from game.tower.exact import Exact
from game.tower.moves import Costs, Move, Switch


def throwing(exact: Exact, costs: Costs) -> Move:
    """The crew that throws without reading. Only a dark tower makes it look, until it has fixed something.

    On paper it is :func:`game.tower.odds.whole`.
    """
    known = exact.known
    if not known.dark or known.dark & known.fixed:
        return Switch()
    return best_reading(exact, costs)


def bold(enough: Fraction) -> Crew:
    """A crew that throws whenever the meter shows so much or more, and else plays like the reference crew."""
    if enough <= 0:
        raise ValueError("A crew that throws at a chance of 0 would throw for ever.")

    def crew(exact: Exact, costs: Costs) -> Move:
        return Switch() if exact.go >= enough else best_reading(exact, costs)

    return crew
