"""The pages of the end card: the text to share, and where the analogy breaks."""

from __future__ import annotations

from game.screens.keys import Key, bindings
from game.screens.tower.card import breaks
from game.screens.tower.pages import TowerPage
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked


class ShareScreen(TowerPage):
    """The text to share, as it stands on the clipboard."""

    TITLE = "to send to somebody"
    BINDINGS = bindings([Key("c", "c", "back to the card", "close")])

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def paint(self, width: int) -> Lines:
        how = "Copied. If your terminal does not let a program copy, mark the lines with the mouse:"
        lines = [inked(line, "ink") for line in self._text.splitlines()]
        return [*flowing(how, width, "muted"), EMPTY, *lines]


class BreaksScreen(TowerPage):
    """What the tower hides about software."""

    TITLE = "where the tower stops being like software"
    BINDINGS = bindings([Key("b", "b", "back to the card", "close")])

    def paint(self, width: int) -> Lines:
        return breaks(width)
