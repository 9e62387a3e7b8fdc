"""Night: an empty line unrolls the plans; from then on a move a line."""

from __future__ import annotations

from collections.abc import Iterator

from game.plain.questions.base import Asked, Later, Unclear
from game.plain.questions.renovation import RenovationPrompt
from game.story.questions import Answer, Night


class NightPrompt(RenovationPrompt[Night]):
    """A script may leave the empty line out: its first move unrolls the plans by itself."""

    def listing(self, question: Night, asked: Asked) -> Iterator[str]:
        if question.begun(asked.state):
            yield from super().listing(question, asked)

    def hint(self, question: Night, asked: Asked) -> str:
        return super().hint(question, asked) if question.begun(asked.state) else self.brief(question, asked)

    def brief(self, question: Night, asked: Asked) -> str:
        if question.begun(asked.state):
            return super().brief(question, asked)
        return "An empty line unrolls the plans. It may take a moment."

    def standing(self, question: Night, asked: Asked) -> Iterator[str]:
        """The plans, as soon as they are unrolled."""
        fresh = not question.lines(asked.state)
        yield from super().listing(question, asked) if fresh else super().standing(question, asked)

    def read(self, typed: str, question: Night, asked: Asked) -> Answer:
        if question.begun(asked.state):
            return super().read(typed, question, asked)
        if typed and not asked.scripted:
            raise Unclear(f"Not understood. {self.brief(question, asked)}")
        opening = question.drawn(asked.state, asked.seed)
        if typed:
            raise Later(opening)
        return opening

    def heard(self, question: Night, answer: Answer, asked: Asked) -> str:
        return super().heard(question, answer, asked) if question.begun(asked.state) else ""
