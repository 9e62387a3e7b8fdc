"""The plan in words: what a picture of the tower shows at a glance, a line for each circuit, riser and floor."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from game.plain.tower.naming import flats_in_words
from game.tower.building import Building
from game.tower.deduction.saying import be, counted, number
from game.tower.exact import at_eleven
from game.tower.flats import RISERS, circuit_name
from game.tower.known import Mark
from game.tower.moves import Closed, Filled
from game.tower.saying import how_many, in_100
from game.tower.sitting import Sitting
from game.tower.spoken import zone_in_words
from game.words import capital

LOOKS = (Mark.FAULTY, Mark.FIXED, Mark.SOUND)
"""In the order in which they are said: what there is to do comes first."""


def plan_in_words(sitting: Sitting) -> Iterator[str]:
    """The whole tower: its size, its circuits, what the water showed, and its floors from the ground.

    Neighbouring floors that sound alike share a line.
    """
    building = sitting.night.building
    yield tower_in_words(building)
    for circuit in range(len(building.circuits)):
        yield _circuit(sitting, circuit)
    yield _water(sitting)
    yield "Floors from the ground:"
    said = [_about_floor(sitting, floor) for floor in range(building.rows)]
    for about, group in groupby(range(building.rows), key=said.__getitem__):
        floors = list(group)
        several = len(floors) > 1
        place = f"Floors {floors[0] + 1} {'to' if len(floors) > 2 else 'and'} {floors[-1] + 1}" if several else ""
        yield f"{place or f'Floor {floors[0] + 1}'}: {about}"


def tower_in_words(building: Building) -> str:
    """How large a tower is, and how many of its flats were faulty to begin with."""
    return (
        f"{building.rows} floors, risers A to {RISERS[building.cols - 1]}: {building.size} flats."
        f" {how_many(building)} of them are faulty to begin with."
    )


def circuit_in_words(sitting: Sitting, circuit: int) -> Iterator[str]:
    """A circuit: its flats, what its breaker did, and what is known of them."""
    yield _circuit(sitting, circuit)
    yield capital(known_of(sitting, sitting.night.building.circuits[circuit]))


def floor_in_words(sitting: Sitting, floor: int) -> Iterator[str]:
    """A floor: what was counted, what is known of its flats, and which circuits they hang on."""
    building = sitting.night.building
    yield f"Floor {floor + 1}: {_about_floor(sitting, floor)}"
    parts = [
        f"{circuit_name(circuit)} has {flats_in_words(building, flats & building.floors[floor])}"
        for circuit, flats in enumerate(building.circuits)
        if flats & building.floors[floor]
    ]
    yield f"Circuits: {'; '.join(parts)}."


def riser_in_words(sitting: Sitting, riser: int) -> Iterator[str]:
    """A riser: how far the water climbed, and what is known of its flats."""
    building = sitting.night.building
    for zone, flats in enumerate(building.zones):
        if flats & building.risers[riser]:
            yield f"{capital(zone_in_words(building, zone))}: {_climbed(sitting, zone) or 'not filled yet'}."
    yield capital(known_of(sitting, building.risers[riser]))


def flat_in_words(sitting: Sitting, flat: int) -> Iterator[str]:
    """A flat: what it is known to be, the lines that it is on, and its chance to begin with."""
    building = sitting.night.building
    circuit, floor = building.circuit_of[flat], building.floor_of(flat)
    looks, own = sitting.looks(flat), ", by your own mark" * sitting.is_own(flat)
    zone = zone_in_words(building, building.zone_of[flat])
    yield (
        f"{building.name(flat)}: {'not known' if looks is Mark.UNKNOWN else looks}{own}."
        f" Floor {floor + 1}, {zone}, circuit {circuit_name(circuit)}."
        f" Before any reading, knowing that {how_many(building)} of {building.size} are faulty,"
        f" its chance was {in_100(at_eleven(building).chance(flat))}."
    )
    yield _circuit(sitting, circuit)
    yield f"Floor {floor + 1}: {_about_floor(sitting, floor)}"


def known_of(sitting: Sitting, flats: int) -> str:
    """What is known of some flats, as in *faulty 4C; sound 4A and 4B; not known 4D to 4G*."""
    building = sitting.night.building
    looks = {mark: {True: 0, False: 0} for mark in Mark}
    for flat in range(building.size):
        if flats >> flat & 1:
            looks[sitting.looks(flat)][sitting.is_own(flat)] |= 1 << flat
    unknown = looks[Mark.UNKNOWN][False]
    if unknown == flats:
        return "nothing is known."
    parts = [
        f"{mark}{' by your own mark' * own} {flats_in_words(building, looks[mark][own])}"
        for mark in LOOKS
        for own in (False, True)
        if looks[mark][own]
    ]
    if len(parts) == 1 and not unknown:
        return f"all {parts[0].removesuffix(flats_in_words(building, flats)).strip()}."
    return "; ".join([*parts, *([f"not known {flats_in_words(building, unknown)}"] if unknown else [])]) + "."


def _circuit(sitting: Sitting, circuit: int) -> str:
    building = sitting.night.building
    flats = flats_in_words(building, building.circuits[circuit])
    return f"Circuit {circuit_name(circuit)}, {flats}: {held(sitting, circuit)}."


def held(sitting: Sitting, circuit: int) -> str:
    """What a breaker did last, and what is left of that."""
    building, known = sitting.night.building, sitting.known
    closed = [event for event in sitting.night.log if isinstance(event, Closed) and event.circuit == circuit]
    if not closed:
        return "not closed yet"
    if closed[-1].result == "holds":
        return "it holds"
    suspects = known.trips[circuit]
    if suspects & known.faulty and not suspects & known.to_fix:
        mended = suspects & known.fixed
        was = "was" if mended.bit_count() == 1 else "were"
        return f"it tripped before {flats_in_words(building, mended)} {was} fixed"
    return f"it trips; {suspects_in_words(sitting, circuit)}"


def suspects_in_words(sitting: Sitting, circuit: int) -> str:
    """Of a circuit whose breaker trips: the faults that are reason enough, or the flats that may be the reason."""
    building, known = sitting.night.building, sitting.known
    suspects = known.trips[circuit]
    if found := suspects & known.to_fix:
        return f"{flats_in_words(building, found)} {'is' if found.bit_count() == 1 else 'are'} reason enough"
    return f"not cleared in it: {flats_in_words(building, suspects & known.unknown)}"


def _water(sitting: Sitting) -> str:
    building = sitting.night.building
    zones = range(len(building.zones))
    shown = {zone: said for zone in zones if (said := _climbed(sitting, zone))}
    if not shown:
        return "Water: no riser is filled yet."
    parts = [f"{zone_in_words(building, zone)}, {said}" for zone, said in shown.items()]
    dry = len(zones) - len(shown)
    return f"Water: {'; '.join(parts)}{f'; {be(dry)} not filled yet' if dry else ''}."


def _climbed(sitting: Sitting, zone: int) -> str:
    """How far the water climbed last in a zone; nothing where none was let in."""
    filled = [event for event in sitting.night.log if isinstance(event, Filled) and event.zone == zone]
    if not filled:
        return ""
    flat = filled[-1].result
    if flat is None:
        return "it climbed to the top"
    fixed = sitting.known.fixed >> flat & 1
    return f"it stopped at {sitting.night.building.name(flat)}{', which is fixed now' if fixed else ''}"


def _about_floor(sitting: Sitting, floor: int) -> str:
    building, known = sitting.night.building, sitting.known
    flats, count = building.floors[floor], known.counts[floor]
    standing = known_of(sitting, flats)
    if count is None:
        return standing if standing == "nothing is known." else f"not counted; {standing}"
    found = (known.faulty & flats).bit_count()
    start = f"it had {counted(count, 'faulty flat')} to begin with"
    if count:
        start += f", {number(found) if found else 'none'} found"
    return f"{start}; {standing}"
