"""What the flats and figures on the board mean: beside it where there is room, and on the page of keys."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from game.screens.glyphs import FlatLook, Glyphs
from game.screens.help import COLUMN
from game.screens.tower.inside import TowerKeys
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked

LOOKS: Final = {
    FlatLook.UNKNOWN: "nothing known",
    FlatLook.SOUND: "sound",
    FlatLook.FAULTY: "faulty",
    FlatLook.FIXED: "fixed",
    FlatLook.OWN_SOUND: "you say sound",
    FlatLook.OWN_FAULTY: "you say faulty",
}
"""How a flat looks, and what that says."""

_SIGNS: Final = (
    ("4 2", "left of floor 4: two faulty flats were left when it was counted"),
    ("4 2~", "the same, but something has been fixed there since"),
    ("1?", "right of a floor: so many of its faults are still to be found"),
    ("a to z", "circuits, and under the tower their breakers: whole holds, broken trips"),
    ("A to Z", "risers, and under them where the water stopped"),
)


def sample(look: FlatLook, glyphs: Glyphs) -> Content:
    """A flat of that look, as it stands on the smallest board, without its letter."""
    shape = glyphs.plan.shapes[look]
    return inked(shape.sides[0] + " " + shape.sides[-1], shape.ink)


class Legend(Drawn):
    """The looks of the flats, in two columns."""

    DEFAULT_CSS = """
    Legend { margin-top: 1; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs

    def paint(self, width: int) -> Lines:
        entries = [sample(look, self._glyphs) + inked(f"  {words}", "faint") for look, words in LOOKS.items()]
        half = (len(entries) + 1) // 2
        column = min(24, width // 2)
        return [
            left.pad_right(max(0, column - left.cell_length)) + right
            for left, right in zip(entries[:half], entries[half:], strict=True)
        ]


class NightKeys(TowerKeys):
    """The keys of the night, and how to read the board."""

    TITLE = "keys, and how to read the board"

    def marks(self, width: int) -> Lines:
        glyphs = self.game.glyphs
        lines = [inked("The flats", "title")]
        for look, words in LOOKS.items():
            first = sample(look, glyphs).pad_right(COLUMN - 3)
            lines += flowing(f"{words[0].upper()}{words[1:]}", width, "ink", first=first)
        lines += [EMPTY, inked("Round the board", "title")]
        for sign, words in _SIGNS:
            lines += flowing(words, width, "ink", first=inked(f"{sign:<{COLUMN}}", "key"))
        return lines
