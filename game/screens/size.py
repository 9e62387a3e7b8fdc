"""The guard against a window too small to play in. It says what is needed and goes away when it is there."""

from __future__ import annotations

from typing import Final

from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Size

from game.screens import keys
from game.screens.face import Face
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing

NEEDS: Final = Size(60, 20)
"""The smallest window in which everything has its place."""


def fits(size: Size) -> bool:
    """Whether the game can be played in a window of this size."""
    return size.width >= NEEDS.width and size.height >= NEEDS.height


def all_kept(app: App[object]) -> bool:
    """Whether nothing on any screen would be lost."""
    return all(screen.kept for screen in app.screen_stack if isinstance(screen, Face))


def leaving(app: App[object]) -> str:
    """What it means to leave just now, in words."""
    if all_kept(app):
        return "q leaves. Everything is saved."
    return "This night is not kept, so q does nothing here. Ctrl+C leaves, and the night is gone."


class Needs(Drawn):
    """What is needed, and what there is."""

    DEFAULT_CSS = """
    Needs { margin: 1 2; }
    """

    def paint(self, width: int) -> Lines:
        there = self.app.size
        lines: list[Content] = []
        lines += [*flowing("This window is a little small.", width, "title"), EMPTY]
        lines += flowing(f"It is {there.width} columns by {there.height} rows now.", width)
        lines += [*flowing(f"The tower needs {NEEDS.width} by {NEEDS.height}.", width), EMPTY]
        lines += flowing("Make it larger, or the letters smaller; the story goes on by itself.", width, "muted")
        return [*lines, *flowing(leaving(self.app), width, "muted")]


class TooSmall(Face[None]):
    """Stands in front of the game until the window is large enough."""

    DEFAULT_CSS = """
    TooSmall { overflow: hidden; }
    """
    BINDINGS = keys.bindings([keys.QUIT])

    def __init__(self) -> None:
        super().__init__()
        self._gone = False

    def compose(self) -> ComposeResult:
        yield Needs()

    def action_leave(self) -> None:
        """Leave, unless something would be lost."""
        if all_kept(self.app):
            super().action_leave()

    def on_resize(self) -> None:
        """Look again whenever the window changes."""
        self._look()

    def on_screen_resume(self) -> None:
        """Look again when something in front has gone."""
        self._look()

    def _look(self) -> None:
        if not fits(self.app.size):
            self.query_one(Needs).refresh(layout=True)
        elif self.is_current and not self._gone:
            self._gone = True  # a resize may come once more before the screen has left
            self.dismiss(None)
