"""The end card: what a night came to, as figures and as rows of words that any face can lay out."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Final, NamedTuple

import msgspec

from game.tower.contrast import Contrast, hours
from game.tower.flat_by_flat import Round, flat_by_flat
from game.tower.histogram import Histogram
from game.tower.lost import Lost
from game.tower.moves import Surveyed
from game.tower.night import MORNING, Night, clock

STARS: Final = 3
STARS_RULE: Final = (
    "Three stars at par or better, two up to a quarter over par, one for light by 8:00. Hints cost no stars."
)
"""How stars are given, to be read beside them. How the crowd fares by it: ``tests/tower/test_report.py``."""

_TWO_STARS: Final = Fraction(5, 4)


class Mode(StrEnum):
    """What was played, in words. A story's night has neither par nor stars: nobody could have had it easier."""

    FREE = "free play"
    DAILY = "board of the day"
    STORY = "launch night"


class Row(NamedTuple):
    """One line of the card."""

    label: str
    value: str


class Report(msgspec.Struct, frozen=True, dict=True, kw_only=True):
    """A night that is over, lit or at 8:00; any other is a :class:`ValueError`.

    ``code`` is the board's, short or long, or empty where it has none. ``par`` is in minutes, None in a story.
    ``hints`` is how many were asked for, ``attempt`` counts from 1. ``round`` is the same tower flat by flat: as
    the player went through it, or else in flat order. ``free`` are the counts given beforehand.
    """

    night: Night
    mode: Mode = Mode.FREE
    code: str = ""
    par: int | None = None
    hints: int = 0
    attempt: int = 1
    round: Round | None = None
    free: tuple[Surveyed, ...] = ()

    def __post_init__(self) -> None:
        if not self.night.lit and self.night.minute < MORNING:
            raise ValueError(f"At {clock(self.night.minute)} the tower is dark and the night is not over.")
        if self.mode is Mode.STORY and self.par is not None:
            raise ValueError("A story's night has no par.")

    @property
    def minutes(self) -> int:
        """How long the night took, in minutes since 23:00."""
        return self.night.minute

    @property
    def over_par(self) -> int | None:
        """By how many minutes the night went over par; below 0 where it was quicker. None without light or par."""
        return None if self.par is None or not self.night.lit else self.minutes - self.par

    @property
    def stars(self) -> int | None:
        """From 0 to 3, by :data:`STARS_RULE`; None where there is no par."""
        if self.par is None:
            return None
        if not self.night.won:
            return 0
        if self.minutes <= self.par:
            return STARS
        return 2 if self.minutes <= self.par * _TWO_STARS else 1

    @cached_property
    def contrast(self) -> Contrast:
        """The night beside the same tower flat by flat."""
        return Contrast(self.night, self.round or flat_by_flat(self.night))

    @cached_property
    def lost(self) -> str:
        """The minutes that bought nothing, in a sentence; empty where none were."""
        return Lost.of(self.night, self.free).in_words

    @property
    def outcome(self) -> str:
        """*lit at 3:40, after 280 minutes*."""
        if not self.night.lit:
            return "not lit by 8:00"
        late = self.minutes - MORNING
        at = f"lit at {clock(self.minutes)}"
        return f"{at}, {counted(late, 'minute')} late" if late > 0 else f"{at}, after {self.minutes} minutes"

    def among(self, crews: tuple[int, ...]) -> Histogram:
        """The night among the minutes of these crews. There must be a par."""
        if self.par is None:
            raise ValueError("Without par there is no crowd to be seen among.")
        return Histogram(crews, self.minutes if self.night.lit else None, self.par)

    def rows(self) -> tuple[Row, ...]:
        """The figures of the card, from the first to the last that matters."""
        rows = [Row("The tower", self.outcome)]
        if self.par is not None:
            rows += [Row("Par", self._beside_par(self.par)), Row("Stars", f"{self.stars} of {STARS}")]
        return (
            *rows,
            Row("Failed throws", str(self.night.failed_throws)),
            Row("Dark flat-minutes", str(self.night.dark_flat_minutes)),
            Row("Light before 8:00", f"{counted(hours(self.night.light), 'flat-hour')}"),
            Row("Hints", str(self.hints)),
            Row("Attempt", str(self.attempt)),
        )

    def _beside_par(self, par: int) -> str:
        over = self.over_par
        if over is None:
            return f"{par} minutes"
        return f"{par} minutes, and you took " + (
            f"{abs(over)} {'more' if over > 0 else 'fewer'}" if over else "as many"
        )


def counted(number: int, thing: str) -> str:
    """*1 failed throw*, *3 failed throws*."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
