"""What the flats and figures on the board mean: beside it where there is room, and on the page of keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from textual.content import Content

from game.screens.glyphs import Glyphs
from game.screens.help import COLUMN
from game.screens.tower.inside import TowerKeys
from game.screens.tower.planglyphs import FlatLook
from game.screens.tower.side import Beside
from game.screens.tower.views import View
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.tower.sitting import Sitting

LOOKS: Final = {
    FlatLook.UNKNOWN: "nothing known",
    FlatLook.SOUND: "sound",
    FlatLook.FAULTY: "faulty",
    FlatLook.FIXED: "fixed",
    FlatLook.OWN_SOUND: "marked sound",
    FlatLook.OWN_FAULTY: "marked faulty",
}
"""How a flat looks, and what that says."""

STALE: Final = "read before a fix"
LIKELIER: Final = "a corner was cut: likelier faulty"

_ROOMY: Final = 40
_SIGNS: Final = (
    ("4 2", "left of floor 4: two faulty flats were left when it was counted"),
    ("4 2~", "the same, but read before a fix there; so with ~ at water and breakers"),
    ("1?", "right of a floor: so many of its faults are still to be found"),
    ("a to z", "circuits, and under the tower their breakers: whole holds, broken trips"),
    ("A to Z", "risers, and under them where the water stopped"),
)


def sample(look: FlatLook, glyphs: Glyphs) -> Content:
    """A flat of that look, as it stands on the smallest board, without its letter."""
    shape = glyphs.plan.shapes[look]
    return inked(shape.sides[0] + " " + shape.sides[-1], shape.ink)


class Legend(Beside):
    """What the signs mean that are on the board just now, in two columns."""

    DEFAULT_CSS = """
    Legend { margin-top: 1; }
    """

    def lines(self, sitting: Sitting, width: int) -> Lines:
        gap = " " * (2 if width >= _ROOMY else 1)
        entries = [sign + inked(f"{gap}{words}", "faint") for sign, words in _at_hand(sitting, self.glyphs)]
        column = min(24, width // 2)
        rows, short = list[Content](), [entry for entry in entries if entry.cell_length <= column]
        half = (len(short) + 1) // 2
        for left, right in zip_longest(short[:half], short[half:], fillvalue=EMPTY):
            pair = left.pad_right(max(column - left.cell_length, bool(right))) + right
            rows += [pair] if pair.cell_length <= width else [left, right]
        return [*rows, *(entry for entry in entries if entry not in short)]


def _at_hand(sitting: Sitting, glyphs: Glyphs) -> Iterator[tuple[Content, str]]:
    """The signs on the board of a sitting, each with what it means."""
    view = View.of(sitting)
    for look, words in LOOKS.items():
        if look in view.looks:
            yield sample(look, glyphs), words
    if any(reading and reading.stale for reading in (*view.read.floors, *view.read.zones, *view.read.circuits)):
        yield inked(f"  {glyphs.plan.stale}", "muted"), STALE
    if view.corners & sitting.known.unknown:
        yield inked(f"  {glyphs.plan.corner}", "corner"), LIKELIER


class NightKeys(TowerKeys):
    """The keys of the night, and how to read the board."""

    TITLE = "keys, and how to read the board"

    def marks(self, width: int) -> Lines:
        glyphs = self.game.glyphs
        lines = [inked("The flats", "title")]
        for look, words in LOOKS.items():
            first = sample(look, glyphs).pad_right(COLUMN - 3)
            lines += flowing(f"{words[0].upper()}{words[1:]}", width, "ink", first=first)
        corner = inked(f"  {glyphs.plan.corner}", "corner").pad_right(COLUMN - 3)
        lines += flowing(LIKELIER[0].upper() + LIKELIER[1:], width, "ink", first=corner)
        lines += [EMPTY, inked("Round the board", "title")]
        for sign, words in _SIGNS:
            lines += flowing(words, width, "ink", first=inked(f"{sign:<{COLUMN}}", "key"))
        return lines
