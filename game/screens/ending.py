"""The end: nothing more is asked; how it ended, its card, the tower, the log and the door remain."""

from __future__ import annotations

from typing import Final

from game.run import Run
from game.screens.glyphs import Glyphs
from game.screens.keys import DIGITS, Key, bindings
from game.screens.questions.base import Asked, row
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.screens.widgets.page import beat_lines
from game.story.beat import Explained, Imagined
from game.story.fold import Moment

CARD: Final = ("card", "See what it came to, beside the record.")
WAYS: Final = (
    ("tower", "See the tower, and go back to any day of it."),
    ("log", "Read everything that was said."),
    ("sources", "See where these lines come from."),
    ("leave", "Leave."),
)
"""What can still be done, by the action that does it; in a story with endings there is a card besides."""


class TheEnd(Asked):
    """Stands where a question would."""

    KEYS = (
        Key(DIGITS, "a digit", "take that line", "pick({})"),
        Key("up", "Up", "the line above", "move(-1)"),
        Key("down", "Down", "the line below", "move(1)"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, moment: Moment, run: Run, glyphs: Glyphs) -> None:
        from game.after.card import ending_of_run  # noqa: PLC0415 - only the end needs it

        super().__init__(None, moment, run.seed, glyphs)
        self.kept_as = run.name
        self.ending, self.made_up = ending_of_run(run), not run.facts_only
        self.ways = (CARD, *WAYS) if self.ending else WAYS
        self.enter_word = "take it"

    def panel(self, width: int) -> Lines:
        lines = [*self._ended(width), EMPTY]
        for at, (_, text) in enumerate(self.ways):
            lines += row(f"{at + 1}", text, width, chosen=at == self.cursor, name=f"{at + 1}")
        return [*lines, EMPTY, inked(f"This play is kept as {self.kept_as}.", "faint")]

    def _ended(self, width: int) -> Lines:
        """How it ended, in a story that has endings."""
        if self.ending is None:
            return [inked("That is all there is.", "title")]
        kind = Imagined if self.made_up else Explained
        said = beat_lines(kind(id=self.ending.id, text=self.ending.text), width)
        return [*flowing(self.ending.title, width, "title"), *said]

    def action_move(self, step: int) -> None:
        """Mark the next line that way."""
        self.cursor = (self.cursor + step) % len(self.ways)
        self.changed()

    def action_pick(self, number: int) -> None:
        """Take the line of this number."""
        if number <= len(self.ways):
            self.cursor = number - 1
            self.changed()
            self.confirm()

    def touched(self, name: str) -> None:
        self.cursor = int(name) - 1
        self.confirm()

    def confirm(self) -> None:
        self.call_next(self.screen.run_action, self.ways[self.cursor][0])
