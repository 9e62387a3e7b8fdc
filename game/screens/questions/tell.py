"""Tell: a number on a scale between two words."""

from __future__ import annotations

from game.screens.keys import bindings
from game.screens.questions import scale
from game.screens.questions.base import Asked, enter
from game.screens.widgets.drawn import EMPTY, Lines
from game.story.questions import AnyQuestion, Tell


class TellOnAScale(Asked):
    """Mark a number, then give it. Nothing is marked to begin with: no answer is suggested."""

    KEYS = scale.KEYS
    BINDINGS = bindings(KEYS)
    HINT = "1 to 5, or left and right; then Enter."

    def ask(self, question: AnyQuestion) -> None:
        """Take in the two words at the ends."""
        assert isinstance(question, Tell)
        self.ends = question.ends
        self.marked = 0

    def panel(self, width: int) -> Lines:
        """The scale."""
        lines = scale.scale(self.marked, self.ends, width)
        return [*lines, EMPTY, enter(f"say {self.marked} of 5")] if self.marked else lines

    def action_mark(self, number: int) -> None:
        """Mark a number."""
        self.marked = number
        self.changed()

    def action_slide(self, step: int) -> None:
        """Move the mark along."""
        self.action_mark(scale.slid(self.marked, step))

    def touched(self, name: str) -> None:
        """A click marks; a click on the last line answers."""
        if name.isdigit():
            self.action_mark(int(name))
        else:
            super().touched(name)

    def confirm(self) -> None:
        """Say it."""
        if self.marked:
            self.answer(self.marked)
        else:
            self.refuse("Mark a number first, from 1 to 5.")
