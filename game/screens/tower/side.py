"""What stands beside the board: the clock, what is to be expected, what was said last, the hint, the log."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import Final

from textual.content import Content
from textual.style import Style

from game.screens.glyphs import Glyphs
from game.screens.lettering import large
from game.screens.tower.saying import said_last
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.tower.hints import Hint
from game.tower.saying import meter, outlook, says
from game.tower.sitting import Sitting
from game.tower.spoken import shown, words_of

_PRESS: Final = Style.from_meta({"@click": "screen.hint"})
_TALL: Final = 30
"""Rows of a screen from which on a clock of whole blocks has its room."""
_ROOM: Final = 34
_LOW: Final = 24
"""Columns and rows from which on there is room for large figures."""
_METER: Final = 40
"""The widest that the meter gets."""
_LETTERS: Final = 1
"""Letters of a circuit's name, on every board that is drawn."""


class Beside(Drawn):
    """A part of the side that shows a sitting."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.sitting: Sitting | None = None

    def show(self, sitting: Sitting) -> None:
        """Show how the night stands."""
        self.sitting = sitting
        self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        return self.lines(self.sitting, width) if self.sitting else ()

    def lines(self, sitting: Sitting, width: int) -> Lines:
        """The lines for a sitting."""
        raise NotImplementedError


class ClockView(Beside):
    """The time in large figures, and how long it is until 8:00."""

    def lines(self, sitting: Sitting, width: int) -> Lines:
        minute, timing = sitting.night.minute, sitting.timing
        ink, time = "loss" if timing.is_late(minute) else "lit", timing.figures(minute)
        if width < _ROOM or self.app.size.height < _LOW:
            return flowing(" ".join(timing.beside(minute)), width, "muted", first=inked(f"{time}  ", ink))
        figures = large(time, self.glyphs, gap=1)
        if not self.glyphs.halves and self.app.size.height < _TALL:
            figures = ["", f" {' '.join(time)}", ""]
        beside = (*timing.beside(minute, lit=sitting.night.lit), "")
        lines = []
        for row, figure in enumerate(figures):
            words = beside[row - (len(figures) - 3)] if row >= len(figures) - 3 else ""
            lines.append(inked(figure, ink) + inked(f"   {words}", "muted"))
        return [line.truncate(width) for line in lines]


class Outlook(Beside):
    """How many faults there are and are found, and the go/no-go meter."""

    def lines(self, sitting: Sitting, width: int) -> Lines:
        words = "the tower is lit" if sitting.night.lit else meter(sitting.go)
        bar = () if self.app.size.height < _LOW else (meter_bar(sitting.go, min(width, _METER), self.glyphs),)
        return [*flowing(outlook(sitting.known), width, "ink"), *bar, *flowing(words, width, "muted")]


def meter_bar(go: Fraction, length: int, glyphs: Glyphs) -> Content:
    """The meter as a bar: empty only where the switch cannot work, full only where it must."""
    full = min(ceil(go * length), length - (go < 1))
    return inked(glyphs.bar * full, "lit") + inked(glyphs.track * (length - full), "track")


class Said(Beside):
    """What the last move showed."""

    def lines(self, sitting: Sitting, width: int) -> Lines:
        return flowing(said_last(sitting), width, "today")


class HintView(Beside):
    """The hint, as far as it is told: who says it, where, why, and what the next press does."""

    DEFAULT_CSS = """
    HintView { display: none; }
    HintView.-told { display: block; }
    """
    depth = 0

    def tell(self, sitting: Sitting, depth: int) -> None:
        """Tell the hint to a depth: 0 nothing, 1 where, 2 why too, 3 what to do too."""
        self.depth = 0 if sitting.night.lit else depth
        self.set_class(self.depth > 0, "-told")
        self.show(sitting)

    def lines(self, sitting: Sitting, width: int) -> Lines:
        if not self.depth:
            return ()
        return hint_lines(sitting.hint, self.depth, width, low=self.app.size.height < _LOW)


def hint_lines(hint: Hint, depth: int, width: int, *, low: bool = False) -> Lines:
    """A hint told to a depth, and what the next press of its key will do. On a ``low`` screen the why alone."""
    lines = list[Content]()
    if depth == 1 or not low:
        lines += flowing(f"{says(hint.voice)}: {hint.where}.", width, "rest")
    if depth > 1:
        lines += flowing(f"{_begun(hint.why)}.", width, "ink")
    then = hint.then if depth > 1 else "why"
    link = flowing(then, width, "muted", first=inked("h ", "key"))
    return [*lines, *(line.stylize(_PRESS) for line in link)]


def _begun(why: str) -> str:
    """A reason as a sentence begins. The name of a circuit stays small: large letters are risers."""
    return why if len(why.partition(" ")[0]) <= _LETTERS else f"{why[:1].upper()}{why[1:]}"


class LogView(Beside):
    """Every move with its time and what it showed, the newest last."""

    def lines(self, sitting: Sitting, width: int) -> Lines:
        building, night = sitting.night.building, sitting.night
        if not night.log:
            return [EMPTY]
        return [
            Content.assemble(
                (f"{sitting.timing.figures(minute):>5}  ", "muted"),
                (f"{words_of(building, event):<11} ", "ink"),
                (shown(building, event), "today"),
            ).truncate(width)
            for minute, event in zip(night.starts, night.log, strict=True)
        ]
