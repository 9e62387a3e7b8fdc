"""What an experiment of the lab is made of: a question to predict, dials to turn, curves to watch."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from game.tower.curves import Curve
from game.tower.dials import BATCH, Dial, Setting
from game.tower.lab_words import figure

Spot = tuple[float | None, float | None]
"""A place on a plot; where one of the two is missing, a line across it."""


class Question(msgspec.Struct, frozen=True):
    """What to predict before anything is shown. ``truth`` is in the values of the ``dial``."""

    text: str
    dial: Dial
    truth: float
    spot: Callable[[float], Spot]
    """Where a guess stands on the plot."""

    def in_words(self, value: float) -> str:
        """A guess, or the truth."""
        return self.dial.says(value)

    def verdict(self, guess: float) -> str:
        """How guess and truth lie to each other."""
        off = guess - self.truth
        if abs(off) <= 0.5:
            return "Well guessed."
        if self.dial.answers:
            return "More than you said." if off < 0 else "Less than you said."
        return f"{figure(abs(off))} too {'high' if off > 0 else 'low'}."


class Experiment(msgspec.Struct, frozen=True):
    """One thing to find out.

    ``across`` is the dial along the plot; ``top`` the highest value plotted, where curves leave the picture;
    ``times`` what values are multiplied by to be told in ``unit``.
    """

    name: str
    question: Question
    dials: tuple[Dial, ...]
    start: Setting
    across: Dial
    curves: tuple[Curve, ...]
    unit: str
    formula: str
    in_words: str
    note: Callable[[Setting], str]
    """What to read off, as the dials stand."""
    task: str
    assumptions: tuple[str, ...]
    times: float = 1
    top: float | None = None

    def stops(self, setting: Setting) -> tuple[float, ...]:
        """The stops along the plot: no batch is larger than the tower."""
        if self.across is BATCH:
            return tuple(stop for stop in BATCH.stops if stop <= setting.parts)
        return self.across.stops
