"""Towers and nights as JSON, to hand from one program to another: what is written can be read, and the reverse.

Reading is strict. The log is replayed, and a reading that is not true of the tower's own faults is refused.
Circuits and zones are numbered from 0, in the order of their lists; floors from 1, as in the flats' names.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from typing import Any, Final

from msgspec.structs import asdict

from game.tower.building import Building, Chance, check_size
from game.tower.flats import circuit_name, flat_named, mask_of, name_of
from game.tower.jsonparts import (
    Broken,
    event_as_data,
    flats,
    items,
    move_and_result,
    number,
    pair,
    record,
    same,
    shown,
)
from game.tower.moves import COSTS, Costs
from game.tower.night import Night

__all__ = ["Broken", "data_of", "night_of", "read", "write"]

_NEEDED: Final = ("rows", "cols", "circuits", "fault_range", "p_fault", "faults")
_OPTIONAL: Final = ("zones", "costs", "log")
_FILE: Final = "the tower"


def read(text: str) -> Night:
    """The night written in a JSON text, or :class:`Broken` with a message that says where and what."""
    try:
        data = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise Broken(f"line {error.lineno}, column {error.colno}", f"this is not JSON: {error.msg}.") from None
    except Broken:
        raise
    except (ValueError, RecursionError):
        raise Broken(_FILE, "a number or a nesting in it is too long to be read.") from None
    return night_of(data)


def write(night: Night) -> str:
    """A night as JSON text, a line for each circuit, zone and event."""
    fields = (f"  {json.dumps(key)}: {_text(value)}" for key, value in data_of(night).items())
    return "{\n" + ",\n".join(fields) + "\n}\n"


def data_of(night: Night) -> dict[str, Any]:
    """A night as plain lists and dictionaries, ready for JSON."""
    building = night.building
    return {
        "rows": building.rows,
        "cols": building.cols,
        "circuits": [building.names(circuit) for circuit in building.circuits],
        "zones": [building.names(zone) for zone in building.zones],
        "fault_range": [building.kmin, building.kmax],
        "p_fault": _chances_as_data(building),
        "faults": building.names(night.faults),
        "costs": asdict(night.costs),
        "log": [event_as_data(event, building.cols) for event in night.log],
    }


def night_of(data: object) -> Night:
    """The night described by data like that of :func:`data_of`. Zones, costs and log may be left out."""
    fields = record(data, _FILE, _NEEDED, _OPTIONAL)
    building = _building(fields)
    faults = mask_of(flats(fields["faults"], "faults", building.rows, building.cols))
    costs = _costs(fields.get("costs", {}))
    try:
        night = Night(building, faults, costs)
    except ValueError as error:
        raise Broken("faults", str(error)) from None
    for count, entry in enumerate(items(fields.get("log", []), "log"), start=1):
        night = _replayed(night, entry, f"log, event {count}")
    return night


def _building(fields: dict[str, Any]) -> Building:
    rows, cols = number(fields["rows"], "rows"), number(fields["cols"], "cols")
    try:
        check_size(rows, cols)
        kmin, kmax = pair(fields["fault_range"], "fault_range")
        return Building(
            rows=rows,
            cols=cols,
            circuits=_circuits(fields["circuits"], rows, cols),
            zones=_zones(fields["zones"], rows, cols) if "zones" in fields else (),
            kmin=kmin,
            kmax=kmax,
            chances=_chances(fields["p_fault"], rows, cols),
        )
    except Broken:
        raise
    except ValueError as error:
        raise Broken(_FILE, str(error)) from None


def _circuits(value: object, rows: int, cols: int) -> tuple[int, ...]:
    return tuple(
        mask_of(flats(names, f"circuits, {circuit_name(index)}", rows, cols))
        for index, names in enumerate(items(value, "circuits"))
    )


def _zones(value: object, rows: int, cols: int) -> tuple[int, ...]:
    zones = []
    for index, names in enumerate(items(value, "zones")):
        zone = flats(names, where := f"zones, {index}", rows, cols)
        for lower, higher in pairwise(zone):
            if lower > higher:
                first, then = name_of(lower, cols), name_of(higher, cols)
                raise Broken(where, f"{first} comes before {then}; a zone goes from the bottom to the top.")
        zones.append(mask_of(zone))
    if not zones:
        raise Broken("zones", "there are none; leave 'zones' out to have them made.")
    return tuple(zones)


def _chances(value: object, rows: int, cols: int) -> tuple[Chance, ...]:
    size = rows * cols
    if isinstance(value, list):
        return (pair(value, "p_fault"),) * size
    if not isinstance(value, dict):
        raise Broken(
            "p_fault", f"[num, den] is expected, or an object with one for each flat, not {shown(value)}."
        )
    given = {name: pair(chance, f"p_fault, {name}") for name, chance in value.items()}
    default = given.pop("default", None)
    own = {_flat(name, rows, cols): chance for name, chance in given.items()}
    chances = []
    for flat in range(size):
        chance = own.get(flat, default)
        if chance is None:
            raise Broken(
                "p_fault", f"{name_of(flat, cols)} has no chance: give it one, or all others a 'default'."
            )
        chances.append(chance)
    return tuple(chances)


def _flat(name: str, rows: int, cols: int) -> int:
    try:
        return flat_named(name, rows, cols)
    except ValueError as error:
        raise Broken("p_fault", str(error)) from None


def _chances_as_data(building: Building) -> list[int] | dict[str, list[int]]:
    usual = Counter(building.chances).most_common(1)[0][0]
    own = {building.name(flat): [*c] for flat, c in enumerate(building.chances) if c != usual}
    return {"default": [*usual], **own} if own else [*usual]


def _costs(value: object) -> Costs:
    known = asdict(COSTS)
    given = record(value, "costs", (), [*known])
    return Costs(**{name: number(minutes, f"costs, {name}", least=1) for name, minutes in given.items()})


def _replayed(night: Night, entry: object, where: str) -> Night:
    cols = night.building.cols
    move, claimed = move_and_result(entry, where, night.building.rows, cols)
    try:
        night = night.do(move)
    except ValueError as error:
        raise Broken(where, str(error)) from None
    event = event_as_data(night.log[-1], cols)
    shows = event.pop("result")
    if not same(claimed, shows):
        raise Broken(where, f"{shown(event)} is said to show {shown(claimed)}, but then it shows {shown(shows)}.")
    return night


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise Broken(_FILE, f"{twice!r} stands there twice.")
    return fields


def _text(value: object) -> str:
    """JSON on one line, or on a line an entry for lists of lists and of objects."""
    if isinstance(value, list) and value and isinstance(value[0], list | dict):
        return "[\n" + ",\n".join(f"    {json.dumps(entry)}" for entry in value) + "\n  ]"
    return json.dumps(value)
