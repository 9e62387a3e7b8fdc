"""Choose: type the number of an option."""

from __future__ import annotations

from collections.abc import Iterator

from game.plain.questions.base import Asked, Prompt, Unclear, either, numbered, offered, picked
from game.story.questions import Answer, Choose
from game.words import bare


class ChoosePrompt(Prompt[Choose]):
    """Options keep their numbers, struck out or not."""

    def listing(self, question: Choose, asked: Asked) -> Iterator[str]:
        yield from numbered(offered(each.text, each.struck(asked.state)) for each in question.shown(asked.state))

    def hint(self, question: Choose, asked: Asked) -> str:
        return f"Type the number of your choice: {self.brief(question, asked)}"

    def brief(self, question: Choose, asked: Asked) -> str:
        shown = question.shown(asked.state)
        return f"{either(n for n, each in enumerate(shown, 1) if not each.struck(asked.state))}."

    def read(self, typed: str, question: Choose, asked: Asked) -> Answer:
        shown = question.shown(asked.state)
        option = shown[picked(typed, len(shown))]
        if struck := option.struck(asked.state):
            raise Unclear(f"That one is not open: {bare(struck)}.")
        return option.id
