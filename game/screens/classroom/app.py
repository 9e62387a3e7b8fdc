"""The app of a class: opens it, puts it on the projector, and closes it."""

# ruff: noqa: PLC0415 - a screen is imported when it is opened

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import RenderableType
from rich.text import Text
from textual.app import ScreenStackError

from game.classroom.results import NoResults
from game.classroom.session import Session
from game.errors import ForPeople
from game.screens import themes
from game.screens.classroom.asks import LAN, NOT, OPEN, AskScreen, Way
from game.screens.classroom.fronting import Fronting
from game.screens.classroom.signals import FROM_OUTSIDE, give_up, on_signals
from game.screens.stage import Stage

if TYPE_CHECKING:
    from game.screens.classroom.front import Front

AGAIN: Final = "This class goes on where it was broken off. To begin another one, leave it with q."
BACK: Final = "Back to the class"
ANYWAY: Final = "Ctrl+C, twice, ends the class all the same."
PATIENCE: Final = 5.0
"""Seconds in which a class has to be closed."""
LAST: Final = 3.0
"""Seconds after that in which the program has to be gone, if its terminal lets it or not."""


class ClassApp(Stage):
    """A class in a terminal. ``results`` is the folder into which is written what a room has said.

    Phones are served in the app's own loop.
    """

    TITLE = "Seven Weeks, with a class"
    CSS_PATH = "class.tcss"
    KEPT = "Every answer up to here is saved, and the phones come back by themselves."

    def __init__(
        self,
        session: Session,
        results: Path,
        *,
        lan: bool = False,
        theme: str = themes.DAY.name,
        still: bool = False,
        ascii_only: bool = False,
    ) -> None:
        super().__init__(theme=theme, still=still, ascii_only=ascii_only)
        self.session = session
        self._results = results
        self._lan = lan
        self._front: Front | None = None
        self._ending = False
        self._cut = False

    def on_mount(self) -> None:
        """Say what --lan does before it is done; else begin."""
        self._signals = on_signals(self._cut_short)
        if self._lan and not self.session.again:
            self._ask_first()
        else:
            self.run_worker(self.begin())

    def on_unmount(self) -> None:
        """Signals are nobody's any more."""
        self._signals()

    def _ask_first(self) -> None:
        room = self.session.room
        port = f"port {room.desk.port}" if room and room.desk.port else "a port that is free"
        told = [paragraph.format(port=port) for paragraph in LAN]
        self.push_screen(AskScreen("Open this class to the network?", told, [OPEN, NOT]), self._asked)

    def _asked(self, way: Way | None) -> None:
        if way == OPEN:
            self.run_worker(self.begin())
        else:
            self.exit()

    async def begin(self) -> None:
        """Open the class: first its door, and the story once that has been seen."""
        session = self.session
        try:
            await session.open()
        except ForPeople as trouble:
            self.exit(return_code=trouble.exit_code, message=Text(str(trouble)))
            return
        session.conductor.changed = self._changed
        session.conductor.projector = self
        session.conductor.leaving = self._end
        if session.room is None or session.again:
            self._put_in_front()
        else:
            from game.screens.classroom.door import DoorScreen

            self.push_screen(DoorScreen(session.room), lambda _: self._put_in_front())

    @property
    def first(self) -> str:
        """What Enter does at the front before the class goes on: whatever stands before the class goes first."""
        try:
            return self.screen.first if isinstance(self.screen, Fronting) else BACK
        except ScreenStackError:  # the app is being closed
            return ""

    def show(self) -> None:
        """Do that."""
        self.call_later(self.screen.show_first if isinstance(self.screen, Fronting) else self.screen.dismiss)

    def _put_in_front(self) -> None:
        from game.screens.classroom.front import Front

        notes = [AGAIN if self.session.again else "", self.session.conductor.run.notice]
        self._front = Front(self.session, self._results, " ".join(filter(None, notes)))
        self.push_screen(self._front)

    def _changed(self) -> None:
        """Keep what a restart would need, and show the change as soon as the loop is free."""
        trouble, front = self.session.keep(), self._front
        if front is not None and front.is_mounted:
            if trouble:
                front.say(trouble)
            front.call_later(front.renew)

    async def end(self, return_code: int = 0, *, unwritten: bool = True) -> None:
        """The class is over, however it came to that: its results are written, and all that was secret is gone.

        Results that cannot be written are lost with it; unless ``unwritten``, it goes on then and says so.
        """
        if self._ending:
            return
        self._ending = True
        if self._front is not None:
            await self._front.raise_what_is_counted()
        try:
            said = await self.session.write(self._results)
        except NoResults as trouble:
            said = str(trouble)
            if not unwritten and self._front is not None:
                self._ending = False
                self._front.say(f"{said} {ANYWAY}")
                return
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self.session.close(said)
        name, room = self.session.conductor.run.name, self.session.room
        way = "--solo " if room is None else "--lan " if room.desk.lan else ""
        kept = f"The story is saved as {name}. To go on with it: seven-weeks class {way}--run {name}"
        self.exit(return_code=return_code, message=Text("\n".join(filter(None, (said, kept)))))

    def _end(self) -> None:
        self.run_worker(self.end(unwritten=False))

    def _cut_short(self, signal: int) -> None:
        """The class is ended from outside, maybe with its terminal gone: nothing is drawn any more."""
        self._cut = True
        give_up(PATIENCE + LAST, FROM_OUTSIDE + signal)
        self.run_worker(self._end_unseen(FROM_OUTSIDE + signal))

    async def _end_unseen(self, return_code: int) -> None:
        with self.batch_update():
            await self.end(return_code)

    def panic(self, *renderables: RenderableType) -> None:
        """A terminal that is gone is no fault of ours."""
        if not self._cut:
            super().panic(*renderables)

    def leave(self) -> None:
        """Ctrl+C and Ctrl+Q ask first as well; pressed once more they end the class."""
        if self._front is None or isinstance(self.screen, AskScreen):
            self.run_worker(self.end())
        else:
            self._front.action_leave()
