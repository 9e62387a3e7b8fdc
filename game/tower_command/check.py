"""Towers that others have written as JSON: read strictly, their nights replayed, and what came of them said."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game.errors import ForPeople
from game.tower.interchange import Broken, read
from game.tower.night import MORNING, Night, clock

STDIN: Final = "-"
MOST: Final = 1_000_000
"""Bytes of the largest file that is read: ten times what the tallest tower and a long night take."""
LONGEST: Final = 400
"""Characters of the longest message: it may quote what a file holds, and that may be anything."""
_LONG_AGO: Final = 1_000_000


class Unreadable(ForPeople):
    """A file that cannot be read at all."""


class NoTower(ForPeople):
    """A file that can be read, but holds no tower or no true night."""

    exit_code = 1


def check(names: Iterable[str]) -> int:
    """Say of each file what it holds, or on standard error why it is refused. Returns the worst exit code."""
    worst = 0
    for name in names:
        label = "standard input" if name == STDIN else name
        try:
            print(on_one_line(f"{label}: {in_words(night_in(_bytes(name)))}"), flush=True)
        except ForPeople as problem:
            print(on_one_line(f"{label}: {problem}"), file=sys.stderr, flush=True)
            worst = max(worst, problem.exit_code)
    return worst


def night_in(data: bytes) -> Night:
    """The night that the bytes of a file describe.

    Raises :class:`Unreadable` when they are no text, :class:`NoTower` when the text is no tower or its log is
    not true.
    """
    if len(data) > MOST:
        raise Unreadable(f"this is larger than {MOST // 1000} kB, and no tower is. It was not read.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"byte {error.start + 1} is not UTF-8 text. Save the file as UTF-8.") from None
    if not text.strip():
        raise NoTower("there is nothing in it.")
    try:
        return read(text)
    except Broken as problem:
        raise NoTower(str(problem)) from None
    except RecursionError:  # deep enough to be read, and too deep to be quoted in a message
        raise NoTower("the tower: its lists are nested too deep to be read.") from None


def in_words(night: Night) -> str:
    """*a tower of 7 floors and 7 risers, 7 circuits, 5 faults; log of 23 events, lit at 3:40; 280 minutes, …*."""
    building = night.building
    holds = [f"{building.rows} floors and {building.cols} risers", _counted(len(building.circuits), "circuit")]
    tower = f"a tower of {', '.join(holds)}, {_counted(night.faults.bit_count(), 'fault')}"
    if not night.log:
        return f"{tower}; no log."
    shown = str(night.minute) if night.minute < _LONG_AGO else "over a million"
    minutes = f"{shown} minutes, {_counted(night.failed_throws, 'failed throw')}, every reading true"
    return f"{tower}; log of {_counted(len(night.log), 'event')}, {_end(night)}; {minutes}."


def _end(night: Night) -> str:
    if not night.lit:
        return f"not lit, {_counted(night.left.bit_count(), 'fault')} left"
    return f"lit at {clock(night.minute)}{'' if night.minute <= MORNING else ', after 8:00'}"


def _bytes(name: str) -> bytes:
    """What a file holds, or a little more than may be read of it."""
    try:
        if name == STDIN:
            return sys.stdin.buffer.read(MOST + 1)
        if Path(name).is_dir():
            raise Unreadable("this is a folder. Name the files in it.")
        with Path(name).open("rb") as file:
            return file.read(MOST + 1)
    except FileNotFoundError:
        raise Unreadable("there is no such file.") from None
    except OSError as error:
        raise Unreadable(f"this cannot be read: {error.strerror}.") from None


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def on_one_line(said: str) -> str:
    """Short, and free of signs that a terminal would act on: names and files may hold any."""
    short = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
    return "".join(sign if sign.isprintable() else "?" for sign in short)
