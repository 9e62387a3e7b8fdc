"""Renovation: a whole tower, made right at one go. It is what a fix and the night have in common.

Whoever plays a story without a tower in it never reads the tower's modules: they are imported where they are used.
"""

# ruff: noqa: PLC0415 - starting the game must not wait for the tower

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from game.story.calendar import DAYS
from game.story.questions.base import Answer, Question, Settled
from game.story.state import State
from game.story.step import Text

if TYPE_CHECKING:
    from game.tower.building import Chance
    from game.tower.sitting import Sitting

SHORT: Final = "This is a short code; write the long one, which has the board itself in it."
THROWS: Final = 0.05
"""How often a stroll throws the switch on a venture."""


class Site(NamedTuple):
    """What is renovated: the long code of a board; for the story's own tower also where a corner was cut.

    Its time is told by the clock of the night where there is a ``deadline``, else in the minutes it takes.
    """

    code: str
    corners: int | None = None
    deadline: bool = True

    def opened(self) -> Sitting:
        """A sitting at it, before anything is done. Raises ``ValueError`` where there can be no such board."""
        from game.tower.codes import read
        from game.tower.longform import Drawing
        from game.tower.night import Night
        from game.tower.sitting import Sitting
        from game.tower.timing import EVENING, NIGHT

        drawing = read(self.code)
        if not isinstance(drawing, Drawing):
            raise ValueError(SHORT)  # noqa: TRY004 - it is read as what a writer or a journal has written
        building = drawing.building
        if self.corners is not None:
            building = replace(building, chances=chances_of(self.corners))
        timing = NIGHT if self.deadline else EVENING
        return Sitting.at(Night(building, drawing.faults), timing=timing)


def chances_of(corners: int) -> tuple[Chance, ...]:
    """The chance of each flat of the story's tower, given those where a corner was cut."""
    from game.tower.generator import CORNER, NO_CORNER

    return tuple(CORNER if corners >> flat & 1 else NO_CORNER for flat in range(DAYS))


class _Sittings:
    """The sittings come to last, kept so that each further line of a night costs one step."""

    MOST = 8

    def __init__(self) -> None:
        self._kept: dict[tuple[Site, tuple[str, ...]], Sitting] = {}

    def at(self, site: Site, lines: tuple[str, ...]) -> Sitting:
        """The sitting after these lines. Raises ``ValueError`` where a line means nothing."""
        found = self._kept.get((site, lines))
        if found is None:
            before = self._kept.get((site, lines[:-1])) if lines else None
            found = before.after(lines[-1]) if before is not None else site.opened().through(lines)
            self._kept[site, lines] = found
            if len(self._kept) > self.MOST:
                del self._kept[next(iter(self._kept))]
        return found


_SITTINGS: Final = _Sittings()


class Renovation(Question, frozen=True, kw_only=True):
    """Each answer is a line of words: *survey 4*, *sound 3B 4C*, *hint*. The question stays until it is over.

    ``house`` is the word for what is renovated, as in *To the tower*.
    """

    house: Text = "tower"

    def begun(self, state: State) -> bool:  # noqa: ARG002
        """Whether there is a board to sit down at."""
        return True

    def site(self, state: State) -> Site:
        """What is renovated."""
        raise NotImplementedError

    def lines(self, state: State) -> tuple[str, ...]:
        """What has been said at it so far."""
        return state.table

    def sitting(self, state: State) -> Sitting:
        """How it stands: a fold of the lines."""
        return _SITTINGS.at(self.site(state), self.lines(state))

    def after(self, line: str, state: State) -> Sitting:
        """How it stands after one more line. Raises ``ValueError``, in words for the player, if it is none."""
        return _SITTINGS.at(self.site(state), (*self.lines(state), line))

    def over(self, sitting: Sitting) -> bool:
        """Whether nothing more is asked of the player."""
        return sitting.night.lit

    def offers(self, sitting: Sitting) -> int:  # noqa: ARG002
        """How much of a hint the crew says by itself: 0 nothing, 1 where, 2 why too, 3 what to do too."""
        return 0

    def end(self, sitting: Sitting, state: State) -> Settled:
        """What it leads to when it is over."""
        raise NotImplementedError

    def refusal(self, answer: Answer, state: State) -> str:
        if not isinstance(answer, str):
            return "Say it in words, like survey 4."
        try:
            self.after(answer, state)
        except ValueError as unclear:
            return str(unclear)
        return ""

    def settle(self, answer: Answer, state: State) -> Settled:
        sitting = self.after(answer, state)
        if self.over(sitting):
            return self.end(sitting, replace(state, table=()))
        return Settled(replace(state, table=(*state.table, answer)), stays=True, reveals=True)

    def sample(self, state: State, rng: Random) -> Answer:
        """A line of somebody who reads at random, opens flats, and fixes what is known to be faulty."""
        from game.tower.crew import readings
        from game.tower.flats import flats_in, lowest
        from game.tower.moves import Breaker, Fill, Fix, Open, Survey, Switch
        from game.tower.spoken import words_of

        known = self.sitting(state).known
        building = known.building
        if known.to_fix:
            return words_of(building, Fix(lowest(known.to_fix)))
        if not known.unknown or rng.random() < THROWS:
            return words_of(building, Switch())
        if rng.random() < 0.5:
            return words_of(building, rng.choice(list(readings(building, Survey, Fill, Breaker))))
        return words_of(building, Open(rng.choice(list(flats_in(known.unknown)))))

    def said(self, answer: Answer) -> str:
        return str(answer)

    def recount(self, answers: Sequence[Answer], state: State) -> list[str]:
        """One line, however many moves and marks there were."""
        table = (*state.table, *answers)
        return [self.summed(self.sitting(replace(state, table=table)))]

    def summed(self, sitting: Sitting) -> str:
        """How it stands, and what it took so far, in one sentence."""
        night, timing = sitting.night, sitting.timing
        how = timing.now(night.minute)
        if night.lit:
            how = f"The {self.house} is {timing.lit(night.minute)}"
        elif self.over(sitting):
            how = "The crew has finished it"
        counts = ((night.failed_throws, "failed throw"), (sitting.hints, "hint"))
        parts = [_counted(count, thing) for count, thing in counts if count]
        moves = _counted(len(night.log), "move")
        return f"{how}, after {' with '.join(filter(None, (moves, ' and '.join(parts))))}."


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
