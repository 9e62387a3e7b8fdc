"""What a sitting looks like on the floor plan: the looks of its flats, its readings, its chances."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from game.screens.tower.measures import Place
from game.screens.tower.planglyphs import FlatLook
from game.screens.tower.readings import Readings
from game.tower.building import Building
from game.tower.exact import at_eleven
from game.tower.flats import mask_of
from game.tower.known import Mark
from game.tower.sitting import Sitting

LIKELY: Final = 25
"""From so many in 100 on, a chance of being faulty stands out."""

_LOOKS: Final = {mark: FlatLook(mark) for mark in Mark}
_OWN: Final = {Mark.SOUND: FlatLook.OWN_SOUND, Mark.FAULTY: FlatLook.OWN_FAULTY}


class View(NamedTuple):
    """What a plan shows.

    ``suspects`` are the flats of circuits that tripped for a fault not found yet: one at least in each circuit.
    ``chances`` are words of one to three signs for the flats that no reading settles, empty for the others.
    The walls of a ``dark`` tower are dim. ``corners`` are the flats likelier to be faulty than others at 23:00.
    """

    building: Building
    looks: tuple[FlatLook, ...]
    read: Readings
    suspects: int = 0
    cursor: int | None = None
    pointed: tuple[Place, ...] = ()
    chances: Sequence[str] = ()
    dark: bool = False
    corners: int = 0

    @classmethod
    def of(cls, sitting: Sitting) -> View:
        """What there is to see of a sitting, without a cursor or anything pointed at."""
        read, suspects = Readings.of(sitting), 0
        for _, flats in sitting.known.unexplained:
            suspects |= flats
        dark = bool(read.switch and read.switch.now and not read.switch.lit)
        building = sitting.night.building
        return cls(building, looks_of(sitting), read, suspects, dark=dark, corners=corners_of(building))


def looks_of(sitting: Sitting) -> tuple[FlatLook, ...]:
    """How each flat looks."""
    flats = range(sitting.night.building.size)
    if sitting.night.lit:
        return tuple(FlatLook.LIT for _ in flats)
    return tuple(
        _OWN[sitting.looks(flat)] if sitting.is_own(flat) else _LOOKS[sitting.looks(flat)] for flat in flats
    )


def corners_of(building: Building) -> int:
    """The flats whose chance of being faulty at 23:00 is above the lowest: in a story, where a corner was cut."""
    chances = [Fraction(*chance) for chance in building.chances]
    return mask_of(flat for flat, chance in enumerate(chances) if chance > min(chances))


def chances_of(sitting: Sitting) -> tuple[str, ...]:
    """For each flat that no reading settles, its chance in 100 of being faulty at 23:00; nothing for the others.

    That is what everybody knows. What the readings make of it is the player's to find out.
    """
    building, unknown = sitting.night.building, sitting.known.unknown
    chance = at_eleven(building).chance
    return tuple(_in_100(chance(flat)) if unknown >> flat & 1 else "" for flat in range(building.size))


def _in_100(chance: Fraction) -> str:
    if chance.denominator == 1:
        return str(100 * chance)
    share = round(100 * chance)
    return str(min(share, 99)) if share else "<1"
