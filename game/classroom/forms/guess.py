"""Guess: a number or one of a few answers, and how sure one is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.classroom.forms.base import NO, Bar, Choice, Form, Vote, counted, is_open, middle, most_wanted
from game.story.questions.base import Answer
from game.story.questions.predict import SURE

BARS: Final = 8
"""The most bars in which guessed numbers are shown."""


class Guess(Form, frozen=True, kw_only=True, tag="guess"):
    """The vote is ``{"guess": …, "sure": 1 to 5}``. Only a raised hand may leave out how sure it is.

    With ``choices`` a guess is the id of one of them; else a whole number from ``lowest`` to ``highest``, which
    counts ``unit``.
    """

    choices: tuple[Choice, ...] = ()
    unit: str = ""
    lowest: int = 0
    highest: int = 0

    def refusal(self, vote: Vote) -> str:
        if not isinstance(vote, dict) or set(vote) != {"guess", "sure"}:
            return NO
        if type(vote["sure"]) is not int or vote["sure"] not in SURE:
            return "Say how sure you are, from 1 to 5."
        if self.choices:
            return "" if is_open(vote["guess"], self.choices) else NO
        if type(vote["guess"]) is not int or not self.lowest <= vote["guess"] <= self.highest:
            return f"Guess a whole number from {self.lowest:,} to {self.highest:,}."
        return ""

    def bars(self, votes: Sequence[Vote]) -> tuple[Bar, ...]:
        guesses = [vote["guess"] for vote in votes]
        if self.choices:
            return counted(guesses, self.choices)
        return tuple(Bar(_span(span), sum(guess in span for guess in guesses)) for span in self.spans)

    @property
    def spans(self) -> tuple[range, ...]:
        """The stretches in which guessed numbers are counted."""
        width = -(-(self.highest - self.lowest + 1) // BARS)
        firsts = range(self.lowest, self.highest + 1, width)
        return tuple(range(first, min(first + width, self.highest + 1)) for first in firsts)

    def together(self, votes: Sequence[Vote]) -> Answer:
        guesses = [vote["guess"] for vote in votes]
        guess = most_wanted(guesses, self.choices) if self.choices else middle(guesses)
        sure = [vote["sure"] for vote in votes if "sure" in vote]
        return {"guess": guess} | ({"sure": middle(sure)} if sure else {})


def _span(span: range) -> str:
    return f"{span[0]:,}" if len(span) == 1 else f"{span[0]:,} to {span[-1]:,}"
