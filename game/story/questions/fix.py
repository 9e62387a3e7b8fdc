"""Fix: renovate a small tower at one go."""

# ruff: noqa: PLC0415 - starting the game must not wait for the tower

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from game.story import rulebook
from game.story.questions.base import Fault, Outcome, Settled
from game.story.questions.renovation import Renovation, Site
from game.story.state import State
from game.story.step import Text

if TYPE_CHECKING:
    from game.tower.codes import Code
    from game.tower.sitting import Sitting


class Fix(Renovation, frozen=True, kw_only=True, tag="fix"):
    """It ends when the switch has worked, however late that is.

    The answer is a line of words such as *survey 4*. The ``board`` is the tower, as the long code of a board;
    ``within`` is how many minutes it may take to light it; ``quick`` is the outcome when it took no longer;
    ``slow`` is the outcome when it did.
    """

    board: Text
    within: Annotated[int, Meta(ge=1, le=540)] = 180
    quick: Outcome = Outcome()
    slow: Outcome = Outcome()

    def site(self, state: State) -> Site:  # noqa: ARG002
        return Site(self.board, deadline=False)

    def end(self, sitting: Sitting, state: State) -> Settled:
        outcome = self.quick if sitting.night.minute <= self.within else self.slow
        return Settled(state.after(outcome.effects), outcome.then, reveals=True)

    def faults(self) -> Iterator[Fault]:
        from game.tower.codes import Code, read

        try:
            board = read(self.board)
        except ValueError as wrong:
            yield Fault(("board",), rulebook.questions.BAD_BOARD(wrong=wrong))
            return
        if isinstance(board, Code):
            yield Fault(("board",), rulebook.questions.SHORT_BOARD(long=_long(board)))


def _long(code: Code) -> str:
    """The long code of a short one's board. To draw that takes up to some seconds."""
    from game.tower.codes import long_code
    from game.tower.generator import board
    from game.tower.longform import Drawing

    drawn = board(code)
    return long_code(Drawing(code.size, drawn.building.circuits, drawn.faults))
