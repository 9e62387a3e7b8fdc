"""Predict: lock in a guess, and how sure you are, before the record is shown."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated

from msgspec import Meta

from game.story import rulebook
from game.story.questions.base import Answer, Fault, Pick, Question, Settled, Way
from game.story.state import Guess, State
from game.story.step import Label

SURE = range(1, 6)
"""How sure one can be, from a coin toss to certain."""


class Possible(Pick, frozen=True, kw_only=True):
    """One of a few answers to guess among, by its id in ``right``: ``text`` are its words."""

    text: Label


class Predict(Question, frozen=True, kw_only=True, tag="predict"):
    """An envelope. The answer is ``{"guess": …, "sure": 1 to 5}``, without "sure" where a class raised its hands.

    ``answers`` are a few to guess among; without them a number is guessed, and ``lowest`` is the least it may be;
    ``highest`` is the most; ``unit`` is what it counts, ``one`` the word when
    there is one of them. ``right`` is the record: that number, or the id of one of
    the answers. ``near`` is how far from it a number still counts as close. The record is told later, by the beat
    that ``opens`` this question.
    """

    right: float | str
    answers: Annotated[tuple[Possible, ...], Meta(max_length=9)] = ()
    unit: Label = ""
    one: Label = ""
    lowest: float | None = None
    highest: float | None = None
    near: float = 0

    def refusal(self, answer: Answer, state: State) -> str:  # noqa: ARG002
        if not isinstance(answer, dict) or set(answer) | {"sure"} != {"guess", "sure"}:
            return "Give a guess and how sure you are."
        sure = answer.get("sure", SURE[0])
        if type(sure) is not int or sure not in SURE:
            return "How sure you are is a number from 1 to 5."
        return self._refuse_guess(answer["guess"])

    def _refuse_guess(self, guess: object) -> str:
        if self.answers:
            return "" if guess in [each.id for each in self.answers] else "That is not on the list."
        if isinstance(guess, bool) or not isinstance(guess, int | float):
            return "Guess a number."
        if self.lowest is not None and self.highest is not None and not self.lowest <= guess <= self.highest:
            return f"Guess a number from {written(self.lowest)} to {written(self.highest)}."
        return ""

    def settle(self, answer: Answer, state: State) -> Settled:
        return Settled(state.sealing(self.id, _guess(answer)))

    def renamed(self, answer: Answer, now: dict[str, str]) -> Answer:
        if not isinstance(answer, dict) or "guess" not in answer:
            return answer
        return {**answer, "guess": super().renamed(answer["guess"], now)}

    def sample(self, state: State, rng: Random) -> Answer:  # noqa: ARG002
        sure = rng.choice(SURE)
        if self.answers:
            return {"guess": rng.choice(self.answers).id, "sure": sure}
        lowest, highest = self.lowest or 0, self.highest or 0
        guess = rng.randint(int(lowest), int(highest))
        return {"guess": min(max(guess, lowest), highest), "sure": sure}

    def ways(self) -> Iterator[Way]:
        yield Way()

    def said(self, answer: Answer) -> str:
        return f"{self.in_words(answer['guess'])}{_guess(answer).how_sure}"

    def in_words(self, guess: float | str) -> str:
        """A guess, or the record, as a reader would say it."""
        if isinstance(guess, str):
            return next((each.text for each in self.answers if each.id == guess), guess)
        return f"{written(guess)} {self.counted(guess)}".strip()

    def counted(self, number: float) -> str:
        """What so many of it are called."""
        return self.one if self.one and number == 1 else self.unit

    def close(self, guess: float | str) -> bool:
        """Whether a guess counts as close to the record."""
        if isinstance(guess, str) or isinstance(self.right, str):
            return guess == self.right
        return abs(guess - self.right) <= self.near

    def faults(self) -> Iterator[Fault]:
        if self.answers:
            if len(self.answers) == 1:
                yield Fault(("answers",), rulebook.form.TOO_FEW(count="1 entry", limit=2))
            if self.right not in [each.id for each in self.answers]:
                right = self.right if isinstance(self.right, str) else written(self.right)
                yield Fault(("right",), rulebook.questions.RIGHT_NOT_AN_ANSWER(right=right))
            return
        if isinstance(self.right, str):
            yield Fault(("right",), rulebook.questions.RIGHT_IS_A_TEXT())
        elif self.lowest is None or self.highest is None:
            yield Fault((), rulebook.questions.GUESS_WITHOUT_RANGE())
        elif not self.lowest <= self.right <= self.highest:
            right, lowest, highest = map(written, (self.right, self.lowest, self.highest))
            yield Fault(
                ("right",), rulebook.questions.RIGHT_OUT_OF_RANGE(right=right, lowest=lowest, highest=highest)
            )


def _guess(answer: Answer) -> Guess:
    return Guess(answer["guess"], answer.get("sure", 0))


def written(number: float) -> str:
    """A number with its thousands parted; a whole one never as a power of ten."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.12g}"
