"""The two nights side by side: the whole tower at once, and the same tower flat by flat."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import Final, NamedTuple

from textual import events
from textual.content import Content

from game.screens import keys
from game.screens.glyphs import Glyphs
from game.screens.keys import Group
from game.screens.tower.inside import TowerPage
from game.screens.tower.keys import BREAKS
from game.screens.widgets.bars import Footing
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.tower.contrast import Contrast

SIDE_BY_SIDE: Final = Group("At the two nights", (BREAKS,))

BETWEEN: Final = "Between both ways lie batches: the lab has them."
CREWS: Final = f"The crew sets par. {BETWEEN}"

_LABEL: Final = 18
_FIGURE: Final = 8


class Bar(NamedTuple):
    """One bar: whose it is, how long, its figure, and its ink."""

    label: str
    length: Fraction
    figure: str
    ink: str


class Pair(NamedTuple):
    """One thing that was counted both ways, and what it says in a sentence or two."""

    title: str
    bars: tuple[Bar, ...]
    said: str


def pairs_of(contrast: Contrast, *, yours: bool) -> Iterator[Pair]:
    """Minutes, darkness and light as bars. Where no throw failed, one that does is shown for its size.

    ``yours`` is whether the night at once is the player's own; else it is the reference crew's.
    """
    who = "you" if yours else "the crew"
    whole, apart = contrast.whole, contrast.apart
    one = whole.building.size * whole.costs.dark
    counted: tuple[tuple[Fraction | int, Fraction | int], ...] = (
        (whole.minute, apart.minute),
        (whole.dark_flat_minutes, apart.dark_flat_minutes),
        (whole.light, apart.light),
    )
    for row, (at_once, by_flat), said in zip(contrast.rows(), counted, contrast.said(), strict=True):
        threatens = row.label.startswith("Dark") and not whole.failed_throws
        longest = max(one if threatens else 0, at_once, by_flat, 1)
        bars = [
            Bar(f"{who}, at once", Fraction(at_once) / longest, row.whole, "rest"),
            Bar("you, flat by flat", Fraction(by_flat) / longest, row.apart, "lit"),
        ]
        if threatens:
            bars.append(Bar("one failed throw", Fraction(one) / longest, str(one), "unlit"))
        yield Pair(row.label, tuple(bars), said)


class TwoNights(TowerPage):
    """Three pairs of bars with their figures, and what they say. ``yours`` is whether the night at once was."""

    TITLE = "the two nights"
    BINDINGS = keys.bindings(SIDE_BY_SIDE.keys)

    def __init__(self, contrast: Contrast, *, yours: bool) -> None:
        super().__init__()
        self._contrast, self._yours = contrast, yours

    def paint(self, width: int) -> Lines:
        lines: list[Content] = []
        for pair in pairs_of(self._contrast, yours=self._yours):
            lines.append(inked(pair.title, "title"))
            lines += [bar_line(bar, width, self.game.glyphs) for bar in pair.bars]
            lines += [*flowing(pair.said, width), EMPTY]
        return [*lines, *flowing(BETWEEN if self._yours else CREWS, width, "muted")]

    def on_mount(self, event: events.Mount | None = None) -> None:
        """Name the keys of this page too."""
        if event:
            event.prevent_default()
        super().on_mount()
        self.query_one(Footing).show((keys.CLOSE, BREAKS._replace(rank=1), *keys.READING.keys[1:]))

    def helps(self) -> list[Group]:
        return [SIDE_BY_SIDE, *super().helps()]

    def action_breaks(self) -> None:
        """What the tower hides about software."""
        from game.screens.tower.endpages import BreaksScreen  # noqa: PLC0415

        self.app.push_screen(BreaksScreen())


def bar_line(bar: Bar, width: int, glyphs: Glyphs) -> Content:
    """A bar between its label and its figure. Only nothing at all has no bar. The last cell is left free."""
    length = width - _LABEL - _FIGURE - 3
    full = ceil(bar.length * length)
    return Content.assemble(
        (f"  {bar.label:<{_LABEL}}"[: _LABEL + 2], "muted"),
        (glyphs.bar * full, bar.ink),
        (glyphs.track * (length - full), "track"),
        (f"{bar.figure:>{_FIGURE}}", "ink"),
    )
