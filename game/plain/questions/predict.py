"""Predict: type a guess, then how sure you are; on two lines or on one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.plain.questions.base import Asked, More, Prompt, Unclear, numbered, picked
from game.story.questions import Answer, Predict
from game.story.questions.predict import SURE, written
from game.story.state import Guess
from game.words import bare

_GUESS: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_THOUSANDS: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}\b)")
_EITHER: Final = re.compile(r"([0-9]+),([0-9]+)")
"""Half a number as half the world writes it, or a guess and how sure: a seal is not to depend on which."""


class PredictPrompt(Prompt[Predict]):
    """An envelope, sealed with two numbers."""

    def listing(self, question: Predict, asked: Asked) -> Iterator[str]:  # noqa: ARG002
        yield from numbered(each.text for each in question.answers)

    def hint(self, question: Predict, asked: Asked) -> str:
        first = self.brief(question, asked)
        return f"Your guess is sealed, and opened later beside the record. Type {first[0].lower()}{first[1:]}"

    def brief(self, question: Predict, asked: Asked) -> str:  # noqa: ARG002
        if question.answers:
            return f"A number from 1 to {len(question.answers)}; then how sure you are."
        highest = bare(question.in_words(question.highest or 0))
        return f"A number from {written(question.lowest or 0)} to {highest}; then how sure you are."

    def read(self, typed: str, question: Predict, asked: Asked) -> Answer:
        plain = _THOUSANDS.sub("", typed)
        if not question.answers and (either := _EITHER.search(plain)):
            whole, rest = either.groups()
            raise Unclear(
                f"Not understood: a fraction, or how sure you are? Type {whole}.{rest}, or {whole} {rest}."
            )
        words = plain.removesuffix(question.unit).replace(",", " ").split()
        words = [word for word in words if word not in (question.unit, question.one)]
        if not 1 <= len(words) <= 2:
            raise Unclear("Not understood. Type your guess, a space, and how sure you are, 1 to 5.")
        guess = self._guess(words[0], question)
        if refusal := question.refusal({"guess": guess, "sure": SURE[0]}, asked.state):
            raise Unclear(refusal)
        if len(words) == 1:
            raise More("How sure are you? 1 is a coin toss, 5 is certain.")
        return {"guess": guess, "sure": picked(words[1], len(SURE)) + 1}

    def _guess(self, word: str, question: Predict) -> float | str:
        if question.answers:
            return question.answers[picked(word, len(question.answers))].id
        if not _GUESS.fullmatch(word):
            raise Unclear("Not understood. Guess a number.")
        number = float(word)
        return int(number) if number.is_integer() else number

    def heard(self, question: Predict, answer: Answer, asked: Asked) -> str:
        first = asked.state.guess(question.id)
        if first is None:
            return f"Sealed: {_said(question, Guess(**answer))}"
        return f"You: {_said(question, Guess(**answer))} Your first guess stays: {_said(question, first)}"


def _said(question: Predict, guess: Guess) -> str:
    return f"{bare(question.in_words(guess.guess))}, sure {guess.sure} of {SURE[-1]}."
