"""Rows and columns of a report in lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Final

WIDTH: Final = 79
LABEL: Final = 14
EVEN: Final = (9, 9, 9, 9, 9, 9, 7)
"""How wide cells are unless something else is said."""


def row(label: str, parts: Sequence[str], first: str = "") -> str:
    """A label, and parts beside it, as many lines as they take."""
    text = " · ".join(filter(None, parts))
    text = f"{first}: {text}" if first and text else text or first
    return "\n".join(wrap(f"{label:{LABEL}}{text}", WIDTH, subsequent_indent=" " * LABEL))


def columns(label: str, cells: Iterable[str], widths: Sequence[int] = EVEN) -> str:
    """A label, and cells under one another to the right; a row may end before its last cell."""
    return f"{label:{LABEL}}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=False))
