"""What a move would show, as far as one reading alone has said it already. Nothing is deduced here.

So a player can be told *you know that* before minutes are spent, and no reasoning is given away.
"""

from __future__ import annotations

from typing import Final, assert_never

from game.tower.flats import lowest
from game.tower.known import Known, Mark
from game.tower.moves import (
    Breaker,
    Closed,
    Event,
    Fill,
    Filled,
    Fix,
    Move,
    Open,
    Opened,
    Survey,
    Surveyed,
    Switch,
)
from game.tower.spoken import told

_NOT_TO_FIX: Final = {Mark.SOUND: "is sound", Mark.FIXED: "is fixed already"}


def foreseen(known: Known, move: Move) -> str:
    """What the move would show, as a sentence; empty where the readings leave it open one by one."""
    if isinstance(move, Fix):
        words = _NOT_TO_FIX.get(known.mark(move.flat))
        return f"{known.building.name(move.flat)} {words}." if words else ""
    event = _event(known, move)
    return told(known.building, event) if event else ""


def _event(known: Known, move: Move) -> Event | None:
    building = known.building
    match move:
        case Survey(floor=floor):
            return _survey(known, floor)
        case Fill(zone=zone):
            first = building.zones[zone] & ~(known.sound | known.fixed)
            if not first:
                return Filled(zone, None)
            stop = lowest(first)
            return Filled(zone, stop) if known.to_fix >> stop & 1 else None
        case Breaker(circuit=circuit):
            flats, tripped = building.circuits[circuit], known.trips[circuit]
            if flats & known.to_fix or (tripped and not tripped & known.fixed):
                return Closed(circuit, "trips")
            return None if flats & ~(known.sound | known.fixed) else Closed(circuit, "holds")
        case Open(flat=flat):
            return None if known.mark(flat) is Mark.UNKNOWN else Opened(flat, bool(known.to_fix >> flat & 1))
        case Fix() | Switch():
            return None
    assert_never(move)


def _survey(known: Known, floor: int) -> Surveyed | None:
    flats, count = known.building.floors[floor], known.counts[floor]
    if count is not None:
        return Surveyed(floor, count - (known.fixed & flats).bit_count())
    return None if flats & known.unknown else Surveyed(floor, (known.to_fix & flats).bit_count())
