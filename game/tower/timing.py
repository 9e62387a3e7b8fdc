"""How the time of a renovation is told: by the clock of a night that ends at 8:00, or in the minutes it took."""

from __future__ import annotations

from typing import Final

import msgspec

from game.tower.night import MORNING, clock


class Timing(msgspec.Struct, frozen=True):
    """``deadline`` is the minute by which the tower should be lit, counted from 23:00: then the clock is told.

    Where it is None there is no hurry, and minutes are counted from 0.
    """

    deadline: int | None = MORNING

    def figures(self, minute: int) -> str:
        """As few signs as there can be: *3:40*, or *95*."""
        return str(minute) if self.deadline is None else clock(minute)

    def at(self, minute: int) -> str:
        """*3:40*, or *95 min*."""
        return f"{minute} min" if self.deadline is None else clock(minute)

    def now(self, minute: int) -> str:
        """*It is 3:40*, or *95 minutes have gone*."""
        return f"{minute} minutes have gone" if self.deadline is None else f"It is {clock(minute)}"

    def lit(self, minute: int) -> str:
        """*lit at 3:40*, or *lit in 95 minutes*."""
        return f"lit in {minute} minutes" if self.deadline is None else f"lit at {clock(minute)}"

    def beside(self, minute: int, *, lit: bool = False) -> tuple[str, str]:
        """Two short lines to stand beside the figures: *4 h 20 min* and *until 8:00*."""
        if self.deadline is None:
            return ("minutes,", "and lit") if lit else ("minutes", "so far")
        if lit:
            return "lit after", f"{minute} min"
        return duration(abs(self.deadline - minute)), self._side(minute)

    def in_words(self, minute: int) -> str:
        """*3:40, 4 hours 20 minutes until 8:00*, or *95 minutes so far*."""
        if self.deadline is None:
            return f"{minute} minutes so far"
        return f"{clock(minute)}, {span(abs(self.deadline - minute))} {self._side(minute)}"

    def is_late(self, minute: int) -> bool:
        """Whether the deadline has passed."""
        return self.deadline is not None and minute > self.deadline

    @property
    def by_when(self) -> str:
        """*before 8:00*; nothing where there is no deadline."""
        return "" if self.deadline is None else f"before {clock(self.deadline)}"

    def _side(self, minute: int) -> str:
        assert self.deadline is not None
        return f"{'past' if self.is_late(minute) else 'until'} {clock(self.deadline)}"


NIGHT: Final = Timing()
"""Every night of free play, and the story's last: from 23:00 to 8:00."""
EVENING: Final = Timing(None)
"""A renovation that nobody waits for."""


def duration(minutes: int) -> str:
    """A span of time in little room: *8 h 20 min*, *45 min*, *2 h*."""
    hours, rest = divmod(minutes, 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")))


def span(minutes: int) -> str:
    """A span of time to be heard: *8 hours 25 minutes*."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{count} {unit}{'s' * (count != 1)}" for count, unit in ((hours, "hour"), (rest, "minute")) if count]
    return " ".join(parts) or "no time"
