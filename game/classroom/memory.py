"""A store in memory: one process serves the room, and what it knows is gone with it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

from game.classroom.board import Board
from game.classroom.store import Back, Counted, Glance, Sat, Seat


class MemoryStore:
    """See :class:`game.classroom.store.Store`."""

    def __init__(self) -> None:
        self._board = Board()
        self._changed = asyncio.Condition()
        self._seats: dict[str, Seat] = {}
        self._names: set[str] = set()
        self._removed: set[str] = set()
        self._open = ""
        self._votes: dict[str, dict[str, bytes]] = {}

    async def board(self) -> Board:
        return self._board

    async def put(self, board: Board) -> None:
        async with self._changed:
            self._board = board
            self._changed.notify_all()

    async def boards(self) -> AsyncIterator[Board]:
        seen = -1
        while True:
            async with self._changed:
                await self._changed.wait_for(lambda: self._board.number != seen)  # noqa: B023 - waited for here
                board = self._board
            seen = board.number
            yield board

    async def sit(self, seat: Seat, most: int) -> Sat:
        if seat.id in self._removed:
            return Sat.REMOVED
        if seat.id in self._seats:
            return Sat.SEATED
        if len(self._seats) >= most:
            return Sat.FULL
        if seat.name in self._names:
            return Sat.NAMED
        self._seats[seat.id] = seat
        self._names.add(seat.name)
        return Sat.SEATED

    async def back(self, seat: Seat, most: int, round: str) -> Back:
        return Back(await self.sit(seat, most), self._votes.get(round, {}).get(seat.id))

    async def seat(self, seat: str) -> Seat | None:
        return self._seats.get(seat)

    async def seats(self, last: int = 100) -> list[Seat]:
        return list(self._seats.values())[-last:]

    async def remove(self, seat: str) -> None:
        self._removed.add(seat)
        gone = self._seats.pop(seat, None)
        if gone is not None:
            self._names.discard(gone.name)
        for votes in self._votes.values():
            votes.pop(seat, None)

    async def vote(self, round: str, seat: str, vote: bytes) -> bool:
        if not round or round != self._open or seat not in self._seats:
            return False
        self._votes[round][seat] = vote
        return True

    async def open(self, round: str) -> None:
        self._open = round
        self._votes[round] = {}

    async def shut(self) -> None:
        self._open = ""

    async def votes(self, round: str) -> dict[str, bytes]:
        return dict(self._votes.get(round, {}))

    async def counted(self) -> Counted:
        return Counted(len(self._seats), len(self._votes.get(self._open, {})))

    async def glance(self, last: int = 100) -> Glance:
        tally = Counter(self._votes.get(self._open, {}).values())
        return Glance(self._open, await self.counted(), await self.seats(last), tally)

    async def close(self) -> None:
        for kept in (self._seats, self._names, self._removed, self._votes):
            kept.clear()
        self._open = ""
