"""What a plot shows, worked out from an experiment and how its dials stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from game.tower.curves import Curve
from game.tower.dials import Setting
from game.tower.experiment import Experiment, Spot
from game.tower.odds import Estimate

CURVE_INKS: Final = ("lit", "rest", "home", "craft")
"""The inks of the curves of an experiment, in their order."""
ROOM_ABOVE: Final = 1.05

Results = Mapping[tuple[Setting, str], Estimate]
"""What dice have said so far, by setting and curve."""


class Line(NamedTuple):
    """A curve with its letter."""

    sign: str
    ink: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]


class Mark(NamedTuple):
    """A point that dice have found, with its error above and below."""

    sign: str
    ink: str
    x: float
    y: float
    error: float


class View(NamedTuple):
    """Everything on a plot. ``here`` is where the dial across stands; ``guess`` what the player has said."""

    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    here: float | None
    guess: Spot
    low: float
    high: float
    top: float
    x_unit: str
    per: float
    times: float


def ink_of(experiment: Experiment, curve: Curve) -> str:
    """The ink of a curve."""
    return CURVE_INKS[experiment.curves.index(curve)]


def viewed(experiment: Experiment, setting: Setting, guess: Spot, results: Results, *, shown: bool) -> View:
    """The plot of an experiment; before it is ``shown``, only its axes and the guess."""
    across = experiment.across
    xs = experiment.stops(setting)
    lines = tuple(_lines(experiment, setting, xs))
    marks = tuple(_marks(experiment, setting, results))
    heights = [y for line in lines for y in line.ys] + [mark.y for mark in marks]
    top = min(max(heights) * ROOM_ABOVE, experiment.top or float("inf"))
    here = min(setting.at(across.word), xs[-1])
    return View(
        lines if shown else (),
        marks if shown else (),
        here if shown else None,
        guess,
        xs[0],
        xs[-1],
        max(top, 1e-9),
        across.ticks,
        across.per,
        experiment.times,
    )


def _lines(experiment: Experiment, setting: Setting, xs: tuple[float, ...]) -> Iterable[Line]:
    for curve in experiment.curves:
        ys = [curve.on_paper(setting.turned(experiment.across.word, x)) for x in xs]
        known = tuple(y for y in ys if y is not None)
        if len(known) == len(xs):
            yield Line(curve.sign, ink_of(experiment, curve), xs, known)


def _marks(experiment: Experiment, setting: Setting, results: Results) -> Iterable[Mark]:
    """What has been found at this setting, and wherever only the dial across stood elsewhere."""
    word = experiment.across.word
    for (at, sign), estimate in results.items():
        if at.turned(word, setting.at(word)) == setting:
            curve = next(each for each in experiment.curves if each.sign == sign)
            if at == setting or curve.on_paper(at) is None:
                ink = ink_of(experiment, curve)
                yield Mark(sign, ink, min(at.at(word), experiment.stops(at)[-1]), estimate.mean, estimate.error)
