"""The page of keys, made from the data in ``keys``, and what the marks in the margin mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from game.screens.keys import Group, Key, bindings
from game.screens.reading import ReadingScreen
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.story.beat import PROVENANCE

COLUMN: Final = 13
"""Cells in which the name of a key stands."""


class KeysScreen(ReadingScreen):
    """Every key that counts where it was asked for."""

    TITLE = "keys and marks"
    BINDINGS = bindings([Key("question_mark,f1", "?", "back", "close")])

    def __init__(self, groups: Sequence[Group]) -> None:
        super().__init__()
        self._groups = groups

    def action_keys(self) -> None:
        """The same key closes the page."""
        self.action_close()

    def paint(self, width: int) -> Lines:
        lines: list[Content] = []
        for group in self._groups:
            lines += [inked(group.title, "title")]
            for key in group.keys:
                lines += flowing(key.means, width, "ink", first=inked(f"{key.shown:<{COLUMN}}", "key"))
            lines += [EMPTY]
        return [*lines, *self.marks(width), EMPTY, inked("Everything can be clicked, too.", "muted")]

    def marks(self, width: int) -> Lines:
        """What the marks on the screen mean."""
        lines = [inked("The marks in the margin", "title")]
        for kind, each in PROVENANCE.items():
            first = inked(f"{each.mark} {kind:<{COLUMN - 2}}", f"mark-{kind}")
            lines += flowing(each.meaning, width, "ink", first=first)
        return lines
