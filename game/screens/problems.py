"""Problems, told to a player: what is wrong, where, what to do. Never a traceback."""

from __future__ import annotations

import traceback
from typing import Final

from textual.content import Content

from game.screens.reading import ReadingScreen
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked

KEPT: Final = "Every answer up to here is saved."


class ProblemsScreen(ReadingScreen):
    """Something is wrong, in as many lines as it takes."""

    TITLE = "something is wrong"

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what

    def paint(self, width: int) -> Lines:
        lines: list[Content] = [inked("This cannot be played as it is.", "title"), EMPTY]
        for line in self._what.splitlines():
            lines += flowing(line, width)
        return [*lines, EMPTY, *flowing(KEPT, width, "muted")]


def in_plain_words(error: BaseException, kept: str = KEPT) -> str:
    """What to say when the program itself is at fault: the place, for whoever mends it; and what is kept."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({frames[-1].filename}, line {frames[-1].lineno})" if frames else ""
    on = f" {kept} Start it again to go on from there." if kept else ""
    return (
        f"The game has a fault: {type(error).__name__}: {error}{place}.{on} "
        "If it happens twice in the same place, tell the makers this line."
    )
