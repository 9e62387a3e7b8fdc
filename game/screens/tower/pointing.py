"""What on the board a hint or a move is about."""

from __future__ import annotations

from game.screens.tower.measures import Place
from game.tower.hints import Hint
from game.tower.moves import Breaker, Fill, Fix, Move, Open, Survey


def places_of(hint: Hint) -> tuple[Place, ...]:
    """The lines that a hint looks at, or what its move is about; nothing for the whole tower."""
    if hint.move is not None:
        return places_of_move(hint.move)
    return tuple(Place(line.kind, line.index) for line in hint.lines if line.kind != "total")


def places_of_move(move: Move) -> tuple[Place, ...]:
    """What a move is about; nothing for the switch."""
    match move:
        case Survey(floor=floor):
            return (Place("floor", floor),)
        case Fill(zone=zone):
            return (Place("zone", zone),)
        case Breaker(circuit=circuit):
            return (Place("circuit", circuit),)
        case Open(flat=flat) | Fix(flat=flat):
            return (Place("flat", flat),)
        case _:
            return ()
