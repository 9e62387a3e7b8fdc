"""Where on the board a hint or a move is about."""

from __future__ import annotations

from game.screens.tower.measures import Place
from game.tower.hints import Hint
from game.tower.moves import Breaker, Fill, Fix, Move, Open, Survey


def place_of(hint: Hint) -> Place | None:
    """The line that a hint looks at first, or what its move is about; None for the whole tower."""
    if hint.move is not None:
        return place_of_move(hint.move)
    return next((Place(line.kind, line.index) for line in hint.lines if line.kind != "total"), None)


def place_of_move(move: Move) -> Place | None:
    """What a move is about; None for the switch."""
    match move:
        case Survey(floor=floor):
            return Place("floor", floor)
        case Fill(zone=zone):
            return Place("zone", zone)
        case Breaker(circuit=circuit):
            return Place("circuit", circuit)
        case Open(flat=flat) | Fix(flat=flat):
            return Place("flat", flat)
        case _:
            return None
