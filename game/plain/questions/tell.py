"""Tell: type a number from 1 to 5."""

from __future__ import annotations

from game.plain.questions.base import Asked, Prompt, picked
from game.story.questions import Answer, Tell
from game.story.questions.tell import SCALE
from game.words import bare


class TellPrompt(Prompt[Tell]):
    """The scale is told with its two ends each time, for they differ."""

    def hint(self, question: Tell, asked: Asked) -> str:
        return f"Type a number. {self.brief(question, asked)}"

    def brief(self, question: Tell, asked: Asked) -> str:  # noqa: ARG002
        least, most = map(bare, question.ends)
        return f"{SCALE[0]} is {least}, {SCALE[-1]} is {most}."

    def read(self, typed: str, question: Tell, asked: Asked) -> Answer:  # noqa: ARG002
        return picked(typed, len(SCALE)) + 1
