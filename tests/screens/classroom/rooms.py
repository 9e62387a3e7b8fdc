"""Classes to look at: a small story on the projector, with hands or with phones that are only pretended."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
from textual.pilot import Pilot

from game.classroom.desk import Desk
from game.classroom.notes import Notes
from game.classroom.opening import Opening
from game.classroom.results import Earlier
from game.classroom.session import Session
from game.classroom.store import Seat
from game.run import Run
from game.screens.classroom.app import ClassApp
from game.screens.classroom.front import Front
from game.story.fold import Moment
from tests import stories
from tests.screens.stage import seen

PROMPT = "Convince somebody who chose otherwise."
CABLES = stories.choose(
    "cables", stories.option("label", late=True), stories.option("close", corner=True), stories.option("leave")
)


def asking(*questions: Any) -> Run:
    """A play of a story that asks these."""
    scenes = (
        stories.scene("day-1", stories.told("first"), *questions, stories.told("last"), day=1),
        stories.scene("end", stories.told("over")),
    )
    return stories.unkept(stories.story(*scenes))


def talked_about(_: Moment) -> Notes:
    """Every question is voted on twice."""
    return Notes(prompt=PROMPT)


class Class:
    """A class in front of a pilot."""

    def __init__(self, app: ClassApp, pilot: Pilot[object]) -> None:
        self.app = app
        self.pilot = pilot
        self.session = app.session

    @property
    def front(self) -> Front:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Front))

    @property
    def answers(self) -> list[Any]:
        return [answer for _, answer in self.session.conductor.run.past()]

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            if self.app.workers:
                await self.settle()

    async def settle(self) -> None:
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        await self.front.renew()
        await self.pilot.pause()

    async def votes(self, *votes: Any) -> None:
        """So many phones answer the open round."""
        store, round = self.session.conductor.store, self.session.conductor.view.board.round
        for number, vote in enumerate(votes):
            seat = Seat(f"seat-{number}", f"amber kettle {number + 2}")
            await store.sit(seat, 100)
            assert await store.vote(round, seat.id, msgspec.json.encode(vote))
        await self.settle()

    def seen(self) -> str:
        """What is on the screen, as text."""
        return seen(self.app)


def class_of(
    run: Run, folder: Path, *, solo: bool = True, earlier: Earlier | None = None, notes: Any = None, **how: Any
) -> ClassApp:
    """The app of a class."""
    desk = None if solo else Desk.new(run.name, 0)
    how_noted = {"notes": notes} if notes else {}
    session = Session(Opening(run, desk), folder, seats=60, earlier=earlier, **how_noted)
    return ClassApp(session, folder, **{"still": True, **how})


@asynccontextmanager
async def sitting(app: ClassApp, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Class]:
    """Sit down in front of a class that has begun."""
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield Class(app, pilot)
        await app.session.close()


def counts(hands: Sequence[int]) -> list[str]:
    """The keys that write these counts, one under the other."""
    return [key for count in hands for key in (*str(count), "down")]
