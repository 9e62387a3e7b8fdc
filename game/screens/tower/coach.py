"""The coach of the lesson: the table that it is played at, the next keys, and the lines that name them."""

from __future__ import annotations

from typing import Final, NamedTuple

from textual.content import Content

from game.screens.glyphs import Glyphs
from game.screens.tower.keys import MARK, MOVING, work_of
from game.screens.tower.measures import Place
from game.screens.tower.pointing import places_of_move
from game.screens.tower.saying import said_last
from game.screens.tower.side import Said
from game.screens.widgets.drawn import EMPTY, MEASURE, Drawn, Lines, flowing, inked
from game.tower.building import Building
from game.tower.flats import flats_in
from game.tower.lesson import OPENING, STEPS, Lesson
from game.tower.moves import Move
from game.tower.sitting import Sitting
from game.tower.spoken import move_of

LEARNED: Final = (
    "You know the six moves, and that readings speak of the faults still left.",
    "A reading costs minutes, thinking none, a switch thrown too soon an hour.",
)
"""What the lesson comes to."""
WIDEST: Final = 96
"""Cells that a line of the coach takes at most."""
OFFER: Final = "a tower of your own. q goes back."

_LEFT, _RIGHT, _UP, _DOWN = MOVING


class LessonTable:
    """A table at which only the next step of the lesson can be taken. Anything else is answered kindly."""

    offers = 0
    kept = True
    """A lesson is soon begun again."""

    def __init__(self) -> None:
        self.lesson = Lesson.begin()

    @property
    def title(self) -> str:
        """What stands over the night: how far the lesson has come."""
        if self.over:
            return "the lesson is over"
        return f"a first night, step {self.lesson.at + 1} of {len(STEPS)}"

    @property
    def sitting(self) -> Sitting:
        """How the night stands."""
        return self.lesson.sitting

    @property
    def over(self) -> bool:
        """Whether every step has been taken."""
        return self.lesson.over

    def do(self, words: str) -> Sitting:
        """Take the next step. Raises ``Unclear``, and says what to do, for anything else."""
        self.lesson = self.lesson.after(words)
        return self.sitting


class Aim(NamedTuple):
    """What the lesson waits for: a ``move``, for which any of the ``flats`` will do, or a mark on each of them."""

    move: Move | None
    flats: int

    @classmethod
    def of(cls, lesson: Lesson) -> Aim:
        """What the next step is about. The lesson must not be over."""
        building, sitting = lesson.sitting.night.building, lesson.sitting
        if lesson.step.marks:
            wanted = sitting.after(lesson.step.words).marks
            return cls(None, wanted.sound & ~sitting.marks.sound)
        move = move_of(building, lesson.step.words)
        flats = [place.flats(building) for place in places_of_move(move)]
        return cls(move, *flats or [building.everything])

    def nearest(self, building: Building, cursor: int) -> int:
        """The flat at which it can be done with the fewest steps of the cursor."""
        return min(flats_in(self.flats), key=lambda flat: sum(map(abs, _way(building, cursor, flat))))

    def places(self, building: Building, cursor: int) -> tuple[Place, ...]:
        """What to make out on the board; nothing for the switch."""
        if self.move:
            return places_of_move(self.move)
        return (Place("flat", self.nearest(building, cursor)),)

    def keys(self, building: Building, cursor: int) -> tuple[str, ...]:
        """The keys that do it, as they are written on them."""
        across, up = _way(building, cursor, self.nearest(building, cursor))
        arrows = [(_RIGHT if across > 0 else _LEFT).shown] * abs(across)
        arrows += [(_UP if up > 0 else _DOWN).shown] * abs(up)
        return (*arrows, work_of(self.move).key if self.move else MARK.shown)

    def means(self, sitting: Sitting, cursor: int) -> str:
        """What those keys do, in words."""
        building = sitting.night.building
        flat = self.nearest(building, cursor)
        if self.move is None:
            return f"mark {building.name(flat)} sound"
        return f"{work_of(self.move).label(building, flat)}, {sitting.night.costs.of(self.move)} min"


def _way(building: Building, here: int, there: int) -> tuple[int, int]:
    """How far it is to the right and up from one flat to another."""
    return (
        building.riser_of(there) - building.riser_of(here),
        building.floor_of(there) - building.floor_of(here),
    )


class Coach(Drawn):
    """What the next step is about, and the very keys that take it. It is as high at every step."""

    DEFAULT_CSS = """
    Coach { padding: 0 2; }
    """

    def __init__(self, table: LessonTable) -> None:
        super().__init__()
        self.table = table
        self._cursor = 0

    def show(self, cursor: int) -> None:
        """Name the keys from where the cursor is."""
        self._cursor = cursor
        self.refresh()

    def paint(self, width: int) -> Lines:
        width = min(width, WIDEST)
        texts = [*(flowing(step.say, width) for step in STEPS), _learned(width)]
        lines = texts[self.table.lesson.at]
        below = max(map(len, texts)) - len(lines)
        return [*lines, self._press(), *[EMPTY] * below]

    def _press(self) -> Content:
        lesson = self.table.lesson
        if lesson.over:
            return _pressing(("Enter",), OFFER)
        aim, building = Aim.of(lesson), lesson.sitting.night.building
        keys = aim.keys(building, self._cursor)
        return _pressing(keys, f"{aim.means(lesson.sitting, self._cursor)}.")


def _learned(width: int) -> Lines:
    return [line for said in LEARNED for line in flowing(said, width)]


def _pressing(keys: tuple[str, ...], what: str) -> Content:
    pressed = inked(" then ", "muted").join([inked(key, "cursor") for key in (f" {key} " for key in keys)])
    return Content.assemble(("Press ", "muted"), pressed, ("  ", "muted"), (what, "today"))


class Taught(Said):
    """What the last move showed, and what follows from it; before the first, how the night began."""

    def __init__(self, table: LessonTable, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self._table = table

    def lines(self, sitting: Sitting, width: int) -> Lines:
        width = min(width, MEASURE)
        if not self._table.lesson.at:
            return flowing(OPENING, width)
        step = STEPS[self._table.lesson.at - 1]
        showed = [] if step.marks else flowing(said_last(sitting), width, "today")
        return [*showed, *flowing(step.then, width)]
