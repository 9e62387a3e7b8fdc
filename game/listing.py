"""The plays on this machine, as a list for the shell, each beside its little tower."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from game.library import Library, Summary
from game.minitower import mini
from game.story.calendar import week_of, weekday_of

TOWER_WIDTH: Final = 13
NONE: Final = "No plays yet. Begin one with: seven-weeks"


def listing(library: Library, *, ascii_only: bool = False) -> str:
    """Every play, the newest first: its tower, its name, and where it stands; and how to go on with one."""
    blocks = [_block(summary, ascii_only=ascii_only) for summary in library.runs()]
    on = f"To go on with one: {library.command('--run NAME')}"
    return "\n\n".join([*blocks, on]) if blocks else NONE


def _block(summary: Summary, *, ascii_only: bool) -> str:
    tower = mini(summary.state, ascii_only=ascii_only) if summary.state else []
    words = list(_words(summary))
    height = max(len(tower), len(words))
    tower = [""] * (height - len(tower)) + tower  # both stand on the same ground
    words = [""] * (height - len(words)) + words
    rows = zip_longest(tower, words, fillvalue="")
    return "\n".join(f"  {row:<{TOWER_WIDTH}}   {word}".rstrip() for row, word in rows)


def _words(summary: Summary) -> Iterator[str]:
    yield summary.name
    if summary.day is not None:
        yield f"week {week_of(summary.day)}, day {summary.day}, {weekday_of(summary.day)}"
    elif summary.state is not None:
        yield "at the end" if summary.over else "at the beginning"
    if summary.trouble:
        yield summary.trouble
