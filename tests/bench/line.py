"""A phone's line, as lean as can be: thousands of them live in one process, beside what they measure.

It is a websocket (RFC 6455) without extensions, spoken to our own servers on this machine alone. Its mask is all
zeros, which is a mask like any other and changes nothing.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import AbstractAsyncContextManager
from typing import Any, Final, cast

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
_FINAL: Final = 0x80
_MASKED: Final = 0x80
_NO_MASK: Final = bytes(4)
_ASK: Final = (
    "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\nOrigin: http://127.0.0.1:{0}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2l4dGVlbiBieXRlcy4uLg==\r\n\r\n"
)


class Line(asyncio.Protocol):
    """One line. Whatever it is asked for once it is gone raises ``ConnectionError``."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._got = b""
        self._open = False
        self._texts: deque[bytes] = deque()
        self._news: asyncio.Future[None] | None = None
        self._gone = False

    @classmethod
    async def to(cls, port: int, turn: AbstractAsyncContextManager[Any]) -> Line:
        """A line that is open. It waits for its ``turn`` before it is begun."""
        async with turn:
            _, line = await asyncio.get_running_loop().create_connection(cls, "127.0.0.1", port)
        try:
            line._transport_now().write(_ASK.format(port).encode())
            while not line._open:
                await line._wait()
        except BaseException:
            line.cut()
            raise
        return line

    def say(self, text: bytes) -> None:
        """Send a text of at most 65,535 bytes."""
        self._frame(TEXT, text)

    async def hear(self) -> bytes:
        """The next text."""
        while not self._texts:
            await self._wait()
        return self._texts.popleft()

    def cut(self) -> None:
        """Lose it, as a phone does that is out of reach: without a word."""
        if self._transport is not None:
            self._transport.abort()

    # what asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone = True
        self._wake()

    def data_received(self, data: bytes) -> None:
        self._got += data
        if not self._open:
            head, end, rest = self._got.partition(b"\r\n\r\n")
            if not end:
                return
            if not head.startswith(b"HTTP/1.1 101 "):
                self.cut()
                return
            self._open, self._got = True, rest
        while self._take_frame():
            pass
        self._wake()

    # within

    def _take_frame(self) -> bool:
        got = self._got
        if len(got) < 2:
            return False
        kind, length, begin = got[0] & 0x0F, got[1] & 0x7F, 2
        if length > 125:
            begin += 2 if length == 126 else 8
            if len(got) < begin:
                return False
            length = int.from_bytes(got[2:begin])
        if len(got) < begin + length:
            return False
        words, self._got = got[begin : begin + length], got[begin + length :]
        if kind == TEXT:
            self._texts.append(words)
        elif kind == PING:
            self._frame(PONG, words)
        elif kind == CLOSE:
            self.cut()
        return True

    def _frame(self, kind: int, words: bytes) -> None:
        long = len(words) > 125
        length = bytes([_MASKED | 126]) + len(words).to_bytes(2) if long else bytes([_MASKED | len(words)])
        self._transport_now().write(bytes([_FINAL | kind]) + length + _NO_MASK + words)

    def _transport_now(self) -> asyncio.Transport:
        if self._gone or self._transport is None:
            raise ConnectionResetError("The line is gone.")
        return self._transport

    async def _wait(self) -> None:
        if self._gone:
            raise ConnectionResetError("The line is gone.")
        self._news = asyncio.get_running_loop().create_future()
        await self._news

    def _wake(self) -> None:
        if self._news is not None and not self._news.done():
            self._news.set_result(None)
