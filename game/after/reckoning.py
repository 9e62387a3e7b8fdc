"""The reckoning: the evenings of a play, subtracted week by week, and the night and the verdicts beside them."""

from __future__ import annotations

from typing import NamedTuple

from game.story.calendar import DAYS, WEEK, week_of
from game.story.condition import NIGHT_NAMES
from game.story.state import Gauges, State
from game.story.story import Story
from game.story.week import week_ledger


class WeekRow(NamedTuple):
    """One subtraction: of the evenings there were so far, ``late`` went to work and ``left`` are left.

    ``changes`` are the steps that Rest, Home and Craft have gone up or down in the week.
    """

    week: int
    title: str
    evenings: int
    late: int
    left: int
    corners: int
    changes: tuple[int, int, int]


class Reckoning(NamedTuple):
    """All weeks of a play. It begins with every evening and with ``began``, and ends with ``own`` and ``now``."""

    evenings: int
    began: Gauges
    weeks: tuple[WeekRow, ...]
    now: Gauges

    @property
    def late(self) -> int:
        """Evenings that went to work."""
        return sum(row.late for row in self.weeks)

    @property
    def own(self) -> int:
        """Evenings left to the player."""
        return self.evenings - self.late

    @property
    def corners(self) -> int:
        """Corners cut."""
        return sum(row.corners for row in self.weeks)


class NightFigures(NamedTuple):
    """The last night: minutes from 23:00, failed throws of the switch, and what these cost in flat-minutes."""

    minutes: int
    throws: int
    dark: int
    hints: int
    crew: bool

    @property
    def clock(self) -> str:
        """When the tower was lit."""
        hours, minutes = divmod(self.minutes, 60)
        return f"{(23 + hours) % 24}:{minutes:02}"


def reckoning(story: Story, state: State) -> Reckoning:
    """Subtract the weeks of a play, one after another. What came after the last day counts with its week."""
    played = [week for week in range(1, WEEK + 1) if any(week_ledger(state, week).rooms)]
    ledgers = [week_ledger(state, week) for week in played]
    left = evenings = sum(ledger.evenings for ledger in ledgers)
    rows = []
    for ledger in ledgers:
        left -= ledger.late
        rest, home, craft = (span.change for span in ledger.gauges)
        title = story.week_title(ledger.week)
        if ledger.week == played[-1] and _goes_on_after(story, ledger.week):
            title = f"{title}, and after" if title else "and after"
        changes = (rest, home, craft)
        rows.append(WeekRow(ledger.week, title, ledger.evenings, ledger.late, left, ledger.corners, changes))
    began = state.weeks[0] if state.weeks else state.gauges
    return Reckoning(evenings, began, tuple(rows), state.gauges)


def _goes_on_after(story: Story, week: int) -> bool:
    """Whether the story goes on when the last day of its last week is over."""
    days = [place.day for place in story.places]
    last = max((day for day in days if day is not None), default=0)
    return week == week_of(max(1, min(last, DAYS))) and days[-1] is None


def night_of(state: State) -> NightFigures | None:
    """The figures of the last night; None in a play that has had none."""
    known = dict(state.numbers)
    if not known.get(NIGHT_NAMES[0]):
        return None
    minutes, throws, dark, hints, crew = (known.get(name, 0) for name in NIGHT_NAMES)
    return NightFigures(minutes, throws, dark, hints, bool(crew))
