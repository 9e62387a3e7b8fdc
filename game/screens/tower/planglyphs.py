"""The characters of the night's floor plan, as data: a Unicode set and an ASCII set."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple


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


UNICODE: Final = PlanGlyphs(
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

ASCII: Final = PlanGlyphs(
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
