"""Inks: how a word of the palette looks in a theme, worked out once for each."""

from __future__ import annotations

from functools import cache
from typing import Final

from textual.color import Color
from textual.style import Style

from game.screens.themes import THEMES

_GROUNDS: Final = {"skyline": "glimmer", "cursor": "cursor-text", "bar": "bar-text", "band": "ink"}
"""Inks that colour the ground, and what stands on it."""


@cache
def ink_style(theme: str, ink: str) -> Style:
    """How an ink looks in a theme; ``ink@ground`` is an ink on the ground of another."""
    ink, _, ground = ink.partition("@")
    if ground:
        return ink_style(theme, ground) + ink_style(theme, ink)
    inks = THEMES[theme].variables
    words = inks[f"{ink}-style"].split()
    return Style(
        Color.parse(inks[ink]) if ink in _GROUNDS else None,
        Color.parse(inks[_GROUNDS.get(ink, ink)]),
        bold="bold" in words or None,
        dim="dim" in words or None,
        underline="underline" in words or None,
        strike="strike" in words or None,
        reverse="reverse" in words or None,
    )
