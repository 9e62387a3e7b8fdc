"""What is asked once more before it is done: a throw, a reading that is known already, a click on a line."""

from __future__ import annotations

from typing import NamedTuple

from game.screens.tower.keys import work_of
from game.screens.tower.saying import asked_to_throw
from game.tower.foreseen import foreseen
from game.tower.moves import Move, Switch
from game.tower.sitting import Sitting
from game.tower.spoken import in_full


class Asking(NamedTuple):
    """A move, and the question that stands before it."""

    move: Move
    question: str


def question(sitting: Sitting, move: Move) -> str:
    """What to ask before a key makes this move; nothing where it may simply be made."""
    key = work_of(move).key
    if isinstance(move, Switch):
        if sitting.go == 1:
            return ""
        return f"{asked_to_throw(sitting)} {key} or Enter does it."
    if known := foreseen(sitting.known, move):
        return f"You know that: {known} {key} again does it all the same, {sitting.night.costs.of(move)} min."
    return ""


def of_a_click(sitting: Sitting, move: Move) -> Asking:
    """What a click on a line asks: a line is easily hit by mistake."""
    asked = in_full(sitting.night.building, move)
    again = f"{asked[0].upper()}{asked[1:]}, {sitting.night.costs.of(move)} min? Click it again, or Enter."
    known = foreseen(sitting.known, move)
    return Asking(move, f"You know that: {known} {again}" if known else again)
