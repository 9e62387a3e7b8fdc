"""An excerpt: the line of a file in which something is wrong, with a caret under the place.

A line comes from a file that may hold anything. Tabs are spread out, what cannot be printed is replaced, and what
is too long for the width is cut around the place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from unicodedata import category, east_asian_width

TAB: Final = 4
REPLACED: Final = "\N{REPLACEMENT CHARACTER}"
CUT: Final = "..."
_BEFORE: Final = 2 / 3
"""How much of the width stands before the place where a line has to be cut."""


def excerpt(source: str, line: int, column: int, width: int, caret: str = "^") -> list[tuple[str, str]]:
    """The line with its number before it, and the line of the caret. ``column`` counts characters from 1."""
    gutter = f"{line:>5} | "
    shown, before = _cut(source, column, max(20, width - len(gutter)))
    return [(gutter, shown), (f"{'| ':>{len(gutter)}}", " " * before + caret)]


def cells(text: str) -> int:
    """The columns that a text takes in a terminal."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if category(character) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _cut(source: str, column: int, room: int) -> tuple[str, int]:
    """As much of a line around a place as there is room for, and the columns before the place."""
    at = min(max(column - 1, 0), len(source))
    far = max(0, at - 2 * room)
    drawn, at = list(_drawn(source[far : at + 2 * room])), at - far
    start = 0
    if cells("".join(drawn)) > room:
        start = _back(drawn, at, int(room * _BEFORE))
        if cells("".join(drawn[start:])) < room:
            start = _back(drawn, len(drawn), room)
    lead = CUT if far or start else ""
    before = cells(lead + "".join(drawn[start:at]))
    return _clipped(lead + "".join(drawn[start:]), room), before


def _drawn(source: str) -> Iterable[str]:
    """Every character of a line as it is drawn."""
    column = 0
    for character in source:
        drawn = " " * (TAB - column % TAB) if character == "\t" else character
        drawn = drawn if drawn.isprintable() else REPLACED
        column += cells(drawn)
        yield drawn


def _back(drawn: list[str], at: int, room: int) -> int:
    """The place from which on the characters before ``at`` fit into so many columns, the mark of a cut too."""
    start, left = at, room - len(CUT)
    while start and cells(drawn[start - 1]) <= left:
        start -= 1
        left -= cells(drawn[start])
    return start


def _clipped(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    kept, left = "", room - len(CUT)
    for character in text:
        left -= _cells(character)
        if left < 0:
            break
        kept += character
    return kept + CUT
