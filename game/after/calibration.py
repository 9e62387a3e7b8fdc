"""Calibration: were you right as often as you were sure? Guesses beside the record, by confidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from game.story.questions.predict import SURE, Predict
from game.story.state import Guess, State
from game.story.story import Story
from game.words import bare

SHARES: Final = (0.5, 0.625, 0.75, 0.875, 1.0)
"""How often somebody is right who is as sure as they say: 1 is a coin toss, 5 is certain, the rest in between."""
SURELY: Final = 4
"""From here on one is sure."""


class Sealed(NamedTuple):
    """An envelope with a guess in it. ``hit`` says whether the guess was close; a sealed one has no record yet."""

    question: Predict
    guess: Guess
    opened: bool

    @property
    def hit(self) -> bool:
        """Whether the guess was close enough to the record."""
        return self.opened and self.question.close(self.guess.guess)

    @property
    def verdict(self) -> str:
        """How it went, in a word."""
        return "still sealed" if not self.opened else "hit" if self.hit else "miss"

    @property
    def said(self) -> str:
        """The guess in words."""
        return bare(self.question.in_words(self.guess.guess))

    @property
    def record(self) -> str:
        """The record in words; nothing while it is sealed."""
        return bare(self.question.in_words(self.question.right)) if self.opened else ""


class Level(NamedTuple):
    """The opened guesses of one confidence, 1 to 5, and how many of them were close."""

    sure: int
    guesses: int
    hits: int

    @property
    def share(self) -> float:
        """Hits among the guesses, 0 to 1."""
        return self.hits / self.guesses if self.guesses else 0.0


def sealed_of(story: Story, state: State) -> tuple[Sealed, ...]:
    """Every envelope of a play that has a guess in it, in the order of the story."""
    names = (name for place in story.places for name in place.envelopes)
    found = ((name, state.guess(name)) for name in dict.fromkeys(names))
    return tuple(Sealed(story.envelope(name), guess, name in state.opened) for name, guess in found if guess)


def levels(sealed: Iterable[Sealed]) -> tuple[Level, ...]:
    """The opened guesses by confidence, from 1 to 5; those without a confidence are left out."""
    opened = [each for each in sealed if each.opened]
    return tuple(_level(sure, opened) for sure in SURE)


def _level(sure: int, opened: list[Sealed]) -> Level:
    of = [each for each in opened if each.guess.sure == sure]
    return Level(sure, len(of), sum(each.hit for each in of))


def calibration_in_words(found: Iterable[Level]) -> Iterator[str]:
    """What the levels say, in sentences: those that were sure first, then each confidence."""
    known = [level for level in found if level.guesses]
    sure = [level for level in known if level.sure >= SURELY]
    guesses, hits = sum(level.guesses for level in sure), sum(level.hits for level in sure)
    if guesses:
        yield f"You were sure {_times(guesses)} ({SURELY} or {SURE[-1]} of 5) and right {_right(hits)}."
    elif known:
        yield f"You were never sure: no guess had {SURELY} or {SURE[-1]} of 5."
    for level in known:
        many = "1 guess" if level.guesses == 1 else f"{level.guesses} guesses"
        yield f"Confidence {level.sure} of 5: {many}, {level.hits} of them close."


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _right(number: int) -> str:
    return "never" if not number else _times(number)
