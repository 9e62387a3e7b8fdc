"""The splash: the title, up before anything heavy is imported."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

TITLE: Final = "S E V E N   W E E K S"


@contextmanager
def splash() -> Iterator[None]:
    """Show the title on the alternate screen; leave that screen when what follows fails."""
    if sys.platform == "win32":  # an old console would print the sequences
        yield
        return
    columns, rows = shutil.get_terminal_size()
    row, column = rows // 2, max(1, (columns - len(TITLE)) // 2 + 1)
    _write(f"\x1b[?1049h\x1b[2J\x1b[?25l\x1b[{row};{column}H{TITLE}")
    try:
        yield
    except BaseException:
        _write("\x1b[?25h\x1b[?1049l")
        raise


def _write(sequence: str) -> None:
    sys.stderr.write(sequence)
    sys.stderr.flush()
