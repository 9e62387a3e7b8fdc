"""What every face says of a night in the same words: the card, the meter, what is to be expected, who speaks."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from game.tower.building import Building
from game.tower.deduction import Voice
from game.tower.known import Known
from game.tower.timing import Timing

WORKS: Final = (
    "Survey a floor, 10 min: counts its faults.",
    "Fill a riser (column) from below, 20: stops at its lowest fault.",
    "Close a circuit’s breaker (same letter, inside one wall), 5: holds if clean, else trips.",
    "Open a flat, 10.",
    "Fix a flat, 20.",
    "Throw the switch, 5: one fault left, and all is dark an hour.",
)
"""The six kinds of work, in the order of the card."""
ARROWS: Final = "Arrows choose a flat."
READINGS: Final = "Readings speak of the faults left."
LATE: Final = "It is past 8:00. You can still light the tower, but the night is not won any more."


def goal(timing: Timing) -> str:
    """What the card says first."""
    return (
        " ".join(filter(None, ("A few flats are faulty. Find them, fix them, throw the switch", timing.by_when)))
        + "."
    )


def card(timing: Timing) -> tuple[str, ...]:
    """The rules, in at most 80 words, those of a screen's arrows included."""
    return goal(timing), *WORKS, READINGS


def in_100(chance: Fraction) -> str:
    """*12 in 100*; what is possible is never said to be certain, nor to be out of the question."""
    share = int(100 * chance + Fraction(1, 2))
    if share in (0, 100) and chance not in (0, 1):
        return "more than 99 in 100" if share else "less than 1 in 100"
    return f"{share} in 100"


def times_in_100(chance: Fraction) -> str:
    """*12 times in 100*, *once in 100 times*, *every time*: how often something may happen."""
    if chance == 1:
        return "every time"
    begun, _, share = in_100(chance).removesuffix(" in 100").rpartition(" ")
    often = "once in 100 times" if share == "1" else f"{share} times in 100"
    return f"{begun} {often}".strip()


def meter(go: Fraction) -> str:
    """What the go/no-go meter says of the switch."""
    if go == 0:
        return "the switch cannot work yet"
    return "the switch is sure to work" if go == 1 else f"the switch would work: {in_100(go)}"


def how_many(building: Building) -> str:
    """*3 to 7*: how many flats are faulty, as everybody knows at 23:00."""
    low, high = building.kmin, building.kmax
    return f"{low}" if low == high else f"{low} to {high}"


def outlook(known: Known) -> str:
    """*3 to 7 faulty, 2 found, 1 fixed*; once every flat is known, *2 faulty, 2 found, 2 fixed*."""
    found = known.faulty.bit_count()
    count = how_many(known.building) if known.unknown else f"{found}"
    return f"{count} faulty, {found} found, {known.fixed.bit_count()} fixed"


def says(voice: Voice) -> str:
    """Who gives a hint, before a colon: *The framer says*, *You think*."""
    return "You think" if voice is Voice.YOU else f"The {voice} says"
