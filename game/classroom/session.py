"""The session: one class as the front of the room holds it, with phones or with hands."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from game.classroom import results
from game.classroom.conductor import Conductor
from game.classroom.hands import hands_for, raise_hands
from game.classroom.memory import MemoryStore
from game.classroom.notes import Noted, unprepared
from game.classroom.opening import Opening
from game.classroom.poll import Step
from game.classroom.remote import AnyPress, Ask, Remote
from game.classroom.results import Earlier, NoResults, Taken
from game.classroom.slate import Slate
from game.classroom.store import Store, StoreGone
from game.classroom.tasks import ended
from game.errors import ForPeople

if TYPE_CHECKING:
    from game.classroom.room import Room


class Session:
    """A class. ``room`` is None where hands are raised; what is served is imported only where there are phones."""

    def __init__(
        self,
        opening: Opening,
        folder: Path,
        *,
        seats: int,
        notes: Noted = unprepared,
        earlier: Earlier | None = None,
    ) -> None:
        desk = opening.desk
        store: Store = MemoryStore()
        hall = None
        if desk is not None and desk.store:
            from game.classroom.hall import HALL, HallStore  # noqa: PLC0415 - few classes have a Redis

            store = hall = HallStore(desk.store, HALL)
        self.again = opening.again
        self.earlier = earlier or Earlier()
        self.conductor = Conductor(
            opening.run,
            store,
            notes=notes,
            left=desk.asking if desk else None,
            locked=bool(desk and desk.locked),
            taken=desk.taken if desk else {},
            jumped=bool(desk and desk.jumped),
            by_hand=desk is None,
        )
        self.room: Room | None = None
        if desk is not None:
            from game.classroom.room import Room  # noqa: PLC0415 - it brings the web server along

            lead = None
            if hall is not None:
                from game.classroom.lead import Lead  # noqa: PLC0415

                lead = Lead(hall)
            self.room = Room(self.conductor, store, desk, folder, most=seats, lead=lead)
        self._slate = Slate(self.conductor, folder) if desk is None else None
        self._writing: asyncio.Task[None] | None = None
        self.remote = self.room.remote if self.room else Remote(self.conductor)
        self._asked = desk.asking if desk and desk.asking and desk.asking.open else None
        self._home = folder
        self._stems: dict[str, Path] = {}
        self._opened = False

    @property
    def solo(self) -> bool:
        """Whether hands are raised."""
        return self.room is None

    async def open(self) -> None:
        """Begin. A round that was lost is asked again. Raises ``ForPeople`` when it cannot be served."""
        self._opened = True
        if self.room is None:
            await self.conductor.begin()
        else:
            await self.room.open()
        if self._slate is not None:
            self._writing = asyncio.create_task(self._slate.keep())
        poll, asked = self.conductor.view.poll, self._asked
        if asked and poll is not None and poll.question.id == asked.question and poll.step is Step.READY:
            await self.press(Ask())

    async def press(self, press: AnyPress) -> str:
        """Press a button. Returns why that cannot be, in words; empty when it is done."""
        return await self.remote.press(press)

    async def raised(self, counts: Sequence[int]) -> None:
        """So many hands were up for each thing that there is to raise hands for, sureness last."""
        poll, board = self.conductor.view.poll, self.conductor.view.board
        if poll is not None and poll.open:
            hands = hands_for(poll.form)
            answers, sure = counts[: len(hands)], counts[len(hands) :]
            await raise_hands(self.conductor.store, board.round, hands, answers, sure)

    def keep(self) -> str:
        """Keep what a restart would need. Returns why that cannot be done, if it cannot."""
        try:
            if self.room is not None:
                self.room.keep()
        except ForPeople as trouble:
            return str(trouble)
        return ""

    async def _said(self) -> list[Taken]:
        """The results, and the votes so far on what is put to the room just now."""
        conductor = self.conductor
        poll = conductor.view.poll
        if poll is not None and poll.open:
            with suppress(StoreGone):
                votes = await conductor.store.votes(conductor.view.board.round)
                poll = poll.shut(tuple(map(msgspec.json.decode, votes.values())))
        if poll is None or not poll.rounds:
            return conductor.results
        return [*conductor.results, Taken(poll.question.id, poll.question.text, poll.results())]

    async def write(self, folder: Path) -> str:
        """Write the results so far into a folder, or beside the plays where that takes nothing.

        Returns where they are, in a sentence; nothing where nobody has voted. What this class has written before
        is written anew; what others have is left alone. Raises ``NoResults``.
        """
        said = await self._said()
        if not results.voted(said):
            return ""
        run, today = self.conductor.run, dt.date.today()
        try:
            stem = self._stems.get(run.name) or results.free(run, folder)
            table, page = results.write(run, said, stem, today)
        except NoResults:
            stem = results.free(run, self._home)
            table, page = results.write(run, said, stem, today)
        self._stems[run.name] = stem
        return f"What the room said is in {table} and, on one page, in {page}."

    async def close(self, told: str = "") -> None:
        """The class is over. What is ``told`` is for the cockpits."""
        if self._slate is not None and self._writing is not None:
            await ended(self._writing)
            self._slate.clear()
        if self.room is not None and self._opened:
            await self.room.close(told)
