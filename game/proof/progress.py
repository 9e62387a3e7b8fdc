"""Progress: one line on a terminal that says what takes so long, and is gone when it is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final, TextIO

from game.proof.walk.walked import Progress

PATIENCE: Final = 1.0
"""Seconds before anything is said."""
_CLEAR: Final = "\r\x1b[K"


@contextmanager
def progress_on(stream: TextIO) -> Iterator[Progress | None]:
    """Something to tell what is being walked through, or None where nobody watches."""
    if not stream.isatty():
        yield None
        return
    begun, shown = monotonic(), ""

    def tell(where: str) -> None:
        nonlocal shown
        if where != shown and monotonic() - begun > PATIENCE:
            stream.write(f"{_CLEAR}Walking through every play: {where}")
            stream.flush()
            shown = where

    try:
        yield tell
    finally:
        if shown:
            stream.write(_CLEAR)
            stream.flush()
