"""The slate: how a class that raises its hands stands, in a file, for the presenter's second screen.

Nothing is served there, so a cockpit in another terminal reads the slate and presses nothing. Its owner alone can
read it, it is gone when the class is over, and one that nobody writes on any more counts for nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Final

import msgspec

from game.classroom.conductor import Conductor
from game.classroom.lesson_clock import LessonClock
from game.classroom.private import write_private
from game.classroom.stand import Stand, stand_of

NAME: Final = "class-by-hand.json"
LOOK: Final = 0.2
"""Seconds between two looks at how the class stands."""
BEAT: Final = 1.0
"""Seconds after which it is written even where nothing has changed."""
STALE: Final = 5.0
"""Seconds after which its class is taken to be gone."""


class Slate:
    """Written on by one class, beside what else it keeps in ``folder``."""

    def __init__(self, conductor: Conductor, folder: Path, clock: Callable[[], float] = time) -> None:
        self._conductor = conductor
        self._folder = folder
        self._clock = clock
        self._lesson = LessonClock(conductor, 0, clock)
        self._said = b""
        self._at = 0.0

    async def keep(self) -> None:
        """Write on it until cancelled. A class does not stop for a disk that is full."""
        while True:
            with suppress(OSError):
                await self.write()
            await asyncio.sleep(LOOK)

    async def write(self) -> None:
        """Write how the class stands, unless that stands there. Raises ``OSError``."""
        self._lesson.look()
        lesson = self._lesson
        said = msgspec.json.encode(await stand_of(self._conductor, "", (), lesson.began, waits=lesson.waits))
        now = self._clock()
        if said == self._said and now - self._at < BEAT:
            return
        if not self._said and read(self._folder) is not None:  # two classes on one slate could not be read
            return
        write_private(self._folder / NAME, said)
        self._said, self._at = said, now

    def clear(self) -> None:
        """The class is over."""
        if self._said:
            with suppress(OSError):  # one that is left behind counts for nothing soon
                (self._folder / NAME).unlink()


def read(folder: Path) -> Stand | None:
    """How the class by hand stands that is under way here; None where there is none."""
    path = folder / NAME
    try:
        fresh = time() - path.stat().st_mtime < STALE
        return msgspec.json.decode(path.read_bytes(), type=Stand) if fresh else None
    except (OSError, ValueError):
        return None
