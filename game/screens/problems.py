"""Problems, told to a player: what is wrong, where, what to do. Never a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from typing import Final

from textual.content import Content

from game.errors import ForPeople
from game.screens.reading import ReadingScreen
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.story.problems import BrokenScript
from game.story.report import counted, excerpt_of

KEPT: Final = "Every answer up to here is saved."


class ProblemsScreen(ReadingScreen):
    """Something is wrong, in as many lines as it takes."""

    TITLE = "something is wrong"

    def __init__(self, trouble: ForPeople) -> None:
        super().__init__()
        self._trouble = trouble

    def paint(self, width: int) -> Lines:
        lines: list[Content] = [inked("This cannot be played as it is.", "title"), EMPTY]
        told = self._told(width)
        return [*lines, *told, EMPTY, *flowing(KEPT, width, "muted")]

    def _told(self, width: int) -> Iterator[Content]:
        """What is wrong. The line of a script that it stands in is cut where a text would be wrapped."""
        if not isinstance(self._trouble, BrokenScript):
            yield from flowing(str(self._trouble), width)
            return
        for problem in self._trouble.problems:
            yield from flowing(str(problem), width)
            for gutter, text in excerpt_of(problem, width):
                yield inked(gutter, "faint") + inked(text, "muted")
        yield from flowing(counted(self._trouble.problems), width)


def in_plain_words(error: BaseException, kept: str = KEPT) -> str:
    """What to say when the program itself is at fault: the place, for whoever mends it; and what is kept."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({frames[-1].filename}, line {frames[-1].lineno})" if frames else ""
    on = f" {kept} Start it again to go on from there." if kept else ""
    return (
        f"The game has a fault: {type(error).__name__}: {error}{place}.{on} "
        "If it happens twice in the same place, tell the makers this line."
    )
