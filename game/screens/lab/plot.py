"""The plot: axes, curves with their letters, what dice have found, and the guess; in the inks of the theme."""

from __future__ import annotations

from typing import Any, Final

from rich.style import Style
from rich.text import Text
from textual_plotext import PlotextPlot

from game.screens.inks import ink_style
from game.screens.lab.axes import letter_at, ticks
from game.screens.lab.view import Line, Mark, View
from game.tower.lab_words import figure

_INKS: Final = ("ink", "muted", "faint", "key", "lit", "rest", "home", "craft", "wall")
"""Plotext draws in numbered colours; each stands for the ink at its place, counted from 1."""
_ASCII: Final = str.maketrans("│┤├─┬┴┼└┘┌┐◆·●", "|++-+++++++@.O")
_ASCII_CURVES: Final = "*o+x"
GUESS: Final = "◆"
DOT: Final = "·"
FOUND: Final = "●"


def _colour(ink: str) -> int:
    return _INKS.index(ink) + 1


class Plot(PlotextPlot):
    """Shows a :class:`View`."""

    DEFAULT_CSS = """
    Plot { width: 1fr; height: 1fr; }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.theme = "clear"
        self._view: View | None = None

    def show(self, view: View) -> None:
        """Plot this."""
        self._view = view
        self.refresh()

    def render(self) -> Text:
        if self._view is None or min(self.size) < 8:
            return Text()
        plain = bool(getattr(self.app, "ascii_only", False))
        self._draw(self._view, plain)
        return self._inked(Text.from_ansi(self.plt.build()), plain)

    def _draw(self, view: View, plain: bool) -> None:
        plot: Any = self.plt
        plot.clear_figure()
        plot.theme("clear")
        plot.plotsize(*self.size)
        plot._set_size(*self.size)  # without it Plotext keeps its first size
        plot.xlim(view.low, view.high)
        plot.ylim(0, view.top)
        self._axes(view)
        if view.here is not None:
            self._across(view.here, view.top, "faint", DOT)
        self._guess(view)
        for place, line in enumerate(view.lines):
            marker = _ASCII_CURVES[place] if plain else "hd"
            inside = [(x, y) for x, y in zip(line.xs, line.ys, strict=True) if y <= view.top]
            if inside:
                xs, ys = zip(*inside, strict=True)
                plot.plot(xs, ys, marker=marker, color=_colour(line.ink))
        self._marks(view)

    def _across(self, x: float, top: float, ink: str, sign: str) -> None:
        """A line from the ground to the top."""
        plot: Any = self.plt
        rows = max(2, self.size.height * 2)
        plot.scatter([x] * rows, [top * at / (rows - 1) for at in range(rows)], marker=sign, color=_colour(ink))

    def _marks(self, view: View) -> None:
        for line in view.lines:
            others = [other for other in view.lines if other is not line]
            self._letter(line, *letter_at(line, others, view.top, view.here))
        taken: set[tuple[int, int]] = set()
        cell = (view.high - view.low) / max(1, self.size.width - 8), view.top / max(1, self.size.height - 4)
        for mark in view.marks:
            if mark.y <= view.top:
                self._mark(mark, view, cell, taken)

    def _mark(self, mark: Mark, view: View, cell: tuple[float, float], taken: set[tuple[int, int]]) -> None:
        """A point of the dice. One whose place is taken already stands a cell aside of it."""
        plot: Any = self.plt
        if mark.sign in {line.sign for line in view.lines}:
            plot.scatter([mark.x], [mark.y], marker=FOUND, color=_colour("ink"))
            return
        x, (across, up) = mark.x, cell
        aside = across if 2 * x < view.low + view.high else -across
        while (place := (round(x / across), round(mark.y / up))) in taken:
            x += aside
        taken.add(place)
        reach = [min(max(mark.y + by * mark.error, 0), view.top) for by in (-1, 1)]
        plot.plot([x, x], reach, marker="│", color=_colour(mark.ink))
        plot.scatter([x], [mark.y], marker=mark.sign, color=_colour(mark.ink))

    def _letter(self, line: Line, x: float, y: float) -> None:
        plot: Any = self.plt
        plot.text(line.sign, x, y, color=_colour("ink"), style="bold")

    def _guess(self, view: View) -> None:
        plot: Any = self.plt
        x, y = view.guess
        if x is not None and y is not None:
            plot.scatter([x], [min(y, view.top)], marker=GUESS, color=_colour("key"))
        elif x is not None:
            self._across(x, view.top, "key", GUESS)

    def _axes(self, view: View) -> None:
        plot: Any = self.plt
        width, height = self.size
        plot.xaxes(True, False)
        plot.yaxes(True, False)
        plot.axes_color(_colour("wall"))
        plot.ticks_color(_colour("muted"))
        per, times = view.per, view.times
        along = ticks(view.low / per, view.high / per, max(3, width // 7))
        up = ticks(0, view.top * times, max(4, height * 2 // 5))
        plot.xticks([each * per for each in along], [figure(each) for each in along])
        plot.yticks([each / times for each in up], [figure(each) for each in up])
        plot.xlabel(view.x_unit)

    def _inked(self, drawn: Text, plain: bool) -> Text:
        """The same in our inks, and in plain characters where nothing else is wanted."""
        styles = [Style(), *(ink_style(self.app.theme, ink).rich_style for ink in _INKS)]
        text = drawn.plain.translate(_ASCII) if plain else drawn.plain
        inked = Text(text, no_wrap=True, end="")
        for start, end, style in drawn.spans:
            number = style.color.number if isinstance(style, Style) and style.color else 0
            inked.stylize(styles[number or 0], start, end)
        return inked
