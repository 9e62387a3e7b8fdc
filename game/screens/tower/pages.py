"""Pages that lie on the night: the card with the rules, and the log."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from game.screens.keys import READING, Key, bindings
from game.screens.reading import ReadingScreen
from game.screens.tower import saying
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.tower.night import clock
from game.tower.sitting import Sitting
from game.tower.spoken import told, words_of


class Card(Drawn):
    """The rules, as they fit on a card."""

    DEFAULT_CSS = """
    Card { width: 58; padding: 1 3; background: $bar; color: $ink; }
    """

    def paint(self, width: int) -> Lines:
        first, *works = saying.CARD
        lines = [inked("THE CARD", "title"), EMPTY, *flowing(first, width), EMPTY]
        for work in works:
            key, words = work.split(maxsplit=1)
            lines += flowing(words, width, "ink", first=inked(f"{key}  ", "key"))
        return [*lines, EMPTY, inked("Any key turns to the board; k brings the card back.", "muted")]


class CardScreen(ModalScreen[None]):
    """The card, lying on the board. Any key or click takes it away."""

    DEFAULT_CSS = """
    CardScreen { background: $background 60%; align: center middle; }
    CardScreen:ansi { background: $background; }
    """

    def compose(self) -> ComposeResult:
        yield Card()

    def on_key(self, event: events.Key) -> None:
        """Take it away."""
        if event.key not in ("ctrl+c", "ctrl+q"):
            event.stop()
            self.dismiss(None)

    def on_click(self) -> None:
        """The same."""
        self.dismiss(None)


class TowerPage(ReadingScreen):
    """A page to read at the tower. Nothing is saved there, so ``q`` only closes it."""

    FOOT = READING.keys

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.action_close()


class NightLog(TowerPage):
    """The log: every move with its clock, and what it showed in a sentence."""

    TITLE = "the log of the night"
    BINDINGS = bindings([Key("l", "l", "back to the night", "close")])
    FROM_THE_END = True

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def paint(self, width: int) -> Lines:
        night = self._sitting.night
        building, lines = night.building, list[Content]()
        for given in self._sitting.free:
            lines += flowing(told(building, given), width, "muted", first=inked("given  ", "muted"))
        for minute, event in zip(night.starts, night.log, strict=True):
            first = inked(f"{clock(minute):>5}  ", "muted") + inked(f"{words_of(building, event):<12} ", "ink")
            lines += flowing(told(building, event), width, "today", first=first)
        if not lines:
            return [inked("Nothing has been done yet.", "muted")]
        return lines
