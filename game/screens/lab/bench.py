"""Bench: one experiment as it stands: the guess, the dials, and what dice have found."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.lab.view import Results, View, viewed
from game.tower.curves import Curve, Told
from game.tower.dials import Dial, Setting
from game.tower.experiment import Experiment
from game.tower.odds import Estimate


class Bench:
    """Guess and dials stay as they were left, and so does what dice told out; ``done`` is how far they are."""

    def __init__(self, experiment: Experiment) -> None:
        dial = experiment.question.dial
        self.experiment = experiment
        self.guess = dial.stops[0] if dial.answers else dial.along(0.5)
        self.locked = False
        self.setting = experiment.start
        self.done = 1.0
        self._found: dict[tuple[Setting, str], Estimate] = {}
        self._rolling: dict[tuple[Setting, str], Estimate] = {}

    @property
    def dials(self) -> Sequence[tuple[Dial, float]]:
        """What can be turned now: first the guess, then the dials."""
        if not self.locked:
            return [(self.experiment.question.dial, self.guess)]
        return [(dial, self.setting.at(dial.word)) for dial in self.experiment.dials]

    def turn(self, place: int, value: float) -> bool:
        """Turn a dial. Returns whether dice are to be thrown anew."""
        dial, before = self.dials[place]
        if not self.locked:
            self.guess = value
        elif value != before:
            self.setting = self.setting.turned(dial.word, value)
            return True
        return False

    # dice

    @property
    def found(self) -> bool:
        """Whether dice have told all about the dials as they stand."""
        return all((self.setting, curve.sign) in self._found for curve in self.experiment.curves)

    @property
    def results(self) -> Results:
        """What dice say, those that still roll included."""
        return self._found | self._rolling

    def take(self, told: Told) -> bool:
        """Take in what dice say. Returns whether they have told a curve out."""
        curve, estimate, self.done = told
        place = self.setting, curve.sign
        self._rolling[place] = estimate
        if estimate.runs < curve.runs:
            return False
        self._found[place] = self._rolling.pop(place)
        return True

    def begin(self) -> None:
        """Forget what dice have said about the dials as they stand."""
        self._rolling.clear()
        for curve in self.experiment.curves:
            self._found.pop((self.setting, curve.sign), None)
        self.done = 0.0

    def stop(self) -> None:
        """Forget what has not been told out."""
        self._rolling.clear()
        self.done = 1.0

    # seeing

    def view(self) -> View:
        """The plot."""
        spot = self.experiment.question.spot(self.guess)
        return viewed(self.experiment, self.setting, spot, self._found, shown=self.locked)

    def estimate(self, curve: Curve) -> Estimate | None:
        """What dice say of a curve by now."""
        return self.results.get((self.setting, curve.sign))
