"""The app of a class: opens it, puts it on the projector, and closes it."""

# ruff: noqa: PLC0415 - a screen is imported when it is opened

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.app import ScreenStackError

from game.classroom.session import Session
from game.errors import ForPeople
from game.screens import themes
from game.screens.classroom.asks import LAN, NOT, OPEN, AskScreen, Way
from game.screens.classroom.fronting import Fronting
from game.screens.stage import Stage

if TYPE_CHECKING:
    from game.screens.classroom.front import Front

AGAIN: Final = "This class goes on where it was broken off. To begin another one, leave it with q."
BACK: Final = "Back to the class"
PATIENCE: Final = 5.0
"""Seconds in which a class has to be closed."""


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

    def on_mount(self) -> None:
        """Say what --lan does before it is done; else begin."""
        if self._lan and not self.session.again:
            self._ask_first()
        else:
            self.run_worker(self.begin())

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

    async def end(self, said: str = "") -> None:
        """The class is over. What is ``said`` stays on the terminal."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self.session.close()
        name = self.session.conductor.run.name
        words = "--solo --run" if self.session.solo else "--run"
        kept = f"The story is saved as {name}. To go on with it: seven-weeks class {words} {name}"
        self.exit(message=Text("\n".join(filter(None, (said, kept)))))

    def leave(self) -> None:
        """Ctrl+C and Ctrl+Q ask first as well; pressed once more they end the class."""
        if self._front is None or isinstance(self.screen, AskScreen):
            self.run_worker(self.end())
        else:
            self._front.action_leave()
