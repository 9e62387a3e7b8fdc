"""A visit to the tower: from the menu to a board, through its night, to the end card, and round again."""

# ruff: noqa: PLC0415 - a screen is imported when it is opened

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final, TypeVar

from textual.screen import Screen

from game.crowd import Crowd
from game.freeplay import FreePlay, any_code
from game.screens.stage import Stage
from game.screens.tower.drawing import DrawingScreen
from game.screens.tower.end import EndScreen, Next
from game.screens.tower.menu import MenuScreen
from game.screens.tower.saying import result
from game.tower.boards import ANNEX
from game.tower.codes import Code
from game.tower.grades import Grade
from game.tower.longform import Drawing
from game.tower_command.wanted import Wanted, Wish

Answer = TypeVar("Answer")


class Visit:
    """One player's visit, on whatever app of the game. ``last`` is the result of the last night, in a line."""

    def __init__(self, stage: Stage, *, leave: str = "Leave") -> None:
        self._stage = stage
        self._leave = leave
        self._card = True
        self.last = ""

    async def go(self, wanted: Wanted) -> None:
        """Do what is wanted, then what the menu is asked for, until the player leaves. Run it in a worker."""
        asked: Wanted | None = wanted
        while asked is not None:
            if asked.wish in ALONE or asked.board is not None:
                asked = await WAYS[asked.wish](self, asked)
            else:
                asked = await self._ask(MenuScreen(asked.wish, leave=self._leave))

    async def _learn(self, _: Wanted) -> Wanted:
        """The lesson; then a small board, if the player wants one."""
        from game.screens.tower.learn import LearnScreen

        learnt = await self._ask(LearnScreen())
        self._card = self._card and learnt is None
        return Wanted("play", any_code(ANNEX, Grade.EASY) if learnt else None)

    async def _lab(self, _: Wanted) -> Wanted:
        from game.screens.lab.screen import LabScreen

        await self._ask(LabScreen())
        return MENU

    async def _apart(self, wanted: Wanted) -> Wanted:
        """A walk through a board, flat by flat."""
        free = await self._draw(wanted.board)
        if free is not None:
            await self._walk(free)
        return MENU

    async def _play(self, wanted: Wanted) -> Wanted:
        """Nights at a board, and at others like it, until the player turns to something else."""
        free = await self._draw(wanted.board)
        while free is not None:
            what = await self._night(free)
            if what is Next.AGAIN:
                free.again()
            elif what is Next.ANOTHER:
                free = await self._draw(any_code(free.size, free.grade or Grade.MEDIUM))
            else:
                break
        return MENU

    async def _draw(self, board: Code | Drawing | None) -> FreePlay | None:
        return None if board is None else await self._ask(DrawingScreen(board))

    async def _walk(self, free: FreePlay) -> None:
        from game.screens.tower.apart import ApartScreen

        await self._ask(ApartScreen(free))

    async def _night(self, free: FreePlay) -> Next | None:
        """A night, and its end card; meanwhile the crews are at work. What comes back is what is wanted next."""
        from game.screens.tower.night import NightScreen

        crowd = Crowd(free.code)
        crowd.start()
        try:
            card, self._card = self._card, False
            sitting = await self._ask(NightScreen(free, card=card))
            self.last = f"{free.code}: {result(free.sitting.night)}"
            return None if sitting is None else await self._at_the_end(free, crowd)
        finally:
            crowd.close()

    async def _at_the_end(self, free: FreePlay, crowd: Crowd) -> Next | None:
        report = free.report(date.today())
        while True:
            what = await self._ask(EndScreen(free.title, free.sitting, report, crowd))
            if what is not Next.APART:
                return what
            await self._walk(free)

    async def _ask(self, screen: Screen[Answer | None]) -> Answer | None:
        return await self._stage.push_screen_wait(screen)


MENU: Final = Wanted("play")
ALONE: Final[frozenset[Wish]] = frozenset({"learn", "lab"})
"""What needs no board."""
WAYS: Final[dict[Wish, Callable[[Visit, Wanted], Awaitable[Wanted]]]] = {
    "play": Visit._play,
    "learn": Visit._learn,
    "lab": Visit._lab,
    "apart": Visit._apart,
}
