"""The lesson: a first night at the Annex, step by step, as data for every face.

Every step says why, and waits for one line of words. Whatever else is tried is answered and changes nothing, so
the lesson cannot be lost.
"""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec.structs import replace

from game.tower.codes import read
from game.tower.deduction import Marks
from game.tower.longform import Drawing
from game.tower.sitting import MARKING, Sitting
from game.tower.spoken import Unclear, move_of

CODE: Final = "1-4x3-B-WD2R0-M-1"
"""An Annex with faults in 4B and 3C."""


class Step(msgspec.Struct, frozen=True):
    """One step: what is said before it, the words it waits for, what is said after, and to whoever tries another.

    The words make a move, or mark flats.
    """

    say: str
    words: str
    then: str
    otherwise: str

    @property
    def marks(self) -> bool:
        """Whether flats are to be marked; else a move is to be made."""
        return self.words.split()[0] in MARKING


OPENING: Final = (
    "The Annex: 4 floors, 3 flats on each. Two to four flats are faulty, and nobody knows which. Before 8:00 all"
    " of it is to be lit, with one switch. It is 23:00, and there are five of you."
)

STEPS: Final = (
    Step(
        "The framer counts the faulty flats of a floor: how many, not which.",
        "survey 4",
        "One of 4A, 4B and 4C is faulty, then. Which one, others will say.",
        "The framer has both boots on already. First the top floor.",
    ),
    Step(
        "The plumber lets water climb a riser from the ground. It stops at the lowest fault: all below is sound.",
        "fill B",
        "One fault found and three flats cleared by one reading. Of what is above a fault, water tells nothing.",
        "The plumber stands at riser B with a hose, and it is heavy.",
    ),
    Step(
        "Now think, which is free: floor 4 has one fault, and 4B is it. So the other two up there must be sound."
        " What you work out, you mark yourself.",
        "sound 4A 4C",
        "Nobody went to see. Two flats for nothing: most of a night is won like this.",
        "There is something to be had for nothing first: floor 4 had one fault, and it is found.",
    ),
    Step(
        "4B is faulty, so somebody has to fix it, and that is you. Once it is fixed, no reading stumbles over it.",
        "fix 4B",
        "From now on every reading speaks of the faults that are left, and 4B is none of them.",
        "4B is sure to be faulty. Why wait?",
    ),
    Step(
        "The electrician closes breakers, five minutes each: nothing is cheaper. A breaker holds if its whole"
        " circuit is clean. On circuit a hang floor 1, 2A and 3A.",
        "breaker a",
        "It holds: all five are sound. One of them you knew.",
        "Breaker a first: it would settle more, in five minutes.",
    ),
    Step(
        "On circuit b hang 2B, 2C and 3C. The water has cleared 2B.",
        "breaker b",
        "It trips: a fault is left in there. 2C has it, or 3C, or both.",
        "The only flats left that nobody knows hang on breaker b. Five minutes.",
    ),
    Step(
        "Where no line helps, open a door and look.",
        "open 2C",
        "Sound. And look what that makes of 3C: the breaker trips, and there is nobody else left to blame.",
        "Two suspects, and one door settles both: open 2C.",
    ),
    Step(
        "So it is 3C. That is no guess: you need not look before you fix it.",
        "fix 3C",
        "Every flat is sound now, or fixed. Most of them you have never seen, and still you know.",
        "3C is the last suspect of breaker b. Fix it.",
    ),
    Step(
        "The caller has one hand on the switch and asks: are we sure? One fault left anywhere, and the whole tower"
        " would be dark for an hour. You are sure.",
        "switch",
        "That is all there is to it. The tower of the launch night has 49 flats, and the same six moves.",
        "Everything is done. The caller is waiting for you to say switch.",
    ),
)
"""Nine steps: the six moves, a deduction that is free, and what a reading speaks of after a fix."""


class Lesson(msgspec.Struct, frozen=True):
    """How far somebody has come. Immutable: a line of words leads to another."""

    sitting: Sitting
    at: int = 0

    @classmethod
    def begin(cls) -> Lesson:
        """The lesson at its first step."""
        drawing = read(CODE)
        assert isinstance(drawing, Drawing)
        return cls(Sitting.at(drawing.night))

    @property
    def over(self) -> bool:
        """Whether every step has been taken."""
        return self.at == len(STEPS)

    @property
    def step(self) -> Step:
        """The step that is waited for. The lesson must not be over."""
        return STEPS[self.at]

    def after(self, words: str) -> Lesson:
        """The lesson after one line of words; flats may be marked one by one.

        Raises :class:`Unclear` for whatever is not the step that is waited for, and says what would be.
        """
        sitting = self.sitting.after(words)
        if self.over:
            raise Unclear("The lesson is over.")
        step, building = self.step, sitting.night.building
        if step.marks:
            wanted = self.sitting.after(step.words).marks
            if sitting.marks == self.sitting.marks or not _within(sitting.marks, wanted):
                raise Unclear(step.otherwise)
            return replace(self, sitting=sitting, at=self.at + (sitting.marks == wanted))
        if sitting.night == self.sitting.night or move_of(building, words) != move_of(building, step.words):
            raise Unclear(step.otherwise)
        return replace(self, sitting=sitting, at=self.at + 1)


def _within(marks: Marks, wanted: Marks) -> bool:
    return not (marks.sound & ~wanted.sound or marks.faulty & ~wanted.faulty)
