"""What stands beside the board, in words: the time, the range, the meter, who says the hint, the card."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from game.tower.building import Building
from game.tower.deduction import Voice
from game.tower.flats import circuit_name
from game.tower.known import Known
from game.tower.moves import Breaker, Fill, Move, Survey
from game.tower.night import MORNING, Night, clock
from game.tower.sitting import Sitting
from game.tower.spoken import told, zone_in_words

CARD: Final = (
    "A few flats are faulty. Find them, fix them, throw the switch before 8:00.",
    "s  survey a floor, 10 min: how many faulty flats it has left.",
    "w  water up a riser, 20: stops at its lowest fault.",
    "b  close a breaker, 5: holds if its circuit is clean, else trips.",
    "o  open a flat, 10: look inside.",
    "f  fix a flat, 20.",
    "t  throw the switch, 5: with one fault left, the whole tower is dark for an hour.",
)
"""The rules, in at most 80 words."""

_WHO: Final = {
    Voice.FRAMER: "The framer",
    Voice.PLUMBER: "The plumber",
    Voice.ELECTRICIAN: "The electrician",
    Voice.CALLER: "The caller",
    Voice.YOU: "You",
}


def says(voice: Voice) -> str:
    """*The framer says*, *You think*."""
    return f"{_WHO[voice]} {'think' if voice is Voice.YOU else 'says'}"


def duration(minutes: int) -> str:
    """*8 h 20 min*, *45 min*, *2 h*."""
    hours, rest = divmod(minutes, 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")))


def time_left(minute: int) -> tuple[str, str]:
    """How long it is until 8:00, or how long it was ago, in two short lines."""
    if minute <= MORNING:
        return duration(MORNING - minute), "until 8:00"
    return duration(minute - MORNING), "past 8:00"


def outlook(known: Known) -> str:
    """*3 to 7 faulty, 2 found, 1 fixed*."""
    low, high = known.building.kmin, known.building.kmax
    count = f"{low}" if low == high else f"{low} to {high}"
    return f"{count} faulty, {known.faulty.bit_count()} found, {known.fixed.bit_count()} fixed"


def in_100(chance: Fraction) -> str:
    """*12 in 100*; what is possible is never said to be certain, nor to be out of the question."""
    share = round(100 * chance)
    if share in (0, 100) and chance not in (0, 1):
        return "more than 99 in 100" if share else "less than 1 in 100"
    return f"{share} in 100"


def meter(go: Fraction) -> str:
    """What the go/no-go meter says of the switch."""
    if go == 0:
        return "the switch cannot work yet"
    return "the switch is sure to work" if go == 1 else f"the switch would work: {in_100(go)}"


def asked(building: Building, move: Move) -> str:
    """What a click on a line asks: *Survey floor 2*, *Fill riser B*, *Close breaker c*."""
    match move:
        case Survey(floor=floor):
            return f"Survey floor {floor + 1}"
        case Fill(zone=zone):
            return f"Fill {zone_in_words(building, zone)}"
        case Breaker(circuit=circuit):
            return f"Close breaker {circuit_name(circuit)}"
        case _:
            raise ValueError(move)


def asked_to_throw(sitting: Sitting) -> str:
    """The question before the switch is thrown: the chance, and what a failure costs."""
    go, costs = sitting.go, sitting.night.costs
    if go == 1:
        return "Throw the switch? It is sure to work."
    cost = f"the tower is dark for an hour, and {duration(costs.switch + costs.dark)} are gone"
    if go == 0:
        return f"Throw the switch? It cannot work yet: {cost}."
    return f"Throw the switch? It would work {in_100(go)}. If not, {cost}."


def said_last(sitting: Sitting) -> str:
    """What the last move showed; before the first, how things stand."""
    if sitting.last is not None:
        return told(sitting.night.building, sitting.last)
    start = f"{sitting.night.building.size} flats, all dark."
    given = [told(sitting.night.building, event) for event in sitting.free]
    return " ".join((start, "Counted for you beforehand:", *given) if given else (start, "Nobody knows which."))


def result(night: Night) -> str:
    """How a night ended, for one line."""
    if not night.lit:
        return f"left at {clock(night.minute)}, still dark"
    failed = night.failed_throws
    throws = f", {failed} failed throw{'s' if failed > 1 else ''}" if failed else ""
    return f"lit at {clock(night.minute)}, {night.minute} minutes{throws}"
