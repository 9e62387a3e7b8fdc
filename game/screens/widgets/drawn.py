"""Drawn: widgets that are lines of inked text, set anew for whatever width they are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from textwrap import wrap
from typing import Final, Self

from rich.cells import cell_len, chop_cells
from textual.app import App
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from game.screens.inks import ink_style
from game.story.beat import PROVENANCE

Lines = Sequence[Content]
Paint = Callable[[int], Lines]
"""Makes lines for a width."""

NEWLINE: Final = Content("\n")
EMPTY: Final = Content("")
MEASURE: Final = 66
"""The widest a column of text gets: wider lines are hard to read."""

_ASCII: Final = str.maketrans(
    "┌┐└┘├┤┼─━│█▸·“”‘’–×→é" + "".join(each.mark for each in PROVENANCE.values()),
    "+++++++-=|#>.\"\"''-x>e" + "".join(each.ascii for each in PROVENANCE.values()),
)
"""Every character outside ASCII that is written or drawn here, and the one that stands in for it."""


class Painting(Visual):
    """Lines made for the width at hand, kept until the width changes, and inked as the app's theme has it."""

    def __init__(self, paint: Paint, app: App[object]) -> None:
        self._paint = paint
        self._app = app
        self._width = -1
        self._lines: Lines = ()

    def at(self, width: int) -> Lines:
        """The lines as they are at this width."""
        if width != self._width:
            lines = self._paint(width)
            if getattr(self._app, "ascii_only", False):
                lines = [*map(in_ascii, lines)]
            self._width, self._lines = width, lines
        return self._lines

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines, joined, as the screen wants them."""
        options = replace(options, get_style=self._style)
        return NEWLINE.join(self.at(width)).render_strips(width, height, style, options)

    def strip(self, at: int, width: int, style: Style) -> Strip:
        """One of the lines by itself."""
        options = RenderOptions(self._style, {"text_wrap": "nowrap", "text_overflow": "clip"})
        if at >= len(self._lines) or not self._lines[at]:
            return Strip.blank(width, style.rich_style)
        strip = self._lines[at].render_strips(width, 1, style, options)[0]
        return strip.extend_cell_length(width, style.rich_style)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """As many rows as there are lines."""
        return len(self.at(width))

    def _style(self, ink: str | Style) -> Style:
        return ink if isinstance(ink, Style) else ink_style(self._app.theme, ink)


class Drawn(Widget):
    """A widget that is nothing but its lines."""

    auto_links = False

    DEFAULT_CSS = """
    Drawn { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    def paint(self, width: int) -> Lines:
        """The lines to show in this many cells."""
        raise NotImplementedError

    _painting: Painting | None = None

    def render(self) -> Painting:
        """All there is to see, painted once until it is refreshed."""
        if self._painting is None:
            self._painting = Painting(self.paint, self.app)
        return self._painting

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint anew when next shown."""
        self._painting = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the player has marked with the mouse, to copy."""
        text = "\n".join(line.plain for line in self.render().at(self.content_size.width))
        return selection.extract(text), "\n"


def in_ascii(line: Content) -> Content:
    """The line in ASCII, sign for sign, its inks kept."""
    return Content(line.plain.translate(_ASCII), list(line.spans))


def inked(text: str, ink: str) -> Content:
    """Text in an ink of the theme."""
    return Content.styled(text, ink)


def flowing(text: str, width: int, ink: str = "ink", first: Content = EMPTY) -> list[Content]:
    """Text wrapped to a width, hanging from ``first``, which stands before its first line."""
    rows = _wrapped(text, max(8, width - first.cell_length)) or [""]
    margin = " " * first.cell_length
    lines = [first + inked(rows[0], ink)]
    lines += [margin + inked(row, ink) for row in rows[1:]]
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    """The text in rows of at most so many cells. A script may be written in letters that are two cells wide."""
    if cell_len(text) == len(text):
        return wrap(text, width)
    rows: list[str] = []
    for word in text.split():
        if rows and cell_len(rows[-1]) + 1 + cell_len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows += chop_cells(word, width)
    return rows


def ends(left: Content, right: Content, width: int) -> Content:
    """One line with something at each end; the right end gives way when there is no room for both."""
    gap = width - left.cell_length - right.cell_length
    if gap < 2:
        return left.truncate(width)
    return Content.assemble(left, " " * gap, right)
