"""What a move looks like while it happens: a few pictures of the flats, one after another. It knows no screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from game.screens.tower.planglyphs import FlatLook
from game.screens.tower.views import looks_of
from game.tower.building import Building
from game.tower.flats import flats_in
from game.tower.moves import Closed, Event, Filled, Fixed, Opened, Surveyed, Thrown
from game.tower.sitting import Sitting

MOMENT: Final = 0.6
"""Seconds that a move takes on the plan, at most."""

DARKENING: Final = 2.4
"""Seconds in which a tower goes dark."""

_FRAME: Final = 0.1
_HELD: Final = 8
"""Pictures for which a dark tower stays so."""

Looks: TypeAlias = tuple[FlatLook, ...]


class Film(NamedTuple):
    """Pictures of the flats, and the seconds that each stays."""

    frames: tuple[Looks, ...]
    pause: float


def film_of(before: Sitting, after: Sitting) -> Film | None:
    """What happened last, when the later sitting comes of the earlier one by moves; else nothing is to be seen."""
    then, now = before.night, after.night
    if then.building != now.building or len(now.log) <= len(then.log) or now.log[: len(then.log)] != then.log:
        return None
    event = now.log[-1]
    frames = tuple(_frames(now.building, event, looks_of(before)))
    seconds = DARKENING if isinstance(event, Thrown) and not event.result else MOMENT
    return Film(frames, min(_FRAME, seconds / len(frames)))


def _frames(building: Building, event: Event, looks: Looks) -> Iterator[Looks]:
    match event:
        case Surveyed(floor=floor):
            flats = list(flats_in(building.floors[floor]))
            for place in range(len(flats) + 1):
                passed = _with(looks, flats[max(0, place - 1) : place], FlatLook.LAMP)
                yield _with(passed, flats[place : place + 1], FlatLook.LIT)
        case Filled(zone=zone, result=stopped):
            climbed = [flat for flat in flats_in(building.zones[zone]) if stopped is None or flat < stopped]
            for place in range(1, len(climbed) + 1):
                yield _with(looks, climbed[:place], FlatLook.WATER)
            full = _with(looks, climbed, FlatLook.WATER)
            yield full if stopped is None else _with(full, [stopped], FlatLook.FAULTY)
        case Closed(circuit=circuit, result=result):
            flats = list(flats_in(building.circuits[circuit]))
            on, off = _with(looks, flats, FlatLook.LIT), _with(looks, flats, FlatLook.DARK)
            yield from (off, on, on, on, on) if result == "holds" else (off, on, off, on, off, off)
        case Opened(flat=flat) | Fixed(flat=flat):
            for look in (FlatLook.DARK, FlatLook.LAMP, FlatLook.LIT, FlatLook.LIT):
                yield _with(looks, [flat], look)
        case Thrown(result=True):
            for floor in range(building.rows):
                lit = _with(looks, _below(building, floor), FlatLook.LIT)
                yield _with(lit, flats_in(building.floors[floor]), FlatLook.LAMP)
        case Thrown():
            yield from _darkening(building)


def _darkening(building: Building) -> Iterator[Looks]:
    """All the lamps come on, flicker, and go out from the roof down. No window tells which of them it was."""
    dark = (FlatLook.DARK,) * building.size
    for look in (FlatLook.LIT, FlatLook.LIT, FlatLook.LAMP, FlatLook.LIT, FlatLook.LAMP):
        yield (look,) * building.size
    for floor in reversed(range(building.rows)):
        yield _with(dark, _below(building, floor), FlatLook.LAMP)
    yield from (dark,) * _HELD


def _below(building: Building, floor: int) -> range:
    """The flats on the floors under this one."""
    return range(floor * building.cols)


def _with(looks: Looks, flats: Iterable[int], look: FlatLook) -> Looks:
    """The looks, but for some flats."""
    changed = list(looks)
    for flat in flats:
        changed[flat] = look
    return tuple(changed)
