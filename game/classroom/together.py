"""Together: what a whole hall asks of a Redis within a moment travels in one packet, there and back.

While an answer is under way, further questions wait and leave with the next packet. So one voice alone is answered
at once, and thousands that come back in the same second cost a handful of round trips.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from hashlib import sha1
from typing import Any, Final, NamedTuple

from redis.asyncio import Redis
from redis.exceptions import NoScriptError

MOST: Final = 500
"""Questions in one packet. A Redis answers so many within milliseconds."""

Word = str | bytes | int


class Script:
    """A script that Redis runs whole. It is known there by its name once it has been sent in full."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.name = sha1(text.encode(), usedforsecurity=False).hexdigest()


class _Asked(NamedTuple):
    words: tuple[Word, ...]
    answer: asyncio.Future[Any]


class Together:
    """Asks for everybody in this process. Raises whatever Redis or the line to it raises."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._waiting: deque[_Asked] = deque()
        self._carrying: asyncio.Task[None] | None = None

    async def ask(self, *words: Word) -> Any:
        """Give one command; its answer as Redis gives it."""
        asked = _Asked(words, asyncio.get_running_loop().create_future())
        self._waiting.append(asked)
        if self._carrying is None or self._carrying.done():
            self._carrying = asyncio.create_task(self._carry())
        return await asked.answer

    async def run(self, script: Script, keys: Sequence[str], words: Sequence[Word]) -> Any:
        """Run a script."""
        rest = (len(keys), *keys, *words)
        try:
            return await self.ask("EVALSHA", script.name, *rest)
        except NoScriptError:
            return await self.ask("EVAL", script.text, *rest)

    async def _carry(self) -> None:
        """Bring packets until nobody waits."""
        while self._waiting:
            packet = [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]
            try:
                answers = await self._brought(packet)
            except Exception as trouble:
                answers = [trouble] * len(packet)
            for asked, answer in zip(packet, answers, strict=True):
                if asked.answer.done():  # whoever asked has gone
                    continue
                if isinstance(answer, Exception):
                    asked.answer.set_exception(answer)
                else:
                    asked.answer.set_result(answer)

    async def _brought(self, packet: Sequence[_Asked]) -> list[Any]:
        async with self._redis.pipeline(transaction=False) as pipe:
            for asked in packet:
                pipe.execute_command(*asked.words)
            return await pipe.execute(raise_on_error=False)
