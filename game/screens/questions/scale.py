"""A scale from 1 to 5, drawn: to tell how it seems, or how sure one is."""

from __future__ import annotations

from typing import Final

from game.screens.keys import Key
from game.screens.questions.base import POINT, target
from game.screens.widgets.drawn import EMPTY, Lines, inked

STEPS: Final = range(1, 6)
PITCH: Final = 8
"""Cells from one number to the next, where there is room."""

KEYS: Final = (
    Key("1,2,3,4,5", "1 to 5", "mark that place on the scale", "mark({})"),
    Key("left", "Left", "one less", "slide(-1)"),
    Key("right", "Right", "one more", "slide(1)"),
    Key("", "Enter", "answer with the marked number"),
)


def scale(marked: int, ends: tuple[str, ...], width: int) -> Lines:
    """The scale, the marked number on a band; each number can be clicked. ``ends`` say what 1 and 5 mean."""
    numbers, line = [], []
    pitch = min(PITCH, (width - 3) // (len(STEPS) - 1))
    for step in STEPS:
        chosen = step == marked
        number = inked(f"{POINT}{step} " if chosen else f" {step} ", "cursor" if chosen else "key")
        sign = "█" if chosen else "├" if step == 1 else "┤" if step == STEPS[-1] else "┼"
        last = step == STEPS[-1]
        numbers.append(target(number if last else number.pad_right(pitch - 3), str(step)))
        piece = inked(sign, "lit" if chosen else "wall") + inked("" if last else "─" * (pitch - 1), "wall")
        line.append(target(piece, str(step)))
    low, high = ends
    room = pitch * (len(STEPS) - 1) + 2
    below = [inked(low.ljust(room - len(high)) + high, "muted")]
    if len(low) + len(high) + 2 > room:
        below = [inked(f"1  {low}", "muted"), inked(f"5  {high}", "muted")]
    return [EMPTY.join(numbers), EMPTY.join(line).pad_left(1), *(line.pad_left(1) for line in below)]


def slid(marked: int, step: int) -> int:
    """The number one step along; the first press starts in the middle."""
    return min(STEPS[-1], max(STEPS[0], marked + step)) if marked else 3
