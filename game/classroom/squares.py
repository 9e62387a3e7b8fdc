"""Squares: a link as a QR code, for a phone to read."""

from __future__ import annotations

from typing import Final

import segno

QUIET: Final = 2
"""Modules of light around a code, as many as a phone needs."""


def squares_of(link: str) -> list[list[int]]:
    """The rows of the code with the light around it; 1 is dark."""
    dark = segno.make(link, error="l", micro=False).matrix
    light, empty = [[0] * (len(dark) + 2 * QUIET)] * QUIET, [0] * QUIET
    return [*light, *([*empty, *row, *empty] for row in dark), *light]
