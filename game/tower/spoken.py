"""Moves in words, like ``survey 4``, ``fill C``, ``breaker d``, ``open 3B``, ``fix 3B``; and what they showed.

One short language for the line face, the plays' journals and recorded nights. Capitals do not matter. Of a riser
that is filled in two parts, ``fill C1`` is the lower and ``fill C2`` the upper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple, assert_never

from game.tower.building import TALLEST, Building
from game.tower.deduction.saying import are, counted
from game.tower.flats import RISERS, circuit_name, lowest
from game.tower.moves import (
    Breaker,
    Closed,
    Event,
    Fill,
    Filled,
    Fix,
    Fixed,
    Move,
    Open,
    Opened,
    Survey,
    Surveyed,
    Switch,
    Thrown,
)


class Unclear(ValueError):  # noqa: N818 - said to a player, not to a programmer
    """Words that are no move on this tower. The message says why, and what would be one."""


class Verb(NamedTuple):
    """A word for a move, the others that mean the same, what stands behind it, and how that becomes a move."""

    word: str
    others: tuple[str, ...]
    takes: str
    move: Callable[[Building, str], Move]


def move_of(building: Building, words: str, beside: Iterable[str] = ()) -> Move:
    """The move that these words ask for, or :class:`Unclear`. ``beside`` are other words that are known there."""
    word, _, operand = words.strip().lower().partition(" ")
    verb = next((verb for verb in VERBS if word == verb.word or word in verb.others), None)
    if verb is None:
        known = [verb.word for verb in VERBS]
        near = get_close_matches(word, [*known, *beside], n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known[:-1])} and {known[-1]}."
        raise Unclear(f"Nobody here knows how to {word or 'do nothing'}. {hint}")
    operand = operand.strip()
    if bool(operand) != bool(verb.takes):
        raise Unclear(f"Say {f'{verb.word} and {verb.takes}' if verb.takes else f'{verb.word}, and no more'}.")
    return verb.move(building, operand)


def words_of(building: Building, move: Move) -> str:
    """A move, or an event without what it showed, as :func:`move_of` reads it."""
    match move:
        case Survey(floor=floor):
            return f"survey {floor + 1}"
        case Fill(zone=zone):
            return f"fill {zone_name(building, zone)}"
        case Breaker(circuit=circuit):
            return f"breaker {circuit_name(circuit)}"
        case Open(flat=flat):
            return f"open {building.name(flat)}"
        case Fix(flat=flat):
            return f"fix {building.name(flat)}"
        case Switch():
            return "switch"
    assert_never(move)


def in_full(building: Building, move: Move) -> str:
    """A move as one asks for it: *survey floor 4*, *fill riser C*, *close breaker d*, *throw the switch*."""
    match move:
        case Survey(floor=floor):
            return f"survey floor {floor + 1}"
        case Fill(zone=zone):
            return f"fill {zone_in_words(building, zone)}"
        case Breaker(circuit=circuit):
            return f"close breaker {circuit_name(circuit)}"
        case Switch():
            return "throw the switch"
        case Open() | Fix():
            return words_of(building, move)
    assert_never(move)


def shown(building: Building, event: Event) -> str:
    """What an event showed, in one word: *2*, *4A*, *top*, *trips*, *faulty*, *lit*."""
    match event:
        case Surveyed(result=count):
            return str(count)
        case Filled(result=flat):
            return "top" if flat is None else building.name(flat)
        case Closed(result=result):
            return result
        case Opened(result=faulty) | Fixed(result=faulty):
            return "faulty" if faulty else "sound"
        case Thrown(result=lit):
            return "lit" if lit else "dark"
    assert_never(event)


def told(building: Building, event: Event) -> str:
    """What an event showed, as a sentence."""
    match event:
        case Surveyed(floor=floor, result=count):
            return f"Floor {floor + 1} has {counted(count, 'faulty flat')}{' left' if count else ''}."
        case Filled(zone=zone, result=None):
            return f"The water climbs {zone_in_words(building, zone)} to the top."
        case Filled(result=int(flat)):
            return f"The water stops at {building.name(flat)}: {building.name(flat)} is faulty."
        case Closed(circuit=circuit, result="holds"):
            return f"Breaker {circuit_name(circuit)} holds."
        case Closed(circuit=circuit):
            return f"Breaker {circuit_name(circuit)} trips."
        case Opened(flat=flat, result=faulty):
            return f"{are(building, 1 << flat, 'faulty' if faulty else 'sound')}."
        case Fixed(flat=flat, result=True):
            return f"{building.name(flat)} is fixed."
        case Fixed(flat=flat):
            return f"{building.name(flat)} was sound. It is very well painted now."
        case Thrown(result=True):
            return "The tower is lit."
        case Thrown():
            return "A flicker, then nothing: the whole tower is dark for an hour."
    raise AssertionError(event)


def zone_name(building: Building, zone: int) -> str:
    """A zone's name: its riser's letter, and its number from the ground where the riser has more than one."""
    riser = _riser(building, zone)
    parts = _zones_of(building, riser)
    return RISERS[riser] + (str(parts.index(zone) + 1) if len(parts) > 1 else "")


def zone_in_words(building: Building, zone: int) -> str:
    """*riser C*, or the part of it: *riser C, floors 1 to 6*."""
    flats, riser = building.zones[zone], f"riser {RISERS[_riser(building, zone)]}"
    if flats in building.risers:
        return riser
    first, last = building.floor_of(lowest(flats)) + 1, building.floor_of(flats.bit_length() - 1) + 1
    return f"{riser}, floors {first} to {last}"


def _riser(building: Building, zone: int) -> int:
    return building.riser_of(lowest(building.zones[zone]))


def _zones_of(building: Building, riser: int) -> list[int]:
    return [zone for zone in range(len(building.zones)) if _riser(building, zone) == riser]


def _survey(building: Building, floor: str) -> Survey:
    digits = floor.lstrip("0")
    number = int(digits) if digits.isdecimal() and len(digits) <= len(str(TALLEST)) else 0
    if 1 <= number <= building.rows:
        return Survey(number - 1)
    raise Unclear(f"There is no floor {floor.upper()}. Floors run from 1 to {building.rows}.")


def _fill(building: Building, name: str) -> Fill:
    names = [zone_name(building, zone).lower() for zone in range(len(building.zones))]
    if name in names:
        return Fill(names.index(name))
    if f"{name}1" in names:
        raise Unclear(
            f"Riser {name.upper()} is filled in two parts: {name.upper()}1 below, {name.upper()}2 above."
        )
    raise Unclear(f"There is no riser {name.upper()}. Risers run from {names[0].upper()} to {names[-1].upper()}.")


def _breaker(building: Building, name: str) -> Breaker:
    names = [circuit_name(circuit) for circuit in range(len(building.circuits))]
    if name in names:
        return Breaker(names.index(name))
    raise Unclear(f"There is no breaker {name}. Breakers run from {names[0]} to {names[-1]}.")


def flat_of(building: Building, name: str) -> int:
    """The flat of that name, or :class:`Unclear`."""
    try:
        return building.flat(name.upper())
    except ValueError:
        last = building.name(building.size - 1)
        raise Unclear(f"There is no flat {name.upper()}. Flats run from 1A to {last}.") from None


def _switch(_: Building, __: str) -> Switch:
    return Switch()


VERBS: Final[Sequence[Verb]] = (
    Verb("survey", ("count",), "a floor, like survey 4", _survey),
    Verb("fill", ("water",), "a riser, like fill C", _fill),
    Verb("breaker", ("close",), "a circuit, like breaker d", _breaker),
    Verb("open", ("look",), "a flat, like open 3B", lambda building, name: Open(flat_of(building, name))),
    Verb("fix", ("mend",), "a flat, like fix 3B", lambda building, name: Fix(flat_of(building, name))),
    Verb("switch", ("throw",), "", _switch),
)
"""Every move, in the order of the card."""
