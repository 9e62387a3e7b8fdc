"""A code, typed in: what is wrong with it is said under it, and nothing is lost."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from game.screens.keys import Key, bindings
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.tower.codes import EXAMPLE, BadCode, Code, read
from game.tower.longform import Drawing

_WHAT: Final = "A code names a board, so that somebody else can play yours. Capitals and spaces do not matter."


class Above(Drawn):
    """What is asked."""

    def paint(self, width: int) -> Lines:
        return [inked("A BOARD BY ITS CODE", "title"), *flowing(_WHAT, width, "muted"), EMPTY]


class Below(Drawn):
    """What is wrong, or what the keys do."""

    DEFAULT_CSS = """
    Below { margin-top: 1; min-height: 3; }
    """
    wrong = ""

    def paint(self, width: int) -> Lines:
        if self.wrong:
            return flowing(self.wrong, width, "ink", first=inked("! ", "key"))
        return [inked("Enter opens it; Enter on nothing, or Escape, goes back.", "muted")]


class CodeScreen(ModalScreen[Code | Drawing | None]):
    """Asks for a code. Dismissed with its board, or None."""

    DEFAULT_CSS = """
    CodeScreen { background: $background 60%; align: center middle; }
    CodeScreen:ansi { background: $background; }
    CodeScreen > Vertical { width: 60; height: auto; padding: 1 3; background: $bar; color: $ink; }
    CodeScreen Input, CodeScreen Input:focus { border: none; background: $background; }
    CodeScreen Input { height: 1; padding: 0 1; color: $ink; }
    """
    BINDINGS = bindings([Key("escape", "Esc", "back", "close")])

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Above()
            yield Input(placeholder=EXAMPLE, max_length=80)
            yield Below()

    def on_input_changed(self) -> None:
        """What is typed anew may be right."""
        self._say("")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Read the code; say under it why it cannot be read."""
        if not message.value.strip():
            self.action_close()
            return
        try:
            board = read(message.value)
        except BadCode as bad:
            self._say(str(bad))
        else:
            self.dismiss(board)

    def action_close(self) -> None:
        """Back, without a board."""
        self.dismiss(None)

    def _say(self, wrong: str) -> None:
        below = self.query_one(Below)
        below.wrong = wrong
        below.refresh(layout=True)
