"""Days, weeks, weekdays and cuts. Day 1 is Friday 28 March 2025, counted back seven weeks from the launch."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal, get_args

DAYS: Final = 49
WEEK: Final = 7
WEEKDAYS: Final = ("Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday")

MOST_CORNERS: Final = 12
"""Days that may offer a corner to cut: as many as the last night can bear."""

FIRST_DAY: Final = dt.date(2025, 3, 28)
"""Reconstructed: ledger entry ``d-sprint-length``. Nobody states the day on which the first line was written."""

Cut = Literal["full", "class", "short", "demo"]
CUTS: Final[tuple[Cut, ...]] = get_args(Cut)


def week_of(day: int) -> int:
    """The week, 1 to 7, in which a day, 1 to 49, falls."""
    return (day - 1) // WEEK + 1


def weekday_of(day: int) -> str:
    """The name of the weekday; weeks run Friday to Thursday."""
    return WEEKDAYS[(day - 1) % WEEK]


def date_of(day: int) -> dt.date:
    """The reconstructed date of a day."""
    return FIRST_DAY + dt.timedelta(days=day - 1)


def days_of(week: int) -> range:
    """The seven days of a week, 1 to 7."""
    return range((week - 1) * WEEK + 1, week * WEEK + 1)
