"""The lead: what whoever leads a class does in a store that other processes share.

It hangs out a sign with all that they need to let people in, again and again: a sign that nobody renews is gone
within half a minute. And when the store comes back without what was in it, it puts that up again.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from game.classroom.desk import Desk, NoClass
from game.classroom.hall import HallStore, Sign
from game.classroom.store import StoreGone
from game.classroom.tasks import ended

LOOK: Final = 2.0
"""Seconds between two looks at whether the store still has everything."""


class Lead:
    """Leads one class in a hall."""

    def __init__(self, hall: HallStore) -> None:
        self._hall = hall
        self._keeping: asyncio.Task[None] | None = None

    async def claim(self, key: bytes) -> None:
        """Take the store for the class with this key, and go on with what it has left there.

        Raises ``NoClass`` while another class is led there, and ``StoreGone``.
        """
        sign = await self._hall.sign()
        if sign is not None and sign.key != key:
            raise NoClass(
                f"Another class is led in this Redis, at {sign.front}. Give this one a database of its own: "
                "--store redis://HOST/1. If that class was broken off, wait half a minute."
            )
        await self._hall.belong(hmac.digest(key, b"class", "sha256").hex())

    def begin(self, desk: Desk, most: int, front: str, mend: Callable[[], Awaitable[None]]) -> None:
        """Hang the sign out from now on, and ``mend`` what the store may have lost."""
        sign = Sign(code=desk.code, key=desk.key, most=most, front=front)
        self._keeping = asyncio.create_task(self._keep(sign, mend))

    async def end(self) -> None:
        """Let the sign hang no longer than it does."""
        if self._keeping is not None:
            await ended(self._keeping)

    async def leave(self) -> None:
        """Let go of the store."""
        await self._hall.leave()

    async def _keep(self, sign: Sign, mend: Callable[[], Awaitable[None]]) -> None:
        while True:
            with suppress(StoreGone):
                await self._hall.hang(sign)
                await mend()
            await asyncio.sleep(LOOK)
