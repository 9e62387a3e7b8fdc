"""Picture: a widget that is a sheet. Drawn again, it paints only the lines that have changed."""

from __future__ import annotations

from functools import cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from game.screens.glyphs import UNICODE, Glyphs
from game.screens.inks import ink_style
from game.screens.sheet import PAPER, Line, Sheet


class Picture(Widget):
    """Shows the sheet that :meth:`draw` makes, in the inks of the theme."""

    ALLOW_SELECT = False

    def __init__(self, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._lines: list[Line] = []
        self._drawn_for = (-1, -1)

    @property
    def glyphs(self) -> Glyphs:
        """The set of characters in use. Given another, the picture is drawn again."""
        return self._glyphs

    @glyphs.setter
    def glyphs(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self.redraw()

    @property
    def still(self) -> bool:
        """Whether nothing may move: by the player's wish, or because nothing is on the screen yet."""
        return not self.is_attached or self.app.animation_level == "none"

    def draw(self, width: int, height: int) -> Sheet:
        """The picture for the room there is."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again, and paint the lines that differ."""
        before, size = self._lines, (self.size.width, self.size.height)
        if self._drawn_for != size:
            self.refresh()
            return
        self._lines = self.draw(*size).lines()
        changed = [y for y, line in enumerate(self._lines) if line != before[y]]
        if changed:
            self.refresh(*(Region(0, y, size[0], 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """One line of the picture."""
        size = (self.size.width, self.size.height)
        if self._drawn_for != size:
            self._lines, self._drawn_for = self.draw(*size).lines(), size
        if y >= len(self._lines):
            return Strip.blank(size[0], self.rich_style)
        theme, ground, paper = self.app.theme, self.visual_style, self.rich_style
        styles = {ink: _on(ground, theme, ink) if ink != PAPER else paper for _, ink in self._lines[y]}
        return Strip([Segment(text, styles[ink]) for text, ink in self._lines[y]], size[0])


@cache
def _on(ground: Style, theme: str, ink: str) -> RichStyle:
    """How an ink looks on what a widget stands on."""
    return (ground + ink_style(theme, ink)).rich_style
