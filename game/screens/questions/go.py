"""Go: a door with a word on it."""

from __future__ import annotations

from game.screens.questions.base import Asked, row
from game.screens.widgets.drawn import Lines
from game.story.questions import AnyQuestion


class GoOn(Asked):
    """Enter opens the door."""

    def ask(self, question: AnyQuestion) -> None:
        """The word on the door is all there is."""
        self.word = question.text
        self.enter_word = "go on"

    @property
    def prompt(self) -> str:
        """Nothing is asked."""
        return ""

    def panel(self, width: int) -> Lines:
        """The door."""
        return row("Enter", self.word, width, chosen=True, name="confirm")

    def confirm(self) -> None:
        """Through the door."""
        self.answer(None)
