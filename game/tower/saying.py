"""What every face says of a night in the same words: the card, the meter, what is to be expected, who speaks."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from game.tower.deduction import Voice
from game.tower.known import Known
from game.tower.timing import Timing

WORKS: Final = (
    "Survey a floor, 10 min: how many faulty flats remain on it.",
    "Fill a riser, 20: water climbs to its lowest fault.",
    "Close a breaker, 5: holds if its circuit is clean, trips if not.",
    "Open a flat, 10: look inside.",
    "Fix a flat, 20.",
    "Throw the switch, 5: if one fault is left anywhere, the whole tower goes dark for an hour.",
)
"""The six kinds of work, in the order of the card."""
LATE: Final = "It is past 8:00. You can still light the tower, but the night is not won any more."


def goal(timing: Timing) -> str:
    """What the card says first."""
    return (
        " ".join(filter(None, ("A few flats are faulty. Find them, fix them, throw the switch", timing.by_when)))
        + "."
    )


def card(timing: Timing) -> tuple[str, ...]:
    """The rules, in at most 80 words."""
    return goal(timing), *WORKS


def in_100(chance: Fraction) -> str:
    """*12 in 100*; what is possible is never said to be certain, nor to be out of the question."""
    share = int(100 * chance + Fraction(1, 2))
    if share in (0, 100) and chance not in (0, 1):
        return "more than 99 in 100" if share else "less than 1 in 100"
    return f"{share} in 100"


def meter(go: Fraction) -> str:
    """What the go/no-go meter says of the switch."""
    if go == 0:
        return "the switch cannot work yet"
    return "the switch is sure to work" if go == 1 else f"the switch would work: {in_100(go)}"


def outlook(known: Known) -> str:
    """*3 to 7 faulty, 2 found, 1 fixed*."""
    low, high = known.building.kmin, known.building.kmax
    count = f"{low}" if low == high else f"{low} to {high}"
    return f"{count} faulty, {known.faulty.bit_count()} found, {known.fixed.bit_count()} fixed"


def says(voice: Voice) -> str:
    """Who gives a hint, before a colon: *The framer says*, *You think*."""
    return "You think" if voice is Voice.YOU else f"The {voice} says"
