"""Pages that lie on the end card: the text to share, and, elsewhere too, where the analogy breaks."""

from __future__ import annotations

from textual.content import Content

from game.screens.keys import Key, bindings
from game.screens.tower.inside import TowerPage
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.screens.widgets.page import MARGIN, indented
from game.tower.analogy import WHERE_IT_BREAKS


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
    BINDINGS = bindings([Key("b", "b", "back", "close")])

    def paint(self, width: int) -> Lines:
        lines = list[Content]()
        for point in WHERE_IT_BREAKS:
            lines += [inked(point.title, "title"), *indented(flowing(point.text, width - MARGIN)), EMPTY]
        return lines
