"""The week's ledger: what seven evenings came to, as sums that can be drawn one line at a time."""

from __future__ import annotations

import msgspec

from game.story.calendar import days_of
from game.story.state import Gauges, Room, State

NAMES = ("Rest", "Home", "Craft")
"""The gauges, in the order in which they are always shown."""


class Span(msgspec.Struct, frozen=True):
    """A gauge over a week: where it stood when the week began, and where it stands at its end."""

    name: str
    began: int
    ended: int

    @property
    def change(self) -> int:
        """Steps gained, or lost when below zero."""
        return self.ended - self.began


class WeekLedger(msgspec.Struct, frozen=True):
    """A week, added up. ``rooms`` are its days from Friday to Thursday; days still to come are no evenings."""

    week: int
    rooms: tuple[Room, ...]
    gauges: tuple[Span, ...]

    @property
    def evenings(self) -> int:
        """Evenings there were to have."""
        return sum(1 for room in self.rooms if room)

    @property
    def late(self) -> int:
        """Evenings that went to work."""
        return sum(1 for room in self.rooms if room & Room.LATE)

    @property
    def own(self) -> int:
        """Evenings left to the player."""
        return self.evenings - self.late

    @property
    def corners(self) -> int:
        """Corners cut."""
        return sum(1 for room in self.rooms if room & Room.CORNER)


def week_ledger(state: State, week: int) -> WeekLedger:
    """Add a week up. The week under way ends where the gauges stand now."""
    rooms = tuple(state.room(day) for day in days_of(week))
    began = state.weeks[week - 1] if week <= len(state.weeks) else state.gauges
    ended = state.weeks[week] if week < len(state.weeks) else state.gauges
    return WeekLedger(week, rooms, _spans(began, ended))


def _spans(began: Gauges, ended: Gauges) -> tuple[Span, ...]:
    pairs = ((began.rest, ended.rest), (began.home, ended.home), (began.craft, ended.craft))
    return tuple(Span(name, *pair) for name, pair in zip(NAMES, pairs, strict=True))
