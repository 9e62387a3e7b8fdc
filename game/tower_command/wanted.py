"""What a player wants of the tower, for whichever face opens it."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from game.tower.codes import Code
from game.tower.longform import Drawing

Wish: TypeAlias = Literal["play", "learn", "lab", "apart"]
"""A night, the tutorial, the lab, or a night flat by flat."""


class Wanted(msgspec.Struct, frozen=True):
    """What to open. Without a board the player is asked which one; the tutorial and the lab bring their own."""

    wish: Wish
    board: Code | Drawing | None = None
