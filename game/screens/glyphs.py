"""The characters everything is drawn with, as data: a Unicode set and an ASCII set.

The Unicode set keeps to box drawing, blocks and shades, which every terminal that has them draws one cell wide,
and to a few signs whose width no terminal disputes. How a day stands in the tower can be told from the shapes
alone, without colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

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


class FlatLook(StrEnum):
    """How a flat of the night's floor plan looks. The last four are moments: they pass, or end the night."""

    UNKNOWN = "unknown"
    SOUND = "sound"
    FAULTY = "faulty"
    FIXED = "fixed"
    OWN_SOUND = "own-sound"
    OWN_FAULTY = "own-faulty"
    LIT = "lit"
    LAMP = "lamp"
    WATER = "water"
    DARK = "dark"


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


class Shape(NamedTuple):
    """A flat of the floor plan: what stands at both sides of its letter, or in windows of 3×1, 5×2 and 7×3."""

    ink: str
    sides: str
    windows: tuple[tuple[str, ...], ...]


def _filled(ink: str, sign: str) -> Shape:
    """A shape that is the same all over."""
    return Shape(ink, sign * 2, tuple((sign * (1 + 2 * high),) * high for high in (1, 2, 3)))


class PlanGlyphs(NamedTuple):
    """What the night's floor plan is drawn with.

    ``joints`` is the wall by the arms that meet at a place: up 1, right 2, down 4, left 8. ``cut`` runs where a
    riser's lower part ends. ``unread``, ``holds`` and ``trips`` are a breaker; ``stale`` follows a reading that is
    older than a fix. ``beside`` stands left and right of the flat that the cursor is on. ``corner`` is in a flat
    that is likelier to be faulty than others.
    """

    shapes: Mapping[FlatLook, Shape]
    joints: str
    cut: str
    unread: str
    holds: str
    trips: str
    stale: str
    beside: str
    nothing: str
    corner: str


class Glyphs(NamedTuple):
    """One set of drawing characters.

    ``slim``, ``medium`` and ``large`` are the windows of the three sizes of tower. ``warming`` are the shades
    that stand in for ``solid`` while a lamp comes on; ``halves`` are the four ways to fill a cell by halves, where
    there are any.
    """

    name: str
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
    plan: PlanGlyphs


_UNICODE_PLAN: Final = PlanGlyphs(
    shapes={
        FlatLook.UNKNOWN: _filled("fog", "░"),
        FlatLook.SOUND: Shape("sound", "▄▄", (("▄▄▄",), ("▄▄▄▄▄", "▀▀▀▀▀"), ("", "▄▄▄▄▄▄▄", "▀▀▀▀▀▀▀"))),
        FlatLook.FAULTY: _filled("faulty", "▞"),
        FlatLook.FIXED: Shape("fixed", "▐▌", (("▐█▌",), ("▐███▌",) * 2, ("▐█████▌",) * 3)),
        FlatLook.OWN_SOUND: Shape("pencil", "──", ((" ─ ",), (" ─── ", ""), ("", " ───── ", ""))),
        FlatLook.OWN_FAULTY: Shape("pencil", "╲╱", ((" ╳ ",), ("  ╳  ", ""), ("  ╲ ╱  ", "   ╳   ", "  ╱ ╲  "))),
        FlatLook.LIT: _filled("lit", "█"),
        FlatLook.LAMP: _filled("lit", "▒"),
        FlatLook.WATER: _filled("water", "▓"),
        FlatLook.DARK: _filled("fog", " "),
    },
    joints=" ╹╺┗╻┃┏┣╸┛━┻┓┫┳╋",
    cut="╌",
    unread=" ∙",
    holds="━━",
    trips="━╱",
    stale="~",
    beside="▐▌",
    nothing="∙",
    corner="▚",
)

_ASCII_PLAN: Final = PlanGlyphs(
    shapes={
        FlatLook.UNKNOWN: _filled("fog", "."),
        FlatLook.SOUND: Shape("sound", "__", (("___",), ("", "_____"), ("", "", "_______"))),
        FlatLook.FAULTY: _filled("faulty", "/"),
        FlatLook.FIXED: Shape("fixed", "[]", (("[=]",), ("[===]", "[===]"), ("[=====]", "[=====]", "[=====]"))),
        FlatLook.OWN_SOUND: Shape("pencil", "--", ((" - ",), (" --- ", ""), ("", " ----- ", ""))),
        FlatLook.OWN_FAULTY: Shape("pencil", "xx", ((" x ",), ("  x  ", ""), ("  \\ /  ", "   x   ", "  / \\  "))),
        FlatLook.LIT: _filled("lit", "#"),
        FlatLook.LAMP: _filled("lit", "*"),
        FlatLook.WATER: _filled("water", "~"),
        FlatLook.DARK: _filled("fog", " "),
    },
    joints=" |-+||++-+-+++++",
    cut=":",
    unread=" .",
    holds="==",
    trips="=/",
    stale="~",
    beside="><",
    nothing=".",
    corner="%",
)

UNICODE: Final = Glyphs(
    name="unicode",
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
    plan=_UNICODE_PLAN,
)

ASCII: Final = Glyphs(
    name="ascii",
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
    plan=_ASCII_PLAN,
)

SETS: Final = {glyphs.name: glyphs for glyphs in (UNICODE, ASCII)}
"""Both sets by the name a setting gives them."""
