"""Dials: what can be turned in the lab, and how it stands. A guess is a dial as well, turned before the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from game.tower.odds import Parts

Says = Callable[[float], str]
"""Writes a value."""


class Setting(msgspec.Struct, frozen=True):
    """How every dial stands, by its word."""

    parts: float = 49
    reliability: float = 0.9
    """Chance of a part to be sound, 0 to 1."""
    batch: float = 7
    coupling: float = 0.3
    """Share of all other flats that one failing flat darkens, 0 to 1."""
    regression: float = 0.0
    """Chance of a fix to break another part, 0 to below 1."""

    @property
    def made(self) -> Parts:
        """What the formulas are about."""
        return Parts(int(self.parts), self.reliability, self.regression)

    @property
    def size(self) -> int:
        """Parts in a batch: never more than there are."""
        return int(min(self.batch, self.parts))

    def turned(self, word: str, value: float) -> Setting:
        """The same with one dial turned."""
        return msgspec.structs.replace(self, **{word: value})

    def at(self, word: str) -> float:
        """How one dial stands."""
        return float(getattr(self, word))


class Dial(msgspec.Struct, frozen=True):
    """Something to turn, from stop to stop.

    ``word`` names it where it is typed and in a :class:`Setting`, ``sign`` in a formula, ``label`` beside it.
    ``answers`` are there when its stops are things to choose from: then a stop is the place of one.
    """

    word: str
    sign: str
    label: str
    means: str
    stops: tuple[float, ...]
    says: Says
    ticks: str = ""
    """What the numbers along an axis count, in a few words."""
    per: float = 1
    """What one on an axis stands for: 0.01 where shares are told of 100."""
    answers: tuple[str, ...] = ()

    def nearest(self, value: float) -> float:
        """The stop nearest to a value."""
        return min(self.stops, key=lambda stop: abs(stop - value))

    def moved(self, value: float, by: int) -> float:
        """So many stops along, as far as there are any."""
        place = self.stops.index(self.nearest(value)) + by
        return self.stops[min(max(place, 0), len(self.stops) - 1)]

    def share(self, value: float) -> float:
        """How far along the dial a value is, 0 to 1."""
        return self.stops.index(self.nearest(value)) / max(1, len(self.stops) - 1)

    def along(self, share: float) -> float:
        """The stop so far along the dial."""
        last = len(self.stops) - 1
        return self.stops[min(max(round(share * last), 0), last)]


def of_100(share: float) -> str:
    """*99.5 of 100*."""
    return f"{round(share * 100, 2):g} of 100"


def whole(value: float) -> str:
    """*49*."""
    return f"{value:,.0f}"


def hundredths(low: int, high: int, step: int = 1, of: int = 100) -> tuple[float, ...]:
    """Shares from ``low`` to ``high``, both among them, in parts ``of`` one."""
    return tuple(each / of for each in range(low, high + 1, step))


def choice(*answers: str) -> Dial:
    """A dial of things to choose from."""
    places = tuple(map(float, range(len(answers))))
    return Dial("", "", "", "", places, says=lambda place: answers[int(place)], answers=answers)


def number(low: int, high: int, says: Says) -> Dial:
    """A dial of whole numbers to guess among."""
    return Dial("", "", "you say", "", tuple(map(float, range(low, high + 1))), says)


PARTS: Final = Dial(
    "parts", "n", "parts", "parts that must all be sound", tuple(map(float, range(1, 101))), whole, "parts"
)
RELIABILITY: Final = Dial(
    "reliability",
    "p",
    "sound",
    "how many parts of 100 are sound, on average",
    hundredths(800, 1000, 5, of=1000),
    of_100,
    "parts of 100 sound",
    0.01,
)
BATCH: Final = Dial(
    "batch", "b", "batch", "parts switched on at a time", tuple(map(float, range(1, 101))), whole, "flats a batch"
)
COUPLING: Final = Dial(
    "coupling",
    "c",
    "coupled",
    "how many of 100 other flats one failing flat darkens",
    hundredths(0, 100),
    of_100,
    "of 100 others go dark",
    0.01,
)
REGRESSION: Final = Dial(
    "regression",
    "g",
    "breaks",
    "how many fixes of 100 break another part",
    hundredths(0, 80),
    of_100,
    "fixes of 100 break another part",
    0.01,
)
