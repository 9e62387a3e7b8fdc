"""The characters everything is drawn with, as data: a Unicode set and an ASCII set.

The Unicode set keeps to box drawing, blocks and shades, which every terminal that has them draws one cell wide,
and to a few signs whose width no terminal disputes. How a day stands in the tower can be told from the shapes
alone, without colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from game.screens.tower import planglyphs
from game.story.state import Room


class Look(StrEnum):
    """How an apartment looks from the street."""

    EMPTY = "empty"
    DARK = "dark"
    LIT = "lit"
    CORNER = "corner"
    LATE_CORNER = "late-corner"

    @classmethod
    def of(cls, room: Room) -> Look:
        """The look of a day's room."""
        if room & Room.CORNER:
            return cls.LATE_CORNER if room & Room.LATE else cls.CORNER
        if room & Room.LATE:
            return cls.LIT
        return cls.DARK if room else cls.EMPTY


class Frame(NamedTuple):
    """The pieces of a rectangle: four corners, what runs between them, and the two ends of one only a row high."""

    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str
    across: str
    down: str
    ends: str = ""


Window = tuple[tuple[str, str], ...]
"""The rows of a window, each as what is drawn and the ink it is drawn in."""


class Glyphs(NamedTuple):
    """One set of drawing characters.

    ``slim``, ``medium`` and ``large`` are the windows of the three sizes of tower. ``warming`` are the shades
    that stand in for ``solid`` while a lamp comes on; ``halves`` are the four ways to fill a cell by halves, where
    there are any.
    """

    slim: Mapping[Look, Window]
    medium: Mapping[Look, Window]
    large: Mapping[Look, Window]
    solid: str
    halves: str
    warming: tuple[str, ...]
    wall: Frame
    today: Frame
    pointer: Frame
    mast: tuple[str, str, str]
    bar: str
    track: str
    lost: str
    rule: str
    minus: str
    stars: str
    glimmer: str
    plan: planglyphs.PlanGlyphs


UNICODE: Final = Glyphs(
    slim={
        Look.EMPTY: (("∙", "empty"),),
        Look.DARK: (("▃", "unlit"),),
        Look.LIT: (("▆", "lit"),),
        Look.CORNER: (("▚", "corner"),),
        Look.LATE_CORNER: (("▙", "corner"),),
    },
    medium={
        Look.EMPTY: (("∙", "empty"),),
        Look.DARK: (("▄▄", "unlit"), ("▀▀", "unlit")),
        Look.LIT: (("██", "lit"), ("▀▀", "lit")),
        Look.CORNER: (("▞▞", "corner"), ("▝▝", "corner")),
        Look.LATE_CORNER: (("██", "lit"), ("▝▝", "corner")),
    },
    large={
        Look.EMPTY: ((" ∙", "empty"),),
        Look.DARK: (("▄▄▄▄", "unlit"), ("▀▀▀▀", "unlit")),
        Look.LIT: (("████", "lit"), ("████", "lit")),
        Look.CORNER: (("▞▞▞▞", "corner"), ("▞▞▞▞", "corner")),
        Look.LATE_CORNER: (("████", "lit"), ("▞▞▞▞", "corner")),
    },
    solid="█▆",
    halves=" ▀▄█",
    warming=("░", "▒", "▓"),
    wall=Frame("┏", "┓", "┗", "┛", "━", "┃"),
    today=Frame("┏", "┓", "┗", "┛", "━", "┃", "[]"),
    pointer=Frame("╔", "╗", "╚", "╝", "═", "║", "><"),
    mast=("╷", "│", "┷"),
    bar="━",
    track="─",
    lost="╍",
    rule="─",
    minus="−",
    stars="∙.∙.",
    glimmer="∙",
    plan=planglyphs.UNICODE,
)

ASCII: Final = Glyphs(
    slim={
        Look.EMPTY: ((".", "empty"),),
        Look.DARK: (("_", "unlit"),),
        Look.LIT: (("#", "lit"),),
        Look.CORNER: (("/", "corner"),),
        Look.LATE_CORNER: (("%", "corner"),),
    },
    medium={
        Look.EMPTY: ((".", "empty"),),
        Look.DARK: (("", "unlit"), ("__", "unlit")),
        Look.LIT: (("##", "lit"), ("##", "lit")),
        Look.CORNER: (("//", "corner"), ("//", "corner")),
        Look.LATE_CORNER: (("##", "lit"), ("//", "corner")),
    },
    large={
        Look.EMPTY: ((" .", "empty"),),
        Look.DARK: (("", "unlit"), ("____", "unlit")),
        Look.LIT: (("####", "lit"), ("####", "lit")),
        Look.CORNER: (("////", "corner"), ("////", "corner")),
        Look.LATE_CORNER: (("####", "lit"), ("////", "corner")),
    },
    solid="#",
    halves="",
    warming=(".", ":", "+"),
    wall=Frame("+", "+", "+", "+", "-", "|"),
    today=Frame("[", "]", "[", "]", "-", "|", "[]"),
    pointer=Frame(">", "<", ">", "<", "=", "|", "><"),
    mast=("|", "|", "+"),
    bar="=",
    track="-",
    lost="x",
    rule="-",
    minus="-",
    stars=".",
    glimmer=".",
    plan=planglyphs.ASCII,
)
