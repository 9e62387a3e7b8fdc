"""The state: everything a play has come to, as one immutable value.

A state is a fold of a run's answers over the story. Nothing else is ever saved.
"""

from __future__ import annotations

from enum import IntFlag
from typing import Final

import msgspec
from msgspec.structs import replace

from game.story.calendar import week_of

LEAST, MOST = 0, 10
"""The range of every gauge."""


class Room(IntFlag):
    """How a day stands in the tower. A lit window is a night worked late, a hatched one a corner cut."""

    EMPTY = 0
    BUILT = 1
    LATE = 2
    CORNER = 4


class Gauges(msgspec.Struct, frozen=True):
    """Rest, Home and Craft, each from 0 to 10: the player's own price and understanding."""

    rest: int
    home: int
    craft: int


class Guess(msgspec.Struct, frozen=True):
    """A sealed guess: a number, or the id of one of a few answers, and how sure the player was, 1 to 5.

    It is 0 where nobody has said: hands that were raised for a guess do not.
    """

    guess: float | str
    sure: int = 0

    @property
    def how_sure(self) -> str:
        """*, sure 3 of 5*, to stand behind a guess; empty where nobody has said."""
        return f", sure {self.sure} of 5" if self.sure else ""


class Effects(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an answer changes. ``rest``, ``home`` and ``craft`` move by so many steps and stop at 0 and 10.

    ``set`` are flags to raise, declared in story.yaml; ``clear`` are flags to take down. ``late`` is a night
    worked late: it lights today's window in the tower; ``corner`` is a corner cut: it hatches the window.
    """

    rest: int = 0
    home: int = 0
    craft: int = 0
    set: tuple[str, ...] = ()
    clear: tuple[str, ...] = ()
    late: bool = False
    corner: bool = False

    @property
    def flags(self) -> tuple[str, ...]:
        """Every flag the effects name."""
        return self.set + self.clear

    def times(self, n: int) -> Effects:
        """The same effects ``n`` times over; flags do not add up."""
        return replace(self, rest=self.rest * n, home=self.home * n, craft=self.craft * n)


NOTHING: Final = Effects()

_BUILT, _LATE, _CORNER = int(Room.BUILT), int(Room.LATE), int(Room.CORNER)


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Where a play stands.

    ``rooms`` holds one :class:`Room` for each day closed so far, ``today`` the one being built. ``weeks`` holds
    the gauges as they stood when each week began. ``table`` holds the moves made in the question on screen, for
    kinds that take more than one.
    """

    rest: int
    home: int
    craft: int
    day: int = 0
    flags: frozenset[str] = frozenset()
    numbers: tuple[tuple[str, int], ...] = ()
    rooms: tuple[int, ...] = ()
    today: int = 0
    weeks: tuple[Gauges, ...] = ()
    guesses: tuple[tuple[str, Guess], ...] = ()
    opened: frozenset[str] = frozenset()
    table: tuple[str, ...] = ()

    @property
    def gauges(self) -> Gauges:
        """The three gauges now."""
        return Gauges(self.rest, self.home, self.craft)

    @property
    def late_nights(self) -> int:
        """Nights worked late so far, today's included."""
        return sum(1 for room in (*self.rooms, self.today) if room & _LATE)

    @property
    def corners(self) -> int:
        """Corners cut so far, today's included."""
        return sum(1 for room in (*self.rooms, self.today) if room & _CORNER)

    def room(self, day: int) -> Room:
        """How a day stands in the tower now; today's room counts as it is being built."""
        if day <= len(self.rooms):
            return Room(self.rooms[day - 1])
        return Room(self.today) if day == self.day else Room.EMPTY

    def value(self, name: str) -> int:
        """A number by its name, or 1 and 0 for a flag that is up or down."""
        for known, number in self.numbers:
            if known == name:
                return number
        return int(name in self.flags)

    def guess(self, question: str) -> Guess | None:
        """The guess sealed under a question's id."""
        for known, guess in self.guesses:
            if known == question:
                return guess
        return None

    def after(self, effects: Effects) -> State:
        """The state once the effects have happened."""
        if effects is NOTHING:
            return self
        flags = self.flags
        if effects.set or effects.clear:
            flags = flags.union(effects.set).difference(effects.clear)
        today = self.today
        if effects.late:
            today |= _LATE
        if effects.corner:
            today |= _CORNER
        return replace(
            self,
            rest=_moved(self.rest, effects.rest) if effects.rest else self.rest,
            home=_moved(self.home, effects.home) if effects.home else self.home,
            craft=_moved(self.craft, effects.craft) if effects.craft else self.craft,
            flags=flags,
            today=today,
        )

    def remembering(self, name: str, number: int) -> State:
        """The state with a number kept under a name."""
        kept = tuple(pair for pair in self.numbers if pair[0] != name)
        return replace(self, numbers=(*kept, (name, number)))

    def sealing(self, question: str, guess: Guess) -> State:
        """The state with a guess sealed. The first guess under an id is the record and stays."""
        if self.guess(question) is not None:
            return self
        return replace(self, guesses=(*self.guesses, (question, guess)))

    def dawn(self, day: int) -> State:
        """The state as a day begins: its room has walls, and a new week notes where the gauges stand.

        Days that a story leaves out stay empty in the tower.
        """
        rooms, weeks = self.rooms, self.weeks
        if len(rooms) < day - 1:
            rooms += (0,) * (day - 1 - len(rooms))
        week = week_of(day)
        if len(weeks) < week:
            weeks += (self.gauges,) * (week - len(weeks))
        return replace(self, day=day, today=_BUILT, rooms=rooms, weeks=weeks)

    def dusk(self) -> State:
        """The state once the day is over and its room has joined the tower."""
        return replace(self, rooms=(*self.rooms, self.today), today=0)


def _moved(gauge: int, by: int) -> int:
    """A gauge after a change: it stays within its range."""
    moved = gauge + by
    return LEAST if moved < LEAST else MOST if moved > MOST else moved
