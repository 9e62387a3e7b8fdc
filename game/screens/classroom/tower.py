"""A tower that a class renovates: its plan with what is known, and how it stands in words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from game.screens.glyphs import Glyphs
from game.screens.tower.board import BoardView
from game.screens.tower.side import Beside, ClockView, Outlook, Said
from game.tower.sitting import Sitting


class InWords(Vertical):
    """The clock, how many faults are found, and what the last move has shown."""

    DEFAULT_CSS = """
    InWords { height: auto; margin-bottom: 1; }
    InWords Outlook, InWords Said { margin-top: 1; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.parts: tuple[Beside, ...] = (ClockView(glyphs), Outlook(glyphs), Said(glyphs))

    def compose(self) -> ComposeResult:
        """One under the other."""
        yield from self.parts


class Night:
    """Both of them, put into a screen while a tower is renovated. Nobody points at a flat."""

    def __init__(self, sitting: Sitting, glyphs: Glyphs) -> None:
        self._board = BoardView(sitting, glyphs=glyphs, pointing=False)
        self._words = InWords(glyphs)
        self.show(sitting)

    async def put(self, house: Widget, column: Widget) -> None:
        """The plan goes before the column, the words on top of it."""
        await house.mount(self._board, before=column)
        await column.mount(self._words, before=0)

    async def remove(self) -> None:
        """Take them away again."""
        await self._board.remove()
        await self._words.remove()

    def show(self, sitting: Sitting) -> None:
        """Show another sitting."""
        self._board.sitting = sitting
        for part in self._words.parts:
            part.show(sitting)
