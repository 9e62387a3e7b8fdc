"""Skip: a door past days that nobody tells."""

from __future__ import annotations

from game.screens.questions.go import GoOn
from game.story.questions import AnyQuestion, Skip


class GoPast(GoOn):
    """Enter opens the door. Behind it, the days have been built by others."""

    def ask(self, question: AnyQuestion) -> None:
        """Take in the question."""
        assert isinstance(question, Skip)
        super().ask(question)
        self.question = question

    def confirm(self) -> None:
        """Through the door."""
        self.answer(self.question.drawn(self.moment.state, self.seed))
