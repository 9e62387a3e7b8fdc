"""The lectern: what whoever leads a class has in their hands besides the story: the door, the light, the timer."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from game.classroom.board import Board, Phase
from game.classroom.button import Projector, Unseen, button
from game.classroom.closing import closing_of
from game.classroom.poll import Poll
from game.classroom.posting import board_of
from game.classroom.store import Counted, Store
from game.classroom.view import View
from game.run import Run


class Lectern:
    """Holds the view of a class and puts up the board that belongs to it. It changes nothing of the story.

    ``changed`` is called after everything that changes the view. ``projector`` is what stands at the front.
    ``removed`` are the ids of the seats that were taken away.
    """

    def __init__(self, run: Run, view: View, store: Store, clock: Callable[[], float], *, locked: bool) -> None:
        self.run = run
        self.store = store
        self.changed: Callable[[], None] = lambda: None
        self.projector: Projector = Unseen()
        self.locked = locked
        self.removed: tuple[str, ...] = ()
        self._view = view
        self._clock = clock

    @property
    def view(self) -> View:
        """How the class stands."""
        return self._view

    @property
    def button(self) -> str:
        """What the big button does now, in words."""
        return button(self._view, self.projector.first)

    # the door

    async def lock(self, *, locked: bool) -> None:
        """Lock the door, or open it: whoever has a seat keeps it."""
        self.locked = locked
        await self._put(self._view.poll)

    async def remove(self, seat: str) -> None:
        """Take a seat away for good."""
        await self.store.remove(seat)
        self.removed += (seat,)
        await self._put(self._view.poll)

    async def counted(self) -> Counted:
        """How many there are, and how many have answered."""
        return await self.store.counted()

    # the light and the timer

    def blank(self, *, blank: bool) -> None:
        """Darken the projector, or light it again."""
        self._view = replace(self._view, blank=blank)
        self.changed()

    async def timer(self, seconds: float) -> None:
        """Start a timer, everywhere to be seen; 0 stops it."""
        until = self._clock() + seconds if seconds else 0
        self._view = replace(self._view, until=until, left=0)
        await self._put(self._view.poll)

    async def pause(self) -> None:
        """Hold the timer, or let it go on."""
        if self._view.paused:
            await self.timer(self._view.left)
        elif self._view.until:
            left = max(1.0, self._view.until - self._clock())
            self._view = replace(self._view, until=0, left=left)
            await self._put(self._view.poll)

    async def over(self) -> None:
        """Tell the phones that the class is over."""
        await self.store.shut()
        number, closing = self._view.board.number + 1, closing_of(self.run)
        board = Board(number=number, phase=Phase.OVER, locked=True, closing=closing)
        await self.store.put(board)

    async def _put(self, poll: Poll | None, *, round: str = "", again: bool = False) -> None:
        """Put up the board that belongs to a poll as it stands now."""
        gone = len(self.removed)
        board = board_of(self._view, poll, round=round, again=again, locked=self.locked, gone=gone)
        if self._view.moment.question is None:
            board = replace(board, closing=closing_of(self.run))
        self._view = replace(self._view, poll=poll, board=board)
        try:
            await self.store.put(board)
        finally:
            self.changed()
