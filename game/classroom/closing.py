"""The closing: what everybody takes home from a class. It is the class's own, and nothing of any person."""

from __future__ import annotations

from typing import Final

from game.after.card import card_of
from game.after.share import heading
from game.classroom.board import Closing
from game.run import Run
from game.story.calendar import WEEK, days_of
from game.story.state import Room, State
from game.words import capital

SIGNS: Final = {"empty": ".", "dark": "+", "lit": "#", "corner": "x", "both": "*"}
"""The sign of a window, by how its day went."""


def closing_of(run: Run) -> Closing:
    """What a class that has played this run takes home, however far it has come."""
    card = card_of(run)
    asked = run.story.spine.discussion
    return Closing(
        title=capital(heading(card)),
        text=card.ending.text if card.ending else "",
        tower=tuple(_floor(card.state, week) for week in range(WEEK, 0, -1)),
        figures=tuple(f"{capital(figure.label)}: {figure.value}" for figure in card.figures),
        ask=asked[-1] if asked else "",
    )


def _floor(state: State, week: int) -> str:
    return "".join(SIGNS[_window(state.room(day))] for day in days_of(week))


def _window(room: Room) -> str:
    late, corner = bool(room & Room.LATE), bool(room & Room.CORNER)
    if late and corner:
        return "both"
    return "lit" if late else "corner" if corner else "dark" if room else "empty"
