"""Skip: an empty line goes on past the days."""

from __future__ import annotations

from game.plain.questions.base import Asked, Later
from game.plain.questions.go import GoPrompt
from game.story.questions import Answer, Go, Skip


class SkipPrompt(GoPrompt):
    """The door. Behind it, the days have been built by others."""

    def read(self, typed: str, question: Go, asked: Asked) -> Answer:
        assert isinstance(question, Skip)
        days = question.drawn(asked.state, asked.seed)
        try:
            super().read(typed, question, asked)
        except Later:
            raise Later(days) from None
        return days
