"""What the game is measured against: a bare Textual screen, empty or with so many plain widgets.

Usage: python bare.py [WIDGETS]. Up and Down move a mark over the lines of the first widget.
"""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Static

LINES = 4


class Marked(Static, can_focus=True):
    """A few lines, one of them marked."""

    BINDINGS: ClassVar = [Binding("up", "move(-1)"), Binding("down", "move(1)")]
    mark = 0

    def on_mount(self) -> None:
        self.action_move(0)

    def action_move(self, step: int) -> None:
        self.mark = (self.mark + step) % LINES
        self.update("\n".join(f"{'▸' if line == self.mark else ' '} line {line + 1}" for line in range(LINES)))


class Bare(App[None]):
    """A frame, and nothing in it that takes thinking."""

    AUTO_FOCUS = "Marked"

    def __init__(self, widgets: int) -> None:
        super().__init__()
        self.widgets = widgets

    def compose(self) -> ComposeResult:
        if self.widgets:
            yield Marked()
        for number in range(1, self.widgets):
            yield Static(f"plain {number}")
        yield Static("ready")


if __name__ == "__main__":
    Bare(int(sys.argv[1]) if len(sys.argv) > 1 else 0).run()
