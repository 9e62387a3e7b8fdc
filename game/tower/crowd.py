"""The crowd: 200 simulated crews at one board, so that a player's minutes can be seen among others'.

They are the crews of :func:`game.tower.crew.at_random` with the seeds 0 to 199, the same for everybody: dice say
who reads next, and what. The floors that a player is told for nothing they are told too. In all else they are
better than people: they never miss what follows from their readings, never fix a sound flat, and throw the switch
only when they are sure. So to be quicker than half of them is to have chosen readings better than dice do.

``python -m game.tower.crowd CODE`` prints their minutes, a line a crew, as each is done. It is started by
``game/crowd.py``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

from game.tower.codes import EXAMPLE, BadCode, Code, read
from game.tower.crew import at_random, play
from game.tower.generator import board
from game.tower.longform import Drawing
from game.tower.moves import Event
from game.tower.night import Night

CREWS: Final = 200
WHO: Final = (
    "The crews are simulated. Dice choose what they read. They never miss what follows from it, and throw only"
    " when they are sure."
)
"""Said beside the histogram."""


def minutes(night: Night, given: tuple[Event, ...] = (), first: int = 0) -> Iterator[int]:
    """The minutes of each crew, from the one numbered ``first`` on; a crew is played when it is asked for.

    Whatever has been done that night, they begin at 23:00, and with what is ``given``.
    """
    start = Night(night.building, night.faults, night.costs)
    return (play(start, at_random(seed), given).minute for seed in range(first, CREWS))


def minutes_at(wanted: Code | Drawing, first: int = 0) -> Iterator[int]:
    """The same for the board of a code. A short code's board is drawn when the first crew is asked for."""
    if isinstance(wanted, Code):
        drawn = board(wanted)
        yield from minutes(drawn.night, drawn.free, first)
    else:
        yield from minutes(wanted.night, (), first)


def main(arguments: Sequence[str]) -> str | None:
    """Print the minutes of the crews of a code. What is returned is what is wrong with the words, if anything."""
    try:
        [text] = arguments
        wanted = read(text)
    except BadCode as bad:
        return str(bad)
    except ValueError:
        return f"Say which board, by its code: python -m game.tower.crowd {EXAMPLE}"
    # Written without a buffer: each line is there at once, and none is left over when the reader has gone.
    with suppress(OSError, KeyboardInterrupt):
        for each in minutes_at(wanted):
            os.write(1, b"%d\n" % each)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
