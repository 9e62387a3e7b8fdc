"""Rows and columns of a report in lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Final

WIDTH: Final = 79
LABEL: Final = 14
CELL: Final = 9


def row(label: str, parts: Sequence[str], first: str = "") -> str:
    """A label, and parts beside it, as many lines as they take."""
    text = " · ".join(filter(None, parts))
    text = f"{first}: {text}" if first and text else text or first
    return "\n".join(wrap(f"{label:{LABEL}}{text}", WIDTH, subsequent_indent=" " * LABEL))


def columns(label: str, cells: Iterable[str], last: str = "") -> str:
    """Cells of one width, and a narrow one."""
    return f"{label:{LABEL}}" + "".join(f"{cell:>{CELL}}" for cell in cells) + (f"{last:>7}" if last else "")
