"""The crowd at work: 200 crews played in a process of their own while the player plays.

Where no such process can be had, or it comes to grief, the crews are played here instead, a few whenever somebody
looks. Which of the two it was makes no difference to their minutes.
"""

from __future__ import annotations

import subprocess
import sys
import weakref
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Final

import game
from game.tower.codes import read
from game.tower.crowd import CREWS, minutes_at

A_FEW: Final = 2
"""Crews played at one look where there is no other process: some hundredths of a second."""

_FOLDER: Final = Path(game.__file__).parent.parent
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows, a process without a console of its own does not flash one up."""


class Crowd:
    """The crews of one board.

    :meth:`start` sets them to work, :meth:`poll` says what they have come to, :meth:`close` sends them home; so
    does the end of the program. ``code`` is short or long; a bad one is a :class:`game.tower.codes.BadCode`.
    """

    def __init__(self, code: str) -> None:
        self._wanted = read(code)
        self._code = code
        self._minutes: list[int] = []
        self._reader: Thread | None = None
        self._send_home: weakref.finalize[..., Crowd] | None = None
        self._here: Iterator[int] | None = None
        self._closed = False

    @property
    def done(self) -> bool:
        """Whether every crew has lit its tower."""
        return len(self._minutes) >= CREWS

    def start(self) -> None:
        """Set the crews to work, unless they are."""
        if self._reader or self._closed:
            return
        child = _started(self._code)
        if child is None or child.stdout is None:
            return
        self._reader = Thread(target=_take, args=(child.stdout, self._minutes), name="crowd", daemon=True)
        self._reader.start()
        self._send_home = weakref.finalize(self, _sent_home, child, self._reader)

    def poll(self) -> tuple[int, ...]:
        """The minutes of the crews that are done, in their order. It never waits for the other process."""
        if not (self._closed or self.done or (self._reader and self._reader.is_alive())):
            self._play_a_few()
        return tuple(self._minutes)

    def close(self) -> None:
        """Send the crews home. What they came to until then can still be asked for."""
        self._closed = True
        if self._send_home:
            self._send_home()

    def _play_a_few(self) -> None:
        if self._here is None:
            self._here = minutes_at(self._wanted, first=len(self._minutes))
        for _, each in zip(range(A_FEW), self._here, strict=False):
            self._minutes.append(each)


def _started(code: str) -> subprocess.Popen[str] | None:
    """The other process, or None. A program frozen into one file has no Python beside it to start."""
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    with suppress(OSError):
        return subprocess.Popen(  # noqa: S603 - our own words, and a code that has been read
            [sys.executable, "-m", "game.tower.crowd", code],
            cwd=_FOLDER,  # so that this very game is found, wherever it was started from
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,  # a Ctrl-C is meant for the game alone
            creationflags=_NO_WINDOW,
        )
    return None


def _take(lines: Iterable[str], minutes: list[int]) -> None:
    """Read minutes as they come, until there are no more; whatever else is said stops it."""
    with suppress(OSError, ValueError):
        for line in lines:
            minutes.append(int(line))  # noqa: PERF401 - each can be seen at once


def _sent_home(child: subprocess.Popen[str], reader: Thread) -> None:
    child.kill()
    child.wait()
    reader.join()
    if child.stdout:
        child.stdout.close()
