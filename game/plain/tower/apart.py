"""Flat by flat, in lines: the same tower, with a breaker for each flat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.freeplay import FreePlay
from game.plain.talk import Talk
from game.plain.tower.ending import contrast_in_words
from game.plain.tower.naming import flats_in_words
from game.plain.tower.plan import tower_in_words
from game.tower.analogy import in_lines
from game.tower.codes import Code
from game.tower.contrast import Contrast
from game.tower.crew import par
from game.tower.flat_by_flat import Walk, lit_in_words, told
from game.tower.longform import Drawing
from game.tower.night import clock
from game.tower.spoken import Unclear
from game.tower.timing import NIGHT

WORDS: Final = (
    "on: switch the next flat on; 3 minutes. A faulty one stays dark, which takes 2 more to be seen.",
    "on 3B: switch that flat on.",
    "fix 3B: fix a flat that stayed dark; 20. Then switch it on again.",
    "rest: all that is left, flat by flat.",
    "plan: what is lit, floor by floor. left: the clock, and what is left.",
    "again: the same tower anew. code: the code of this board. quit: leave.",
)

WHAT_NOW: Final = (
    "Every flat is lit. What now? again, the same tower anew; breaks, where the tower stops being like software;"
    " or quit."
)


class ApartInLines:
    """A player who lights a tower flat by flat. To make one draws its board."""

    def __init__(self, talk: Talk, wanted: Code | Drawing) -> None:
        self._talk = talk
        talk.say("Drawing a tower.")
        talk.flush()
        self._play = FreePlay(wanted)
        self._walk = Walk(self._play.night)
        talk.farewell = self._farewell

    def go_on(self) -> None:
        """Hear lines until the player leaves."""
        self._greet()
        while True:
            line = self._talk.hear()
            try:
                self._obey(line)
            except Unclear as unclear:
                self._talk.say(str(unclear))

    def _greet(self) -> None:
        self._talk.say(f"{self._play.title}, flat by flat. Code {self._play.code}")
        self._talk.say(
            tower_in_words(self._play.night.building), "It is 23:00. Every flat has its own breaker.", *WORDS
        )

    def _farewell(self) -> Iterator[str]:
        yield f"The same board with one switch for all: seven-weeks tower --plain --code {self._play.code}"

    def _obey(self, line: str) -> None:
        match line.lower().rstrip("."):
            case "again":
                self._walk = Walk(self._play.night)
                self._greet()
            case "code":
                self._talk.say(f"This board is {self._play.code}")
            case "help" | "card":
                self._talk.say(*WORDS)
            case "breaks":
                self._talk.say(*in_lines())
            case "plan":
                self._talk.say(*walk_in_words(self._walk))
            case "left" | "status":
                self._talk.say(walk_status(self._walk))
            case words:
                self._step(words)

    def _step(self, words: str) -> None:
        if self._walk.lit:
            raise Unclear(WHAT_NOW)
        before, self._walk = self._walk, self._walk.after(words)
        self._talk.say(*stepped(before, self._walk))
        if self._walk.lit:
            night = par(self._play.night)
            self._talk.say("Beside it, the same tower at once, as a careful crew does it:")
            self._talk.say(*contrast_in_words(Contrast(night, self._walk.round)))
            self._talk.say(*Contrast(night, self._walk.round).said())
            self._talk.say(WHAT_NOW)


def stepped(before: Walk, after: Walk) -> Iterator[str]:
    """What a line of words led to; a long way in one sentence."""
    building, steps = after.night.building, after.log[len(before.log) :]
    if len(steps) == 1:
        yield f"{clock(after.minute)}. {told(building, steps[0])}"
    else:
        fresh = after.lit_flats & ~before.lit_flats
        yield f"{clock(after.minute)}. {fresh.bit_count()} flats were switched on and are lit."
        if mended := after.fixed & ~before.fixed:
            yield f"Faulty, and fixed on the way: {flats_in_words(building, mended)}."
    if after.lit:
        yield f"That was the last: {after.minute} minutes."


def walk_in_words(walk: Walk) -> Iterator[str]:
    """What is lit and what is not, a line a floor from the ground."""
    building = walk.night.building
    looks = (
        ("lit", walk.lit_flats),
        ("dark and to be fixed", walk.dark),
        ("fixed and not on yet", walk.fixed & ~walk.lit_flats),
        ("not on yet", building.everything & ~(walk.lit_flats | walk.dark | walk.fixed)),
    )
    for floor, flats in enumerate(building.floors):
        parts = [f"{what} {flats_in_words(building, flats & those)}" for what, those in looks if flats & those]
        yield f"Floor {floor + 1}: {'; '.join(parts)}."


def walk_status(walk: Walk) -> str:
    """The clock, and how many flats are lit."""
    dark = f" Dark: {flats_in_words(walk.night.building, walk.dark)}." if walk.dark else ""
    return f"{NIGHT.in_words(walk.minute)}. {lit_in_words(walk)}.{dark}"
