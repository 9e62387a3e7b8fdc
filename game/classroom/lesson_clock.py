"""The lesson's clock: it goes by the plan, which begins with some minutes at the door, and waits there."""

from __future__ import annotations

from collections.abc import Callable

from game.classroom.conductor import Conductor
from game.classroom.poll import Step


class LessonClock:
    """The clock of one class. One that ``began`` before, at a second since the epoch, goes on; 0 begins a new one.

    Until something is asked or answered it stands still where the plan has the story begin: whoever opens a class
    long before the bell is not late.
    """

    def __init__(self, conductor: Conductor, began: float, clock: Callable[[], float]) -> None:
        self._conductor = conductor
        self._clock = clock
        self._opened = clock()
        self._planned = conductor.view.notes.planned
        self._answered = len(conductor.run.past())
        self.kept = began
        """When it began, for a restart to go on with; 0 while it waits."""

    @property
    def waits(self) -> bool:
        """Whether the story has not begun."""
        return not self.kept

    @property
    def began(self) -> float:
        """The second since the epoch from which it counts now."""
        return self.kept or max(self._opened, self._clock() - self._planned)

    def look(self) -> None:
        """Look whether the story has begun."""
        poll = self._conductor.view.poll
        asked = poll is not None and poll.step is not Step.READY
        if not self.kept and (asked or len(self._conductor.run.past()) != self._answered):
            self.kept = self._clock() - self._planned
