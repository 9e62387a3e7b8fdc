"""Renovation: a move a line, in the words of the tower, until it is over. Looking at the plan is free."""

# ruff: noqa: PLC0415 - a story without a tower must not wait for its words

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from msgspec.structs import replace

from game.plain.questions.base import Asked, Prompt, Shown, Unclear
from game.story.questions import Answer, Renovation
from game.words import sentence

if TYPE_CHECKING:
    from game.tower.sitting import Sitting

R = TypeVar("R", bound=Renovation)

WORDS: Final = "list"
MOVES: Final = "moves"
"""What lists every word of the night, and every move of it; *help*, *words* and *log* are the play's own."""


class RenovationPrompt(Prompt[R], Generic[R]):
    """First the card and the plan, then what each line led to."""

    def listing(self, question: R, asked: Asked) -> Iterator[str]:
        from game.plain.tower.plan import plan_in_words
        from game.plain.tower.words import status
        from game.tower.saying import card

        sitting = question.sitting(asked.state)
        yield from card(sitting.timing)
        yield from plan_in_words(sitting)
        yield status(sitting)
        yield from self._offered(question, asked)

    def hint(self, question: R, asked: Asked) -> str:  # noqa: ARG002
        return f"Type a move, like survey 4, open 3B or switch; hint for help, {WORDS} for all that can be typed."

    def brief(self, question: R, asked: Asked) -> str:  # noqa: ARG002
        return f"A move, plan, hint or {WORDS}."

    def standing(self, question: R, asked: Asked) -> Iterator[str]:
        """What the crew says by itself, once it is late."""
        yield from self._offered(question, asked)

    def read(self, typed: str, question: R, asked: Asked) -> Answer:
        from game.plain.tower.asks import answer
        from game.plain.tower.words import log_in_words

        sitting = question.sitting(asked.state)
        if typed.lower() == WORDS:
            raise Shown(_words())
        if typed.lower() == MOVES:
            raise Shown(log_in_words(sitting))
        line = self._next(question, sitting) if typed.lower() == "hint" else typed
        try:
            lines = answer(sitting, line)
            if lines is None:
                question.after(line, asked.state)
        except ValueError as unclear:
            raise Unclear(str(unclear)) from None
        if lines is not None:
            raise Shown(lines)
        return line

    def heard(self, question: R, answer: Answer, asked: Asked) -> str:
        from game.plain.tower.words import heard

        return " ".join(heard(question.sitting(asked.state), question.after(answer, asked.state)))

    def recalled(self, question: R, answer: Answer, asked: Asked) -> Iterator[str]:
        """The question once, and when it is over how it went: not every mark."""
        if not asked.again:
            yield sentence(self.title(question))
        after = question.after(answer, asked.state)
        if question.over(after):
            yield question.summed(after)

    def _next(self, question: R, sitting: Sitting) -> str:
        """What asking for a hint comes to, after all that the crew has said by itself."""
        from game.tower.sitting import PRESSES

        told = max(sitting.pressed, min(question.offers(sitting), PRESSES - 1))
        return replace(sitting, pressed=told).next_words()[0]

    def _offered(self, question: R, asked: Asked) -> Iterator[str]:
        from game.plain.tower.words import offered

        sitting = question.sitting(asked.state)
        for step in range(sitting.pressed + 1, question.offers(sitting) + 1):
            yield offered(sitting.hint, step)


def _words() -> Iterator[str]:
    from game.plain.tower.asks import help_lines

    yield from (line for line in help_lines() if not line.startswith("log"))
    yield f"{MOVES}: the night so far. The words of the play, help for one, go on working."
