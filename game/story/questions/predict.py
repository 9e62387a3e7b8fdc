"""Predict: lock in a guess, and how sure you are, before the record is shown."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated

import msgspec
from msgspec import Meta

from game.story.questions.base import Answer, Fault, Question, Settled, Way
from game.story.state import Guess, State
from game.story.step import Id, Label

SURE = range(1, 6)
"""How sure one can be, from a coin toss to certain."""


class Possible(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of a few answers to guess among: ``id`` is what ``right`` refers to; ``text`` are its words."""

    id: Id
    text: Label


class Predict(Question, frozen=True, kw_only=True, tag="predict"):
    """An envelope. The answer is ``{"guess": …, "sure": 1 to 5}``.

    ``answers`` are a few to guess among; without them a number is guessed, and ``lowest`` is the least it may be;
    ``highest`` is the most; ``unit`` is what it counts. ``right`` is the record: that number, or the id of one of
    the answers. ``near`` is how far from it a number still counts as close. The record is told later, by the beat
    that ``opens`` this question.
    """

    right: float | str
    answers: Annotated[tuple[Possible, ...], Meta(max_length=9)] = ()
    unit: Label = ""
    lowest: float | None = None
    highest: float | None = None
    near: float = 0

    def refusal(self, answer: Answer, state: State) -> str:  # noqa: ARG002
        if not isinstance(answer, dict) or set(answer) != {"guess", "sure"}:
            return "Give a guess and how sure you are."
        if type(answer["sure"]) is not int or answer["sure"] not in SURE:
            return "How sure you are is a number from 1 to 5."
        return self._refuse_guess(answer["guess"])

    def _refuse_guess(self, guess: object) -> str:
        if self.answers:
            return "" if guess in [each.id for each in self.answers] else "That is not on the list."
        if isinstance(guess, bool) or not isinstance(guess, int | float):
            return "Guess a number."
        if self.lowest is not None and self.highest is not None and not self.lowest <= guess <= self.highest:
            return f"Guess a number from {_written(self.lowest)} to {_written(self.highest)}."
        return ""

    def settle(self, answer: Answer, state: State) -> Settled:
        return Settled(state.sealing(self.id, Guess(answer["guess"], answer["sure"])))

    def sample(self, state: State, rng: Random) -> Answer:  # noqa: ARG002
        sure = rng.choice(SURE)
        if self.answers:
            return {"guess": rng.choice(self.answers).id, "sure": sure}
        return {"guess": rng.randint(int(self.lowest or 0), int(self.highest or 0)), "sure": sure}

    def ways(self) -> Iterator[Way]:
        yield Way()

    def said(self, answer: Answer) -> str:
        return f"{self.in_words(answer['guess'])}, sure {answer['sure']} of 5"

    def in_words(self, guess: float | str) -> str:
        """A guess, or the record, as a reader would say it."""
        if isinstance(guess, str):
            return next((each.text for each in self.answers if each.id == guess), guess)
        return f"{_written(guess)} {self.unit}".strip()

    def close(self, guess: float | str) -> bool:
        """Whether a guess counts as close to the record."""
        if isinstance(guess, str) or isinstance(self.right, str):
            return guess == self.right
        return abs(guess - self.right) <= self.near

    def faults(self) -> Iterator[Fault]:
        if self.answers:
            if self.right not in [each.id for each in self.answers]:
                right = self.right if isinstance(self.right, str) else _written(self.right)
                yield Fault(("right",), f"'{right}' is not the id of one of the answers")
            return
        if isinstance(self.right, str):
            yield Fault(("right",), "give 'answers' to choose from, or a number here")
        elif self.lowest is None or self.highest is None:
            yield Fault((), "a guessed number needs 'lowest' and 'highest'")
        elif not self.lowest <= self.right <= self.highest:
            yield Fault(
                ("right",),
                f"{_written(self.right)} is outside {_written(self.lowest)} to {_written(self.highest)}",
            )


def _written(number: float) -> str:
    """A number with its thousands parted, and never as a power of ten."""
    return f"{number:,.12g}"
