"""Reading: a page of lines to scroll through, for sources, log and keys. Only what is in sight is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from game.screens import keys
from game.screens.face import Face
from game.screens.keys import Group, Key
from game.screens.widgets.bars import Footing, Heading
from game.screens.widgets.drawn import MEASURE, Lines, Paint, Painting


class Scroll(ScrollView):
    """Lines, set for the width at hand, in a column no wider than reads well."""

    DEFAULT_CSS = """
    Scroll { padding: 1 2 0 2; scrollbar-size-vertical: 1; scrollbar-color: $faint;
             overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable;
             text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, paint: Paint, *, from_the_end: bool) -> None:
        super().__init__()
        self._paint = paint
        self._painting = Painting(paint, self.app)
        self._from_the_end = from_the_end
        self._lines: Lines = ()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Set the lines anew, and stay at the end when that is where the page opened."""
        opening = not self._lines
        self._set()
        if opening and self._from_the_end:
            self.anchor()

    def renew(self) -> None:
        """Set other lines, and show the first of them."""
        self._painting = Painting(self._paint, self.app)
        self._set()
        self.scroll_home(animate=False)
        self.refresh()

    def _set(self) -> None:
        width = max(8, min(self.scrollable_content_region.width, MEASURE + 4))
        self._lines = self._painting.at(width)
        self.virtual_size = Size(width, len(self._lines))

    def render_line(self, y: int) -> Strip:
        return self._painting.strip(
            y + self.scroll_offset.y, self.scrollable_content_region.width, self.visual_style
        )


class ReadingScreen(Face[None]):
    """A page to read, on top of the day. ``TITLE`` stands in its heading; it may open ``FROM_THE_END``."""

    DEFAULT_CSS = """
    ReadingScreen.-large Scroll { padding: 2 8 0 8; }
    """
    BINDINGS = keys.bindings((*keys.READING.keys, keys.COLOURS, keys.QUIT))
    FROM_THE_END: ClassVar[bool] = False
    FOOT: ClassVar[Sequence[Key]] = (*keys.READING.keys, keys.QUIT)
    """What stands at its foot."""

    def paint(self, width: int) -> Lines:
        """The lines of the page."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Scroll(self.paint, from_the_end=self.FROM_THE_END)
        yield Footing()

    def on_mount(self) -> None:
        """Say what this is, and let the arrows scroll."""
        self.query_one(Heading).show(self.TITLE or "")
        self.query_one(Footing).show(self.FOOT)
        self.query_one(Scroll).focus()

    def helps(self) -> Sequence[Group]:
        return [keys.READING]

    def action_page_up(self) -> None:
        """A page up."""
        self.query_one(Scroll).scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """A page down."""
        self.query_one(Scroll).scroll_page_down(animate=False)

    def action_close(self) -> None:
        """Back to the day."""
        self.dismiss(None)
