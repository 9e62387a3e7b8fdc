"""Hints, in three presses: where to look, why, and what to do. They cost no minutes."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, assert_never

import msgspec
from msgspec.structs import replace

from game.tower.building import Building
from game.tower.crew import Reading, best_reading
from game.tower.deduction import Deduction, Line, Marks, Voice, settle
from game.tower.deduction.saying import all_of, counted, listed, number, some
from game.tower.exact import Exact
from game.tower.flats import circuit_name, lowest
from game.tower.known import Known
from game.tower.moves import COSTS, Breaker, Costs, Fill, Fix, Move, Open, Survey, Switch
from game.tower.saying import times_in_100
from game.tower.spoken import in_full, zone_in_words

COUNT: Final = 4
WHAT_IF: Final = 5
"""The levels that do not begin with a look at lines."""


class Hint(msgspec.Struct, frozen=True):
    """A hint: who gives it, and what each of the three presses says.

    The third press puts ``marks`` on the board or makes ``move``. ``level`` is 0 where nothing is deduced; else
    ``lines`` are those that the reason looks at.
    """

    voice: Voice
    where: str
    why: str
    then: str
    level: int = 0
    marks: Marks = Marks()
    move: Move | None = None
    lines: tuple[Line, ...] = ()


def hint(known: Known, marks: Marks, costs: Costs = COSTS) -> Hint:
    """The next thing to do: mark what is certain; then fix what is faulty; then the best test, or the switch.

    ``marks`` are the player's own. Nothing is concluded from them: they may be wrong.
    """
    building = known.building
    certain, deductions = settle(known)
    for deduction in deductions:
        if deduction.flats & ~(marks.faulty if deduction.faulty else marks.sound):
            return _to_mark(building, deduction, marks)
    if to_fix := certain.faulty & ~known.fixed:
        return _to_fix(building, lowest(to_fix), costs)
    known = replace(known, sound=certain.sound, faulty=certain.faulty)
    if known.unknown:
        exact = Exact(known)
        return _to_read(exact, best_reading(exact, costs), costs)
    minutes = costs.of(Switch())
    why = "every flat is sound or mended: nothing is left to find"
    then = f"throw the switch, {minutes} min"
    return Hint(Voice.CALLER, "look at the whole tower", why, then, move=Switch())


def _to_mark(building: Building, deduction: Deduction, marks: Marks) -> Hint:
    flats = deduction.flats
    lines = [_called(line) for line in deduction.uses if line.kind != "total"]
    where = f"look at {listed(lines)}"
    if deduction.level == COUNT:
        where = f"count what is left: {listed(lines)}" if lines else "count what is left"
    elif deduction.level == WHAT_IF:
        where = f"what if {all_of(building, flats)} were faulty?"
    then = f"mark {some(building, flats)} {'faulty' if deduction.faulty else 'sound'}"
    if wrong := flats & (marks.sound if deduction.faulty else marks.faulty):
        now = "sound" if deduction.faulty else "faulty"
        then += f"; {some(building, wrong)} {'is' if wrong.bit_count() == 1 else 'are'} marked {now} now"
    settled = Marks(faulty=flats) if deduction.faulty else Marks(sound=flats)
    return Hint(deduction.voice, where, deduction.reason, then, deduction.level, settled, lines=deduction.uses)


def _called(line: Line) -> str:
    return f"breaker {line.name}" if line.kind == "circuit" else line.name


def _to_fix(building: Building, flat: int, costs: Costs) -> Hint:
    name, move = building.name(flat), Fix(flat)
    return Hint(
        Voice.YOU,
        f"look at flat {name}",
        f"{name} is faulty. Fix it: breaker and floor then speak of the rest",
        f"fix {name}, {costs.of(move)} min",
        move=move,
    )


def _to_read(exact: Exact, reading: Reading, costs: Costs) -> Hint:
    building = exact.known.building
    voice, place = _named(building, reading)
    shows, weight, clears = _telling(exact, reading)
    minutes = costs.of(reading)
    why = f"{place}, {minutes} min: {times_in_100(Fraction(weight, exact.weight))} it {shows}"
    if clears:
        cleared = clears.bit_count()
        why += f", and {counted(cleared, 'flat')} {'is' if cleared == 1 else 'are'} clear"
    certain = "nothing is certain yet" if exact.known == Known.at_eleven(building) else "nothing more is certain"
    where = f"{certain}; {place} would tell most for its minutes"
    return Hint(voice, where, why, f"{in_full(building, reading)}, {minutes} min", move=reading)


def _named(building: Building, reading: Reading) -> tuple[Voice, str]:
    """Who takes a reading, and of what."""
    match reading:
        case Survey(floor=floor):
            return Voice.FRAMER, f"floor {floor + 1}"
        case Fill(zone=zone):
            return Voice.PLUMBER, zone_in_words(building, zone)
        case Breaker(circuit=circuit):
            return Voice.ELECTRICIAN, f"breaker {circuit_name(circuit)}"
        case Open(flat=flat):
            return Voice.YOU, f"flat {building.name(flat)}"
    assert_never(reading)


def _telling(exact: Exact, reading: Reading) -> tuple[str, int, int]:
    """The best that a reading may show, what it weighs, and the flats that it would clear by itself.

    Where nothing good can come of it, this is the likeliest.
    """
    known, outcomes = exact.known, exact.outcomes(reading)
    building, likeliest = known.building, max(outcomes, key=lambda result: outcomes[result])
    match reading:
        case Survey(floor=floor) if 0 in outcomes:
            return "counts none", outcomes[0], known.unknown & building.floors[floor]
        case Survey():
            return f"counts {number(int(likeliest or 0))}", outcomes[likeliest], 0
        case Fill(zone=zone) if None in outcomes:
            return "reaches the top", outcomes[None], known.unknown & building.zones[zone]
        case Fill(zone=zone):
            flat = int(likeliest or 0)
            below = known.unknown & building.zones[zone] & ((1 << flat) - 1)
            return f"stops at {building.name(flat)}", outcomes[likeliest], below
        case Breaker(circuit=circuit):
            return "holds", outcomes["holds"], known.unknown & building.circuits[circuit]
        case Open():
            return "is faulty", outcomes[True], 0
    assert_never(reading)
