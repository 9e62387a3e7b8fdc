"""The replay of a night: its moves one by one, forwards and back, with or without its secrets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from msgspec.structs import replace
from textual.timer import Timer

from game.screens import keys
from game.screens.keys import Group, Key
from game.screens.tower.face import TowerFace
from game.screens.tower.keys import LEAVE
from game.screens.tower.pointing import places_of_move
from game.screens.widgets.bars import Footing
from game.tower.flats import flats_in, lowest
from game.tower.night import Night
from game.tower.sitting import Sitting

A_MOVE: Final = 1.0
"""Seconds between two moves."""


def steps_of(sitting: Sitting) -> tuple[Sitting, ...]:
    """A night from 23:00 on, as it stood after each of its moves. Marks and hints are left out."""
    last = sitting.night
    night = Night(last.building, last.faults, last.costs)
    steps = [Sitting.at(night, sitting.free, sitting.timing)]
    for event in last.log:
        night = night.do(event)
        steps.append(Sitting.at(night, sitting.free, sitting.timing))
    return tuple(steps)


def unveiled(sitting: Sitting) -> Sitting:
    """The same, with every fault in sight."""
    known = sitting.known
    for flat in flats_in(sitting.night.left):
        known = known.supposing(flat, faulty=True)
    return replace(sitting, known=known)


class ReplayScreen(TowerFace[None]):
    """Plays a night once more, a move a second, unless nothing may move."""

    KEYS: ClassVar = (
        Key("space", "Space", "play, or stand still", "play", "play or stop", 1, "play or stop"),
        Key("right", "Right", "the next move", "go(1)", "next move", 2, "next move"),
        Key("left", "Left", "the move before", "go(-1)", "move before", 3, "move before"),
        Key("home", "Home", "23:00", "to(0)"),
        Key("end", "End", "the end of the night", "to(-1)"),
        Key("f", "f", "show the faults, or hide them", "faults", "faults", 4, "faults"),
        LEAVE._replace(press="q,backspace,escape,enter,r", rank=0),
        keys.KEYS,
        keys.COLOURS,
    )
    BINDINGS = keys.bindings(KEYS)

    def __init__(self, title: str, sitting: Sitting) -> None:
        self._steps = steps_of(sitting)
        super().__init__(self._steps[0])
        self._title = title
        self._at, self._open = 0, False
        self._clock: Timer | None = None

    def on_mount(self) -> None:
        """Begin at 23:00."""
        self.query_one(Footing).show(self.KEYS)
        self._show()
        if not self.game.still:
            self.action_play()

    def helps(self) -> Sequence[Group]:
        return [Group("On the replay", self.KEYS)]

    def action_play(self) -> None:
        """Play on, from the beginning when it is over; or stand still."""
        if self._clock is not None:
            self._stop()
            return
        if self._at == len(self._steps) - 1:
            self.action_to(0)
        self._clock = self.set_interval(A_MOVE, self._next)

    def action_go(self, by: int) -> None:
        """Stand still at another move."""
        self._stop()
        self._move_to(self._at + by)

    def action_to(self, place: int) -> None:
        """Stand still at the beginning, or at the end."""
        self._stop()
        self._move_to(place % len(self._steps))

    def action_faults(self) -> None:
        """Show the faults, or hide them."""
        self._open = not self._open
        self._show()

    def _next(self) -> None:
        self._move_to(self._at + 1)
        if self._at == len(self._steps) - 1:
            self._stop()

    def _stop(self) -> None:
        if self._clock is not None:
            self._clock.stop()
            self._clock = None

    def _move_to(self, place: int) -> None:
        self._at = max(0, min(len(self._steps) - 1, place))
        self._show()

    def _show(self) -> None:
        sitting = self._steps[self._at]
        board = self.board
        board.sitting = unveiled(sitting) if self._open else sitting
        board.pointed = places_of_move(sitting.last) if sitting.last else ()
        for place in board.pointed:
            board.cursor = lowest(place.flats(board.building))
        self.show_side(sitting, f"{self._title}, once more", f"move {self._at} of {len(self._steps) - 1} · ")
