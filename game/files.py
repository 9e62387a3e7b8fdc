"""Files that somebody else may have written: none of them makes the game wait, or fills its memory."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

MOST: Final = 4 * 1024 * 1024
"""Bytes of the largest file that is read where nothing says otherwise. None of ours has a twentieth of it."""


def content_of(path: Path, most: int = MOST) -> bytes:
    """The bytes of a file.

    Raises ``OSError`` when it cannot be read, has more than ``most``, or is a pipe or a device, which may not end.
    """
    mode = path.stat().st_mode
    if not S_ISREG(mode) and not S_ISDIR(mode):
        raise OSError(0, "it is a pipe or a device, and no file")
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(0, f"it has more than {most:,} bytes")
    return content
