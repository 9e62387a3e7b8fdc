"""From a code to its board: drawn, held against the guarantees, and drawn again until it keeps them.

1. Never a guess: :mod:`game.tower.fallback` is certain from any position.
2. Its bound leaves room for one failed throw before 8:00. Both follow from the size.
3. Par, as :func:`game.tower.crew.par` has it, leaves room for one failed throw too.
4. On the par path no more than 4 readings in a row settle nothing, and it takes a deduction beyond level 1.
5. The four simple crews need on average at least 15 % more minutes of reading than par.

A draw that misses 3 to 5, or is of another grade, is thrown away. That about every second draw is kept shifts the
chances of the faults a little; ``tests/tower/test_generator.py`` says by how much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Final

import msgspec
from msgspec.structs import replace

from game.tower import circuits
from game.tower.boards import LAUNCH, Size
from game.tower.building import Building, Chance
from game.tower.codes import VERSION, Code
from game.tower.crew import par, play, reading_minutes, simple_crews
from game.tower.flats import mask_of
from game.tower.grades import Grade, grade_of
from game.tower.known import Known
from game.tower.moves import COSTS, Event, Survey, Surveyed
from game.tower.night import MORNING, Night
from game.tower.path import Path, path_of
from game.tower.rng import Rng

LATEST: Final = MORNING - COSTS.switch - COSTS.dark
"""The minute by which the fallback and par are done: one failed throw before 8:00. It is 475."""
SIMPLE_PERCENT: Final = 115
"""The simple crews' minutes of reading are at least so many for every 100 of par's."""

CORNER: Final[Chance] = (35, 100)
"""The chance of a fault, in the story, where a corner was cut."""
NO_CORNER: Final[Chance] = (6, 100)
_STORY_TRIES: Final = 12


class Board(msgspec.Struct, frozen=True):
    """A board of free play."""

    code: Code
    building: Building
    faults: int
    free: tuple[Surveyed, ...]
    """The floor counts that everybody is given at 23:00. Par does without them."""
    path: Path
    """The path of par."""

    @property
    def night(self) -> Night:
        """Its night at 23:00."""
        return Night(self.building, self.faults)

    def known(self, log: Iterable[Event]) -> Known:
        """What its player knows after these events: the free counts too."""
        return Known.of(self.building, (*self.free, *log))


class Draw(msgspec.Struct, frozen=True):
    """A night as it was drawn, and a number for the dice of whoever plays it."""

    night: Night
    dice: int


def board(code: Code) -> Board:
    """The board of a code: of the draws of its seed, the first that is of its grade and keeps the guarantees."""
    return next(filter(None, attempts(code)))


def attempts(code: Code) -> Iterator[Board | None]:
    """The draws of a code, up to its board: None for each that is thrown away.

    Whoever does not want to wait for the board any longer asks for no further draw.
    """
    for attempt in count():
        found = _kept(code, drawn(code.size, code.seed, attempt))
        yield found
        if found:
            return


def _kept(code: Code, draw: Draw) -> Board | None:
    """The board that a draw is, if it is of the code's grade and keeps the guarantees."""
    played = par(draw.night)
    path = path_of(played)
    if not is_fair(path) or grade_of(code.size.name, path.difficulty) != code.grade:
        return None
    if not rewards_reasoning(draw, played):
        return None
    return Board(code, draw.night.building, draw.night.faults, _free(draw, code.grade), path)


def drawn(size: Size, seed: int, attempt: int) -> Draw:
    """A draw of a seed, good or not."""
    rng = Rng(VERSION, size.rows, size.cols, seed, attempt)
    building = size.building(circuits.drawn(rng, size.rows, size.cols, size.circuits))
    return Draw(Night(building, faults_of(rng, size, building.chances)), rng.word())


def faults_of(rng: Rng, size: Size, chances: Sequence[Chance]) -> int:
    """Hidden faults, each flat by its own chance; drawn again while their number is outside the range."""
    while True:
        faults = mask_of(flat for flat, (num, den) in enumerate(chances) if rng.chance(num, den))
        if size.kmin <= faults.bit_count() <= size.kmax:
            return faults


def is_fair(path: Path) -> bool:
    """Guarantees 3 and 4, of the par path."""
    return path.minutes <= LATEST and path.reasons_well


def rewards_reasoning(draw: Draw, played: Night) -> bool:
    """Guarantee 5, given the night of par."""
    simple = [reading_minutes(play(draw.night, crew)) for crew in simple_crews(draw.dice)]
    return 100 * sum(simple) >= SIMPLE_PERCENT * len(simple) * reading_minutes(played)


def story_night(corners: int, seed: int) -> Night:
    """The last night of a story: 7 × 7 flats, a flat a day, the corners that were cut being the likely faults.

    The faults are drawn first and by their chances alone; then circuits, until they make a good board of them or
    after some tries any. So the chances shown are true: those of each flat, conditioned on the range of the number
    of faults, which is what ``Exact(Known.at_eleven(night.building)).chance(flat)`` says.
    """
    size, chances = LAUNCH, tuple(CORNER if corners >> flat & 1 else NO_CORNER for flat in range(LAUNCH.flats))
    rng = Rng(VERSION, seed)
    faults = faults_of(rng, size, chances)
    for _ in range(_STORY_TRIES):
        parts = circuits.drawn(rng, size.rows, size.cols, size.circuits)
        draw = Draw(Night(replace(size.building(parts), chances=chances), faults), rng.word())
        played = par(draw.night)
        if is_fair(path_of(played)) and rewards_reasoning(draw, played):
            break
    return draw.night


def _free(draw: Draw, grade: Grade) -> tuple[Surveyed, ...]:
    """On easy boards half the floor counts, rounded down; which ones, the seed says."""
    if grade is not Grade.EASY:
        return ()
    floors = list(range(draw.night.building.rows))
    Rng(draw.dice, len(floors)).shuffle(floors)
    surveys = (draw.night.read(Survey(floor)) for floor in sorted(floors[: len(floors) // 2]))
    return tuple(event for event in surveys if isinstance(event, Surveyed))
