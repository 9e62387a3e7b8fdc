"""A sitting: one player at one night. The night, the player's marks, and how often a hint was asked for.

A sitting is a fold of words: every move, mark and press of the hint key is a short line such as ``survey 4`` or
``sound 3B 4C``, and :meth:`Sitting.after` leads from one sitting to the next. So whoever keeps the words, a play's
journal for one, has kept the sitting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cached_property
from typing import Final

import msgspec
from msgspec.structs import replace

from game.tower.deduction import Marks
from game.tower.exact import Exact
from game.tower.flats import mask_of
from game.tower.hints import Hint, hint
from game.tower.known import Known, Mark
from game.tower.moves import Event, Surveyed
from game.tower.night import Night
from game.tower.spoken import Unclear, flat_of, move_of, words_of
from game.tower.timing import NIGHT, Timing

__all__ = ["MARKING", "Sitting", "Unclear"]

PRESSES: Final = 3
"""Where, why, and do it."""


class Sitting(msgspec.Struct, frozen=True, dict=True):
    """How a night stands for its player. Immutable; what is worked out is worked out when first asked for.

    ``known`` is what the readings say, those given for nothing included. ``marks`` are the player's own;
    ``before`` are those that can be gone back to, ``undone`` those that can be come back to. ``hints`` counts the
    hints asked for; ``pressed`` is how far the one on show has been told: 1 where, 2 why. ``timing`` is how the
    player is told the time.
    """

    night: Night
    known: Known
    free: tuple[Surveyed, ...] = ()
    marks: Marks = Marks()
    before: tuple[Marks, ...] = ()
    undone: tuple[Marks, ...] = ()
    hints: int = 0
    pressed: int = 0
    timing: Timing = NIGHT

    @classmethod
    def at(cls, night: Night, free: tuple[Surveyed, ...] = (), timing: Timing = NIGHT) -> Sitting:
        """A sitting at the table of a night, with some floors counted beforehand."""
        known = Known.at_eleven(night.building)
        for event in (*free, *night.log):
            known = _seen(known, event)
        return cls(night, known, free, timing=timing)

    def after(self, words: str) -> Sitting:
        """The sitting after one line of words.

        Raises :class:`Unclear`, and says why, when they mean nothing here or the night is over.
        """
        word, _, operand = words.strip().lower().partition(" ")
        if word in MARKING:
            return MARKING[word](self, operand)
        if self.night.lit:
            raise Unclear("The tower is lit: nothing is left to do.")
        move = move_of(self.night.building, words, MARKING)
        night = self.night.do(move)
        return replace(self, night=night, known=_seen(self.known, night.log[-1]), pressed=0)

    def through(self, lines: Iterable[str]) -> Sitting:
        """The sitting after several lines."""
        sitting = self
        for line in lines:
            sitting = sitting.after(line)
        return sitting

    @property
    def last(self) -> Event | None:
        """What happened last, if anything has."""
        return self.night.log[-1] if self.night.log else None

    def looks(self, flat: int) -> Mark:
        """How a flat stands on the player's board: as the readings have it, or else as the player marked it."""
        known = self.known.mark(flat)
        if known is not Mark.UNKNOWN:
            return known
        if self.marks.faulty >> flat & 1:
            return Mark.FAULTY
        return Mark.SOUND if self.marks.sound >> flat & 1 else Mark.UNKNOWN

    def is_own(self, flat: int) -> bool:
        """Whether what a flat shows is only the player's mark, which may be wrong."""
        return self.known.mark(flat) is Mark.UNKNOWN and self.looks(flat) is not Mark.UNKNOWN

    @cached_property
    def exact(self) -> Exact:
        """What the readings come to."""
        return Exact(self.known)

    @property
    def go(self) -> Fraction:
        """The go/no-go meter: the chance that the switch would work now. 1 once the tower is lit."""
        return Fraction(1) if self.night.lit else self.exact.go

    @cached_property
    def hint(self) -> Hint:
        """The hint that the next presses tell. The tower must not be lit."""
        return hint(self.known, self.marks, self.night.costs)

    def next_words(self) -> tuple[str, ...]:
        """What the next press of the hint key comes to: ``hint`` twice, then the lines that do what it says."""
        if self.pressed < PRESSES - 1:
            return ("hint",)
        told, building = self.hint, self.night.building
        if told.move is not None:
            return (words_of(building, told.move),)
        lines = (("sound", told.marks.sound), ("faulty", told.marks.faulty))
        return tuple(f"{word} {' '.join(building.names(flats))}" for word, flats in lines if flats)

    def _marked(self, marks: Marks) -> Sitting:
        if marks == self.marks:
            return self
        return replace(self, marks=marks, before=(*self.before, self.marks), undone=(), pressed=0)

    def _flats(self, operand: str) -> int:
        building = self.night.building
        return mask_of(flat_of(building, name) for name in operand.replace(",", " ").split())

    def _named(self, operand: str, word: str) -> int:
        flats = self._flats(operand)
        if not flats:
            raise Unclear(f"Say which flats, like {word} 3B 4C.")
        return flats

    def _sound(self, operand: str) -> Sitting:
        flats = self._named(operand, "sound")
        return self._marked(Marks(sound=self.marks.sound | flats, faulty=self.marks.faulty & ~flats))

    def _faulty(self, operand: str) -> Sitting:
        flats = self._named(operand, "faulty")
        return self._marked(Marks(sound=self.marks.sound & ~flats, faulty=self.marks.faulty | flats))

    def _clear(self, operand: str) -> Sitting:
        flats = self._flats(operand) or self.night.building.everything
        return self._marked(Marks(sound=self.marks.sound & ~flats, faulty=self.marks.faulty & ~flats))

    def _undo(self, operand: str) -> Sitting:
        _alone("undo", operand)
        if not self.before:
            raise Unclear("There is no mark to take back. Readings cannot be unseen.")
        *before, marks = self.before
        return replace(self, marks=marks, before=tuple(before), undone=(*self.undone, self.marks), pressed=0)

    def _redo(self, operand: str) -> Sitting:
        _alone("redo", operand)
        if not self.undone:
            raise Unclear("There is no mark to bring back.")
        *undone, marks = self.undone
        return replace(self, marks=marks, before=(*self.before, self.marks), undone=tuple(undone), pressed=0)

    def _hint(self, operand: str) -> Sitting:
        _alone("hint", operand)
        if self.night.lit:
            raise Unclear("The tower is lit: nothing is left to ask.")
        asked = self.pressed == 0
        return replace(self, hints=self.hints + asked, pressed=min(self.pressed + 1, PRESSES - 1))


def _seen(known: Known, event: Event) -> Known:
    """What is known after an event. A floor with nothing left marks itself, as every direct reading does."""
    known = known.after(event)
    if isinstance(event, Surveyed) and not event.result:
        return replace(known, sound=known.sound | known.building.floors[event.floor] & ~known.fixed)
    return known


def _alone(word: str, operand: str) -> None:
    if operand:
        raise Unclear(f"Say {word}, and no more.")


MARKING: Final[dict[str, Callable[[Sitting, str], Sitting]]] = {
    "sound": Sitting._sound,
    "faulty": Sitting._faulty,
    "clear": Sitting._clear,
    "undo": Sitting._undo,
    "redo": Sitting._redo,
    "hint": Sitting._hint,
}
"""The words that are no moves: they take no minutes, and the night's log does not have them."""
