"""The hub: brings every board to everybody who is connected, each encoded once, the newest always first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Final

import msgspec

from game.classroom.board import Board
from game.classroom.store import Store, StoreGone

RETRY: Final = 0.5
"""Seconds between two tries to reach a store that is gone."""
AGAIN: Final = 15.0
"""Seconds after which a board that still stands is brought once more."""


class Hub:
    """Follows a store's boards for all connections of this process."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.board = Board()
        self.text = msgspec.json.encode(self.board).decode()
        self._next = asyncio.Event()
        self._gone = ""

    async def follow(self) -> None:
        """Take in boards until cancelled. A store that is gone is tried again until it is there."""
        while True:
            try:
                async for board in self.store.boards():
                    self._take_in(board)
            except StoreGone as gone:
                self._gone = str(gone)
                self._wake()
                await asyncio.sleep(RETRY)

    def _take_in(self, board: Board) -> None:
        self.board, self._gone = board, ""
        self.text = msgspec.json.encode(board).decode()
        self._wake()

    def _wake(self) -> None:
        arrived, self._next = self._next, asyncio.Event()
        arrived.set()

    async def boards(self) -> AsyncIterator[tuple[Board, str]]:
        """The standing board and its JSON, and every later one. Who is slow misses those in between.

        A board that still stands comes again now and then. Raises ``StoreGone`` while the store is.
        """
        while True:
            following = self._next
            if self._gone:
                raise StoreGone(self._gone)
            yield self.board, self.text
            with suppress(TimeoutError):
                async with asyncio.timeout(AGAIN):
                    await following.wait()
