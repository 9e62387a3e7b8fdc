"""What can be known from what is known, and why: the five levels, the lowest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final, NamedTuple

import msgspec

from game.tower.deduction.settled import full_or_short
from game.tower.deduction.step import Line, Step, taking
from game.tower.deduction.suspect import last_suspects
from game.tower.deduction.total import by_the_total
from game.tower.deduction.twolines import taken_floors
from game.tower.deduction.whatif import refuted
from game.tower.known import Known


class Voice(StrEnum):
    """Who says it."""

    FRAMER = "framer"
    ELECTRICIAN = "electrician"
    PLUMBER = "plumber"
    CALLER = "caller"
    YOU = "you"


class Level(NamedTuple):
    """A level of reasoning: who reasons so, and what it finds."""

    voice: Voice
    find: Callable[[Known], Iterable[Step]]


LEVELS: Final = (
    Level(Voice.FRAMER, full_or_short),
    Level(Voice.ELECTRICIAN, last_suspects),
    Level(Voice.PLUMBER, taken_floors),
    Level(Voice.CALLER, by_the_total),
    Level(Voice.YOU, refuted),
)


class Marks(msgspec.Struct, frozen=True):
    """Flats marked sound and faulty as at 23:00, by a player or by reasoning."""

    sound: int = 0
    faulty: int = 0


class Deduction(msgspec.Struct, frozen=True):
    """Flats that are settled, all faulty or all sound (as at 23:00), and why. ``level`` counts from 1."""

    level: int
    voice: Voice
    flats: int
    faulty: bool
    reason: str
    uses: tuple[Line, ...]
    """The lines that one has to look at to see it."""


def deduce(known: Known) -> tuple[Deduction, ...]:
    """What follows on the lowest level on which anything does, in a fixed order; nothing where no more is certain.

    What was deduced before counts once it is supposed in ``known``.
    """
    for level in range(1, len(LEVELS) + 1):
        if found := tuple(_said(known, level, step) for step in LEVELS[level - 1].find(known)):
            return found
    return ()


def settle(known: Known) -> tuple[Marks, list[Deduction]]:
    """All that is certain, what the readings say by themselves included, and the deductions that lead there.

    After each deduction reasoning begins again on the lowest level.
    """
    deductions = []
    while found := _first(known):
        level, step = found
        deductions.append(_said(known, level, step))
        known = taking(known, step)
    return Marks(known.sound, known.faulty), deductions


def _first(known: Known) -> tuple[int, Step] | None:
    found = ((level, step) for level, (_, find) in enumerate(LEVELS, 1) for step in find(known))
    return next(found, None)


def _said(known: Known, level: int, step: Step) -> Deduction:
    return Deduction(level, LEVELS[level - 1].voice, step.flats, step.faulty, step.reason(known), step.lines)
