"""Curves of the lab: what is plotted, told on paper where there is a formula, and by dice or by playing nights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from game.tower import lab_crews
from game.tower.crew import Crew
from game.tower.dials import Setting
from game.tower.odds import RUNS, Estimate, Lesson, simulated

NIGHTS: Final = 200
"""Nights that a crew of the lab plays: each takes some hundredths of a second."""


class Curve:
    """Something that depends on how the dials stand. ``sign`` is its letter on the plot."""

    runs: int
    played: str
    """What a run is called, as many."""

    def __init__(self, sign: str, name: str) -> None:
        self.sign = sign
        self.name = name

    def on_paper(self, setting: Setting) -> float | None:
        """What the formula says; nothing where there is none."""
        raise NotImplementedError

    def by_dice(self, setting: Setting, seed: int) -> Iterator[Estimate]:
        """What chance says, told every so often. Whoever has seen enough just stops asking."""
        raise NotImplementedError


class OnPaper(Curve):
    """A curve with a formula, and its dice."""

    played = "runs"

    def __init__(self, sign: str, name: str, lesson: Callable[[Setting], Lesson]) -> None:
        super().__init__(sign, name)
        self._lesson = lesson
        self.runs = RUNS

    def on_paper(self, setting: Setting) -> float:
        return self._lesson(setting).on_paper

    def by_dice(self, setting: Setting, seed: int) -> Iterator[Estimate]:
        return simulated(self._lesson(setting).by_dice, seed, self.runs)


class PlayedOut(Curve):
    """A crew that reads first. No formula knows how long it takes: its nights are played."""

    played = "nights"

    def __init__(self, sign: str, name: str, crew: Callable[[int], Crew], runs: int = NIGHTS) -> None:
        super().__init__(sign, name)
        self._crew = crew
        self.runs = runs

    def on_paper(self, setting: Setting) -> None:  # noqa: ARG002
        return None

    def by_dice(self, setting: Setting, seed: int) -> Iterator[Estimate]:
        nights = lab_crews.nights(int(setting.parts), setting.reliability, seed)
        return lab_crews.minutes(self._crew, nights, self.runs, every=1)


class Told(NamedTuple):
    """How far a simulation is: what a curve's dice say by now, and the share done of the whole."""

    curve: Curve
    estimate: Estimate
    done: float


def simulation(curves: tuple[Curve, ...], setting: Setting, seed: int) -> Iterator[Told]:
    """All curves by dice, one after another."""
    for place, curve in enumerate(curves):
        for estimate in curve.by_dice(setting, seed):
            yield Told(curve, estimate, (place + estimate.runs / curve.runs) / len(curves))
