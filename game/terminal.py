"""What a problem looks like in a terminal: as wide as that is, and with a little colour where it shows any."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final, TextIO

from game.errors import ForPeople
from game.story.problems import BrokenScript
from game.story.report import PLAIN, WIDTH, Inks, report

_WHY: Final = "Why: seven-weeks rules {code}"


def _ink(code: str) -> Callable[[str], str]:
    return lambda text: f"\x1b[{code}m{text}\x1b[0m"


COLOURED: Final = Inks(place=_ink("1"), error=_ink("31"), note=_ink("36"), gutter=_ink("2"), caret=_ink("31"))


def inks_for(stream: TextIO) -> Inks:
    """Colours for a terminal that shows them; none for a file, a pipe, or where NO_COLOR is set."""
    shows = stream.isatty() and os.environ.get("TERM") != "dumb" and "NO_COLOR" not in os.environ
    return COLOURED if shows and (os.name != "nt" or "WT_SESSION" in os.environ) else PLAIN


def width_of(stream: TextIO) -> int:
    """The columns of the terminal behind a stream, or as many as are usual where there is none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or WIDTH
    except (OSError, ValueError):
        return WIDTH


def told(trouble: ForPeople, stream: TextIO) -> str:
    """What cannot be done, or all that is wrong with a script, as this stream shows it."""
    if not isinstance(trouble, BrokenScript):
        return str(trouble)
    said = report(trouble.problems, width_of(stream), inks_for(stream))
    code = next((problem.rule for problem in trouble.problems), "")
    return f"{said} {_WHY.format(code=code)}" if stream.isatty() and code else said
