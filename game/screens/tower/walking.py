"""What stands beside a tower that is lit flat by flat: the clock, how far it is, and the key that goes on."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from game.screens.glyphs import Glyphs
from game.screens.lettering import large
from game.screens.widgets.drawn import EMPTY, MEASURE, Drawn, Lines, flowing, inked
from game.tower.contrast import hours
from game.tower.flat_by_flat import DARK, SWITCH_ON, Walk, lit_in_words, told
from game.tower.flats import flats_in
from game.tower.timing import NIGHT

OPENING: Final = (
    f"The same tower, and tonight a breaker for each flat. To switch one on takes {SWITCH_ON} minutes. A faulty"
    f" one is dark, and after {DARK} minutes you have seen it. You fix it, and switch it on again. No other flat"
    " notices."
)
OVER: Final = "Every flat is lit."

_METER: Final = 40
_LABEL: Final = 22
_VALUE: Final = 4
_ROOM: Final = 34
"""Cells from which on large figures, and words beside them, have their room."""
_TALL: Final = 30
"""Rows of a screen from which on a clock of whole blocks has its room."""


class Prompt(Drawn):
    """The key that goes on, and under it what has to be said."""

    DEFAULT_CSS = """
    Prompt { margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str], ...] = ()
        self._note = ""

    def show(self, keys: tuple[tuple[str, str], ...], note: str = "") -> None:
        """Show keys with what each does, and a note under them."""
        if (keys, note) != (self._keys, self._note):
            self._keys, self._note = keys, note
            self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        width = min(width, MEASURE)
        lines = list[Content]()
        for key, what in self._keys:
            lines += flowing(what, width, "ink", first=inked(f" {key} ", "cursor") + inked("  ", "ink"))
        return [*lines, *flowing(self._note, width, "muted")] if self._note else lines


class Progress(Drawn):
    """The clock and what it has come to so far, and what the last step showed."""

    def __init__(self, walk: Walk, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self._walk, self._minute = walk, 0

    def show(self, walk: Walk, minute: int) -> None:
        """Show a walk at a minute of the clock."""
        self._walk, self._minute = walk, minute
        self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        width = min(width, MEASURE)
        walk, building = self._walk, self._walk.night.building
        lit = walk.lit_flats.bit_count()
        length = min(width, _METER)
        full = length * lit // building.size
        last = flowing(told(building, walk.log[-1]), width, "today") if walk.log else flowing(OPENING, width)
        return [
            *self._clock(width),
            EMPTY,
            inked(lit_in_words(walk), "ink"),
            inked(self.glyphs.bar * full, "lit") + inked(self.glyphs.track * (length - full), "track"),
            EMPTY,
            *_figure("Faulty so far", (walk.dark | walk.fixed).bit_count(), width),
            *_figure("Dark flat-minutes", walk.dark_flat_minutes, width),
            *_figure("Flat-hours of light", hours(walk.light), width),
            EMPTY,
            *last,
        ]

    def _clock(self, width: int) -> Lines:
        """The clock in large figures where there is room for them, and how long it is until 8:00."""
        time, left = NIGHT.figures(self._minute), NIGHT.beside(self._minute)
        if width < _ROOM or (not self.glyphs.halves and self.app.size.height < _TALL):
            return flowing(" ".join(left), width, "muted", first=inked(f"{time}  ", "lit"))
        figures = large(time, self.glyphs, gap=1)
        words = [*left, *[""] * (len(figures) - len(left))]
        return [
            Content.assemble((figure, "lit"), (f"   {word}", "muted"))
            for figure, word in zip(figures, words, strict=True)
        ]


def _figure(label: str, value: int, width: int) -> Lines:
    column = min(_LABEL, width - _VALUE)
    first, *rest = flowing(label, column, "muted")
    return [first.pad_right(column - first.cell_length) + inked(f"{value:>{_VALUE}}", "ink"), *rest]


def next_keys(walk: Walk, cursor: int) -> tuple[tuple[str, str], ...]:
    """The keys that go on from here, each with what it does. The walk must not be over."""
    building, fix = walk.night.building, walk.night.costs.fix
    if walk.dark:
        flat = cursor if walk.dark >> cursor & 1 else next(flats_in(walk.dark))
        return (("f", f"fix {building.name(flat)}, {fix} min"),)
    flat = waiting(walk, cursor)
    return (("Enter", f"switch {building.name(flat)} on, {SWITCH_ON} min"), ("r", "the rest by itself"))


def waiting(walk: Walk, cursor: int) -> int:
    """The flat under the cursor, or the next that can be switched on; after the last comes the first.

    There must be one.
    """
    size = walk.night.building.size
    off = ~(walk.lit_flats | walk.dark)
    return next(flat % size for flat in range(cursor, cursor + size) if off >> flat % size & 1)
