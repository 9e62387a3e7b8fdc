"""The end: nothing more is asked; the tower, the log and the door remain."""

from __future__ import annotations

from typing import Final

from game.run import Run
from game.screens.glyphs import Glyphs
from game.screens.keys import DIGITS, Key, bindings
from game.screens.questions.base import Asked, row
from game.screens.widgets.drawn import EMPTY, Lines, inked
from game.story.fold import Moment

WAYS: Final = (
    ("tower", "See the tower, and go back to any day of it."),
    ("log", "Read everything that was said."),
    ("sources", "See where these lines come from."),
    ("leave", "Leave."),
)
"""What can still be done, by the action that does it."""


class TheEnd(Asked):
    """Stands where a question would."""

    KEYS = (
        Key(DIGITS, "1 to 4", "take that line", "pick({})"),
        Key("up", "Up", "the line above", "move(-1)"),
        Key("down", "Down", "the line below", "move(1)"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, moment: Moment, run: Run, glyphs: Glyphs) -> None:
        super().__init__(None, moment, run.seed, glyphs)
        self.kept_as = run.name
        self.enter_word = "take it"

    def panel(self, width: int) -> Lines:
        lines = [inked("That is all there is.", "title"), EMPTY]
        for at, (_, text) in enumerate(WAYS):
            lines += row(f"{at + 1}", text, width, chosen=at == self.cursor, name=f"{at + 1}")
        return [*lines, EMPTY, inked(f"This play is kept as {self.kept_as}.", "faint")]

    def action_move(self, step: int) -> None:
        """Mark the next line that way."""
        self.cursor = (self.cursor + step) % len(WAYS)
        self.changed()

    def action_pick(self, number: int) -> None:
        """Take the line of this number."""
        if number <= len(WAYS):
            self.cursor = number - 1
            self.changed()
            self.confirm()

    def touched(self, name: str) -> None:
        self.cursor = int(name) - 1
        self.confirm()

    def confirm(self) -> None:
        self.call_next(self.screen.run_action, WAYS[self.cursor][0])
