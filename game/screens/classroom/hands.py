"""The count of hands: a class without phones votes by raising them, and whoever leads it types how many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.content import Content
from textual.message import Message

from game.classroom.hands import MOST, Hand
from game.screens.classroom.keys import TALLY
from game.screens.keys import bindings
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.screens.widgets.page import MARGIN, indented

AIRY: Final = 26
"""Rows of a screen from which on there is air between the lines."""
AROUND: Final = 14
"""Rows of a screen that the question and the bars above and below it take."""
HOW_SURE: Final = "How sure? Hands up once more, or leave it empty."
FIGURES: Final = len(f"{MOST}")


class HandsTable(Drawn, can_focus=True):
    """What hands can be raised for in a ``round``, how many are up, and how many for each way to be ``sure``."""

    DEFAULT_CSS = """
    HandsTable { margin-bottom: 1; }
    """
    BINDINGS = bindings(TALLY)
    WIDEST: ClassVar[int] = 62

    class Dropped(Message):
        """The count is given up."""

    def __init__(self, hands: Sequence[Hand], sure: Sequence[Hand], round: str) -> None:
        super().__init__()
        self.round = round
        self.hands = (*hands, *sure)
        self.written = [""] * len(self.hands)
        self._first_sure = len(hands)
        self.cursor = 0

    @property
    def counts(self) -> list[int]:
        """How many hands are up for each line."""
        return [int(written or 0) for written in self.written]

    def paint(self, width: int) -> Lines:
        width = min(width, self.WIDEST) - MARGIN
        lines: list[Content] = []
        for at, hand in enumerate(self.hands):
            if at == self._first_sure:
                lines += [*([] if self._airy else [EMPTY]), *flowing(HOW_SURE, width, "muted")]
            figure = f" {self.written[at] or '·':>{FIGURES}} "
            first = inked(figure, "cursor" if at == self.cursor else "key") + "  "
            lines += flowing(hand.text, width, first=first)
            lines += [EMPTY] if self._airy else []
        return indented(lines)

    @property
    def _airy(self) -> bool:
        return self.app.size.height >= max(AIRY, AROUND + 2 * len(self.hands))

    def action_write(self, digit: str) -> None:
        """A further digit of the marked line."""
        if len(self.written[self.cursor]) < FIGURES:
            self.written[self.cursor] = f"{int(self.written[self.cursor] + digit)}"
            self.refresh()

    def action_move(self, by: int) -> None:
        """Mark another line."""
        self.cursor = (self.cursor + by) % len(self.hands)
        self.refresh()

    def action_take_back(self) -> None:
        """Take a digit back, or give the count up."""
        if self.written[self.cursor]:
            self.written[self.cursor] = self.written[self.cursor][:-1]
            self.refresh()
        else:
            self.post_message(self.Dropped())
