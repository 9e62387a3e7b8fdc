"""Servers in processes of their own: started, told words, and ended."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any


class Process:
    """A server in a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self._process = process
        self.port = port

    async def asked(self, word: str) -> Any:
        """Tell it a word, and hear what it says."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n".encode())
        await self._process.stdin.drain()
        return await _line(self._process)


async def _line(process: asyncio.subprocess.Process) -> Any:
    assert process.stdout is not None
    return json.loads(await process.stdout.readline())


@asynccontextmanager
async def serving(*words: str) -> AsyncIterator[Process]:
    """A server until it is not needed any more."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.room_server",
        *words,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**24,
    )
    try:
        yield Process(process, (await _line(process))["port"])
    finally:
        process.kill()
        await process.wait()


async def worked(processes: Sequence[Process]) -> float:
    """Seconds that all of them have had a core to themselves."""
    return float(sum([(await each.asked("cpu"))["cpu"] for each in processes]))


async def held(processes: Sequence[Process]) -> int:
    """Bytes that all of them hold in memory."""
    return int(sum([(await each.asked("memory"))["memory"] for each in processes]))
