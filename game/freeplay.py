"""Free play: a board by its code, the sitting at it, and how often it has been tried."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import SystemRandom

from game.tower.boards import Size
from game.tower.codes import SEED_BITS, Code, daily, long_code
from game.tower.crew import par
from game.tower.generator import Board, attempts, board
from game.tower.grades import Grade
from game.tower.longform import Drawing
from game.tower.moves import Surveyed
from game.tower.report import Mode, Report
from game.tower.sitting import Sitting


class FreePlay:
    """One board of free play, and the player's sitting at it. To make one draws its board: up to some seconds.

    ``code`` names the board, ``night`` is its night at 23:00, ``par`` the minutes of the reference crew, and
    ``free`` are the floor counts that an easy board gives away. ``attempt`` counts from 1.
    """

    offers = 0
    kept = False

    def __init__(self, wanted: Code | Drawing | Board) -> None:
        drawn = board(wanted) if isinstance(wanted, Code) else wanted
        self.grade: Grade | None = None
        self.free: tuple[Surveyed, ...] = ()
        self.night = drawn.night
        if isinstance(drawn, Board):
            self.code, self.size, self.grade = str(drawn.code), drawn.code.size, drawn.code.grade
            self.free, self.par = drawn.free, drawn.path.minutes
        else:
            self.code, self.size = long_code(drawn), drawn.size
            self.par = par(self.night).minute
        self.attempt = 1
        self.sitting = Sitting.at(self.night, self.free)

    @classmethod
    def in_attempts(cls, wanted: Code | Drawing) -> Iterator[FreePlay | None]:
        """Free play on a board, for whoever may not wait for it: None after each draw that is thrown away."""
        if isinstance(wanted, Code):
            yield from (cls(drawn) if drawn else None for drawn in attempts(wanted))
        else:
            yield cls(wanted)

    @property
    def title(self) -> str:
        """The name of its size of tower."""
        return self.size.title

    @property
    def drawing(self) -> Drawing:
        """The board itself, whatever code it came by."""
        return Drawing(self.size, self.night.building.circuits, self.night.faults)

    @property
    def over(self) -> bool:
        """Whether the tower is lit."""
        return self.sitting.night.lit

    def do(self, words: str) -> Sitting:
        """Make a move, mark a flat, ask for a hint. Raises ``Unclear`` when the words mean nothing here."""
        self.sitting = self.sitting.after(words)
        return self.sitting

    def report(self, today: date) -> Report:
        """What the night came to. It must be over."""
        mode = Mode.DAILY if self.code == str(daily(today)) else Mode.FREE
        return Report(
            night=self.sitting.night,
            mode=mode,
            code=self.code,
            par=self.par,
            hints=self.sitting.hints,
            attempt=self.attempt,
            free=self.free,
        )

    def again(self) -> None:
        """The same night once more, from 23:00."""
        self.attempt += 1
        self.sitting = Sitting.at(self.night, self.free)


def any_code(size: Size, grade: Grade = Grade.MEDIUM) -> Code:
    """A code that nobody has asked for before, most likely."""
    return Code(size, grade, SystemRandom().getrandbits(SEED_BITS))
