"""Arrange: type the numbers in the order you mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.plain.questions.base import Asked, Prompt, Unclear, numbered
from game.story.questions import Answer, Arrange
from game.words import bare, sentence


class ArrangePrompt(Prompt[Arrange]):
    """The numbers are those of the items as dealt. There are eight at most, so spaces may be left out."""

    def listing(self, question: Arrange, asked: Asked) -> Iterator[str]:
        yield from numbered(item.text for item in question.dealt(asked.seed))

    def hint(self, question: Arrange, asked: Asked) -> str:  # noqa: ARG002
        return f"Type all {len(question.items)} numbers in your order, with spaces between."

    def brief(self, question: Arrange, asked: Asked) -> str:  # noqa: ARG002
        return f"All {len(question.items)} numbers in your order, with spaces between."

    def read(self, typed: str, question: Arrange, asked: Asked) -> Answer:
        dealt = question.dealt(asked.seed)
        digits = re.findall(r"[0-9]", typed)
        if re.fullmatch(r"[0-9\s,.;]+", typed) is None or sorted(digits) != [
            str(n + 1) for n in range(len(dealt))
        ]:
            raise Unclear(f"Not understood. Type each of the numbers 1 to {len(dealt)} once, first to last.")
        return [dealt[int(digit) - 1].id for digit in digits]

    def heard(self, question: Arrange, answer: Answer, asked: Asked) -> str:  # noqa: ARG002
        texts = {item.id: bare(item.text) for item in question.items}
        return sentence(f"You: {'; '.join(texts[each] for each in answer)}")
