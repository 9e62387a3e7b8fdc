"""The door: what can be wished for of the tower in lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from game.plain.lab import lab
from game.plain.talk import Talk
from game.plain.tower.apart import ApartInLines
from game.plain.tower.choosing import chosen
from game.plain.tower.learning import taught
from game.plain.tower.night import NightInLines
from game.tower.codes import Code
from game.tower.longform import Drawing
from game.tower_command.wanted import Wanted


def play(wanted: Wanted | Code | Drawing | None, out: TextIO, lines: Iterable[str]) -> int:
    """Play a board in lines until the player leaves or no more lines come; without a board, ask which one.

    Something else that is wanted of the tower is opened instead. Returns the exit code.
    """
    if isinstance(wanted, Wanted):
        return _opened(wanted, out, lines)
    talk = Talk(out, lines)
    return talk.lead(lambda: NightInLines(talk, wanted or chosen(talk)).go_on())


def learn(out: TextIO, lines: Iterable[str]) -> int:
    """Give the lesson in lines, then ask for a board to play. Returns the exit code."""
    talk = Talk(out, lines)

    def lesson() -> None:
        taught(talk)
        NightInLines(talk, chosen(talk)).go_on()

    return talk.lead(lesson)


def apart(wanted: Code | Drawing | None, out: TextIO, lines: Iterable[str]) -> int:
    """Light a board one apartment at a time, in lines; without a board, ask which one. Returns the exit code."""
    talk = Talk(out, lines)
    return talk.lead(lambda: ApartInLines(talk, wanted or chosen(talk)).go_on())


def _opened(wanted: Wanted, out: TextIO, lines: Iterable[str]) -> int:
    match wanted.wish:
        case "play":
            return play(wanted.board, out, lines)
        case "learn":
            return learn(out, lines)
        case "apart":
            return apart(wanted.board, out, lines)
        case "lab":
            return lab(out, lines)
