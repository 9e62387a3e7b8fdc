"""Spend: type a number for each thing, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterator

from game.plain.questions.base import Asked, Prompt, Unclear, numbered, numbers, offered
from game.story.questions import Answer, Spend
from game.story.questions.spend import Use
from game.words import bare, counted


class SpendPrompt(Prompt[Spend]):
    """Numbers left out at the end are none; what is struck out is given none."""

    def listing(self, question: Spend, asked: Asked) -> Iterator[str]:
        yield from numbered(self._use(use, question, asked) for use in question.shown(asked.state))

    def _use(self, use: Use, question: Spend, asked: Asked) -> str:
        struck, room = use.struck(asked.state), question.room(use, asked.state)
        at_most = f" (at most {room})" if not struck and room < question.total else ""
        return offered(use.text, struck) + at_most

    def hint(self, question: Spend, asked: Asked) -> str:
        return f"{self.brief(question, asked)} Type them in the order of the list, with spaces between; 0 is none."

    def brief(self, question: Spend, asked: Asked) -> str:
        shown = question.shown(asked.state)
        return f"{len(shown)} numbers that come to {counted(question.total, question.unit)}."

    def read(self, typed: str, question: Spend, asked: Asked) -> Answer:
        shown, units = question.shown(asked.state), numbers(typed)
        if len(units) > len(shown):
            raise Unclear(f"That is {counted(len(units), 'number')}; there are {len(shown)} things on the list.")
        answer = {use.id: number for use, number in zip(shown, units, strict=False) if number}
        if refusal := question.refusal(answer, asked.state):
            raise Unclear(refusal)
        return answer

    def heard(self, question: Spend, answer: Answer, asked: Asked) -> str:  # noqa: ARG002
        parts = [f"{bare(use.text)}: {answer[use.id]}" for use in question.on if answer.get(use.id)]
        return f"You: {'; '.join(parts)}."
