"""The same tower one apartment at a time: a breaker for each flat, so that a fault darkens that flat alone.

Told honestly, its minutes come out about as many as those of a crew that reads first and throws once. What differs
is the damage, and the light before the last flat is done. The minutes are the game's own, like those of its moves.

A :class:`Walk` is played move by move, in any order of flats; a :class:`Round` is what the whole came to. The
order changes the light, never the minutes: each flat is switched on once, and each faulty one is dark, fixed and
switched on once more.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from typing import ClassVar, Final, Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from game.tower.building import Building
from game.tower.deduction.saying import are
from game.tower.flats import flats_in, lowest, mask_of
from game.tower.moves import Fix, Fixed
from game.tower.night import MORNING, Night
from game.tower.spoken import Unclear, flat_of

SWITCH_ON: Final = 3
"""Minutes to switch a flat on; again, once it is mended."""
DARK: Final = 2
"""Minutes that a faulty flat is dark before its fault is seen."""


class On(msgspec.Struct, frozen=True):
    """Switch one flat on."""

    do: ClassVar[Literal["on"]] = "on"
    flat: int


class SwitchedOn(On, frozen=True):
    """Whether the flat is lit; else it is dark until it is fixed and switched on again."""

    result: bool


Step: TypeAlias = SwitchedOn | Fixed


class Round(msgspec.Struct, frozen=True):
    """A walk through the whole tower. It has the figures of a :class:`Night`, by the same names."""

    lit_at: tuple[int, ...]
    """The minute, counted from 23:00, at which each flat was lit for good."""
    faults: int

    @property
    def minute(self) -> int:
        """When the last flat was lit."""
        return max(self.lit_at)

    @property
    def dark_flat_minutes(self) -> int:
        """Flats times minutes of darkness: each fault darkens one flat."""
        return self.faults.bit_count() * DARK

    @property
    def light(self) -> Fraction:
        """Flat-hours of light before 8:00."""
        return Fraction(sum(max(0, MORNING - minute) for minute in self.lit_at), 60)


def flat_by_flat(night: Night) -> Round:
    """The tower of a night, with its faults of 23:00, gone through one flat at a time in flat order."""
    sound, faulty = SWITCH_ON, SWITCH_ON + DARK + night.costs.fix + SWITCH_ON
    minutes = (faulty if night.faults >> flat & 1 else sound for flat in range(night.building.size))
    return Round(tuple(accumulate(minutes)), night.faults)


class Walk(msgspec.Struct, frozen=True, dict=True):
    """A walk as it is played, immutable: a move leads to another walk.

    It is through the tower of ``night`` as it stood at 23:00; what was done that night does not matter. Moves that
    make no sense are refused with :class:`Unclear`, which says why.
    """

    night: Night
    log: tuple[Step, ...] = ()

    @cached_property
    def minutes(self) -> tuple[int, ...]:
        """The minute, counted from 23:00, at which each step of the log was done."""
        return tuple(accumulate(map(self._minutes_of, self.log)))

    @property
    def minute(self) -> int:
        """What the clock shows."""
        return self.minutes[-1] if self.log else 0

    @cached_property
    def lit_at(self) -> dict[int, int]:
        """The minute at which each flat that is lit was switched on, in the order in which they were."""
        steps = zip(self.log, self.minutes, strict=True)
        return {step.flat: minute for step, minute in steps if isinstance(step, SwitchedOn) and step.result}

    @cached_property
    def lit_flats(self) -> int:
        """The flats that are lit."""
        return mask_of(self.lit_at)

    @cached_property
    def fixed(self) -> int:
        """The flats that have been fixed."""
        return mask_of(step.flat for step in self.log if isinstance(step, Fixed))

    @cached_property
    def dark(self) -> int:
        """The flats that were switched on and stayed dark, and are not fixed yet."""
        return mask_of(step.flat for step in self.log if step == SwitchedOn(step.flat, False)) & ~self.fixed

    @property
    def lit(self) -> bool:
        """Whether every flat is. Then the walk is over."""
        return self.lit_flats == self.night.building.everything

    @property
    def dark_flat_minutes(self) -> int:
        """Flats times minutes of darkness, so far."""
        return (self.dark | self.fixed).bit_count() * DARK

    @property
    def light(self) -> Fraction:
        """Flat-hours of light before 8:00 that the flats lit so far give."""
        return Fraction(sum(max(0, MORNING - minute) for minute in self.lit_at.values()), 60)

    @property
    def round(self) -> Round:
        """What it came to. The tower must be lit."""
        return Round(tuple(self.lit_at[flat] for flat in range(self.night.building.size)), self.night.faults)

    def on(self, flat: int) -> Walk:
        """Switch a flat on: it is lit, or else dark."""
        name = self._name(flat)
        if self.lit_flats >> flat & 1:
            raise Unclear(f"{name} is lit already.")
        if self.dark >> flat & 1:
            raise Unclear(f"{name} is dark until it is fixed. Say fix {name}.")
        return self._after(SwitchedOn(flat, not (self.night.faults & ~self.fixed) >> flat & 1))

    def fix(self, flat: int) -> Walk:
        """Fix a flat that is dark."""
        name = self._name(flat)
        if self.lit_flats >> flat & 1:
            raise Unclear(f"{name} is lit: there is nothing to fix.")
        if self.fixed >> flat & 1:
            raise Unclear(f"{name} is fixed. Say on {name}.")
        if not self.dark >> flat & 1:
            raise Unclear(f"{name} may well be sound. Switch it on and see: say on {name}.")
        return self._after(Fixed(flat, True))

    def next(self) -> Walk:
        """Switch the next flat on: the first in flat order that is neither lit nor waiting to be fixed."""
        if waiting := self.night.building.everything & ~(self.lit_flats | self.dark):
            return self.on(lowest(waiting))
        if self.dark:
            first = self._name(lowest(self.dark))
            raise Unclear(f"{are(self.night.building, self.dark, 'dark')}. Say fix {first}.")
        raise Unclear("Every flat is lit: nothing is left to do.")

    def rest(self) -> Walk:
        """Do all that is left, flat by flat in flat order, each fault as it shows."""
        walk = self
        for flat in flats_in(self.night.building.everything & ~self.lit_flats):
            if not walk.dark >> flat & 1:
                walk = walk.on(flat)
            if walk.dark >> flat & 1:
                walk = walk.fix(flat).on(flat)
        return walk

    def after(self, words: str) -> Walk:
        """The walk after a line of words: ``on 1A``, ``on`` for the next flat, ``fix 1A``, or ``rest``."""
        word, _, operand = words.strip().lower().partition(" ")
        operand = operand.strip()
        if word == "on":
            return self.on(flat_of(self.night.building, operand)) if operand else self.next()
        if word in ("fix", "mend") and operand:
            return self.fix(flat_of(self.night.building, operand))
        if word == "rest" and not operand:
            return self.rest()
        raise Unclear("Flat by flat there are on, on 1A, fix 1A and rest.")

    def _after(self, step: Step) -> Walk:
        return replace(self, log=(*self.log, step))

    def _minutes_of(self, step: Step) -> int:
        if isinstance(step, Fixed):
            return self.night.costs.of(Fix(step.flat))
        return SWITCH_ON if step.result else SWITCH_ON + DARK

    def _name(self, flat: int) -> str:
        return self.night.building.name(flat)


def words_of(building: Building, step: Step) -> str:
    """A step as :meth:`Walk.after` reads it."""
    return f"{step.do} {building.name(step.flat)}"


def told(building: Building, step: Step) -> str:
    """What a step came to, as a sentence."""
    name = building.name(step.flat)
    if isinstance(step, Fixed):
        return f"{name} is fixed, and can be switched on."
    return f"{name} is lit." if step.result else f"{name} stays dark: it is faulty. The other flats do not notice."


def lit_in_words(walk: Walk) -> str:
    """*3 of 12 flats are lit*."""
    lit = walk.lit_flats.bit_count()
    return f"{lit} of {walk.night.building.size} flats {'is' if lit == 1 else 'are'} lit"
