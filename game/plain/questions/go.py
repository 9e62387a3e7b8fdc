"""Go and tally: an empty line goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.plain.questions.base import Asked, Later, Prompt, Unclear
from game.story.calendar import week_of
from game.story.questions import Answer, Go
from game.story.week import week_ledger
from game.words import sentence, tally

ON: Final = ("", "go")
"""What goes on."""


class GoPrompt(Prompt[Go]):
    """The door. A script may leave the empty line out: its next answer goes on by itself."""

    def title(self, question: Go) -> str:
        return f"Enter: {sentence(question.text)}"

    def hint(self, question: Go, asked: Asked) -> str:  # noqa: ARG002
        return "An empty line goes on."

    def brief(self, question: Go, asked: Asked) -> str:  # noqa: ARG002
        return ""

    def read(self, typed: str, question: Go, asked: Asked) -> Answer:
        if typed.lower() in ON:
            return None
        if asked.scripted:
            raise Later
        raise Unclear(f"Not understood. An empty line goes on: {sentence(question.text)}")

    def heard(self, question: Go, answer: Answer, asked: Asked) -> str:  # noqa: ARG002
        return ""

    def recalled(self, question: Go, answer: Answer, asked: Asked) -> Iterator[str]:  # noqa: ARG002
        yield from ()


class TallyPrompt(GoPrompt):
    """The week's ledger, one subtraction a line, and then the door."""

    def title(self, question: Go) -> str:
        return sentence(question.text)

    def listing(self, question: Go, asked: Asked) -> Iterator[str]:  # noqa: ARG002
        yield from tally(week_ledger(asked.state, week_of(asked.state.day)))

    def brief(self, question: Go, asked: Asked) -> str:  # noqa: ARG002
        return "An empty line goes on."

    def recalled(self, question: Go, answer: Answer, asked: Asked) -> Iterator[str]:  # noqa: ARG002
        yield self.title(question)
        yield from self.listing(question, asked)
