"""A talk: somebody's lines, and what is said to them. What every sitting in lines has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TextIO, TypeVar

from game.plain.ear import INTERRUPTED, Ear, Silence, Voice

Sitting = TypeVar("Sitting")


class Left(Exception):  # noqa: N818 - a wish, not an error
    """The player leaves."""


class Command(NamedTuple, Generic[Sitting]):
    """A word that works at any time of a sitting, what it does in words, and what it does."""

    word: str
    means: str
    does: Callable[[Sitting], None]


def last_of(lines: list[str], typed: str) -> list[str]:
    """As many of the last lines as were asked for; all of them where no number was."""
    return lines[-int(typed) :] if typed.isdecimal() and int(typed) else lines


class Talk:
    """Both ends of the line. ``typed`` tells whether a person types just now, and not a script.

    ``farewell`` has what is to be said in the end, when there is anything.
    """

    def __init__(self, out: TextIO, lines: Iterable[str]) -> None:
        self._voice, self._ear = Voice(out), Ear(lines)
        self.typed = self._ear.terminal
        self.farewell: Callable[[], Iterable[str]] = tuple

    def say(self, *lines: str) -> None:
        """Say lines, one after another."""
        for line in lines:
            self._voice.say(line)

    def pause(self) -> None:
        """Leave a little room before what is said next."""
        self._voice.pause()

    def flush(self) -> None:
        """Let everything said so far be heard, before something that takes its time."""
        self._voice.flush()

    def hear(self) -> str:
        """The next line that is not blank. Raises ``Silence`` when there is none, ``Left`` at *quit*."""
        line = ""
        while not line:
            if self.typed:
                self._voice.prompt()
            self._voice.flush()
            line = self._ear.line()
        if line.lower().rstrip(".") in ("quit", "exit"):
            raise Left
        return line

    def lead(self, goes_on: Callable[[], None]) -> int:
        """Talk until the player leaves or no more lines come, say farewell, and return the exit code."""
        code = 0
        try:
            goes_on()
        except Left:
            pass
        except (Silence, KeyboardInterrupt) as ended:
            code = INTERRUPTED if isinstance(ended, KeyboardInterrupt) else 0
            if self.typed:
                self._voice.pause()
        self.say(*self.farewell())
        self._voice.flush()
        return code
