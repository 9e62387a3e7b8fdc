"""Pages that lie on the night: the card with the rules, and the log."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from game.screens.keys import Key, bindings
from game.screens.tower import keys
from game.screens.tower.inside import TowerPage
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.tower.saying import ARROWS, READINGS, WORKS, goal
from game.tower.sitting import Sitting
from game.tower.spoken import told, words_of
from game.tower.timing import Timing

_LOW: Final = 24
"""Rows of a screen from which on the card has air between its parts."""


class Card(Drawn):
    """The rules, as they fit on a card."""

    DEFAULT_CSS = """
    Card { width: 70; max-width: 100%; padding: 0 3; background: $bar; color: $ink; border: heavy $wall; }
    Card.-plain { border: ascii $wall; }
    """

    def __init__(self, timing: Timing) -> None:
        super().__init__()
        self._timing = timing
        self.set_class(getattr(self.app, "ascii_only", False), "-plain")

    def paint(self, width: int) -> Lines:
        air = [] if self.app.size.height < _LOW else [EMPTY]
        lines = [*air, inked("THE CARD", "title"), *air, *flowing(goal(self._timing), width), *air]
        for work, words in zip(keys.WORKS, WORKS, strict=True):
            lines += flowing(words, width, "ink", first=inked(f"{work.key}  ", "key"))
        lines += [*air, *flowing(f"{ARROWS} {READINGS}", width)]
        return [*lines, *air, inked("Any key turns to the board; k brings the card back.", "muted"), *air]


class RulesScreen(ModalScreen[None]):
    """The card, lying on the board. Any key or click takes it away."""

    DEFAULT_CSS = """
    RulesScreen { background: $background 60%; align: center middle; }
    RulesScreen:ansi { background: $background; }
    """

    def __init__(self, timing: Timing) -> None:
        super().__init__()
        self._timing = timing

    def compose(self) -> ComposeResult:
        yield Card(self._timing)

    def on_key(self, event: events.Key) -> None:
        """Take it away."""
        if event.key not in ("ctrl+c", "ctrl+q"):
            event.stop()
            self.dismiss(None)

    def on_click(self) -> None:
        """The same."""
        self.dismiss(None)


class NightLog(TowerPage):
    """The log: every move with its time, and what it showed in a sentence."""

    TITLE = "the log"
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
            first = inked(f"{self._sitting.timing.figures(minute):>5}  ", "muted") + inked(
                f"{words_of(building, event):<12} ", "ink"
            )
            lines += flowing(told(building, event), width, "today", first=first)
        if not lines:
            return [inked("Nothing has been done yet.", "muted")]
        return lines
