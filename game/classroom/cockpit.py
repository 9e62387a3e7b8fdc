"""The cockpit's side of the wire: whoever knows the class's secret sees how it stands, and holds the remote.

The first message is ``{"do": "open", "secret": …}``; every later one a press of :mod:`game.classroom.remote`. It
hears ``{"is": "stand", "at": …, "stand": …}`` whenever that changes, every second or so, and
``{"is": "no", "why": …}``. ``at`` is what the class's clock shows, in seconds since the epoch. When the class is
over it may hear ``{"is": "over", "told": …}``, and the line is closed as going away (1001).
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import monotonic, time
from typing import Final

import msgspec
from aiohttp import WSCloseCode, WSMsgType, web

from game.classroom.budget import Budget
from game.classroom.remote import DECODER, Remote
from game.classroom.stand import Stand
from game.classroom.store import StoreGone

LONGEST: Final = 4096
FIRST_WORD: Final = 5.0
"""Seconds in which the secret has to be said."""
LOOK: Final = 0.1
"""Seconds between two looks at how the class stands."""
REST: Final = 1
"""How much longer than a look the rest after it lasts, where the class is so large that a look takes long."""
AT_ONCE: Final = 30
A_SECOND: Final = 10
HEARTBEAT: Final = 20.0
WRONG: Final = 4403
"""The code under which a connection is closed that does not know the secret."""


class Opening(msgspec.Struct, frozen=True, tag_field="do", tag="open"):
    """The first message."""

    secret: str


class Cockpit:
    """All cockpits of a class. ``stand`` tells how it stands."""

    def __init__(self, remote: Remote, secret: str, stand: Callable[[], Awaitable[Stand]]) -> None:
        self._remote = remote
        self._secret = secret
        self._stand = stand
        self.last_word = ""
        """What is told when the class is over."""

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Talk with one cockpit until it goes."""
        socket = web.WebSocketResponse(max_msg_size=LONGEST, heartbeat=HEARTBEAT, compress=False)
        await socket.prepare(request)
        if not await self._is_presenter(socket):
            await socket.close(code=WRONG, message=b"The secret is wrong.")
            return socket
        telling = asyncio.create_task(self._tell(socket))
        try:
            await self._listen(socket)
        except asyncio.CancelledError:
            if self.last_word:
                with suppress(ConnectionError):
                    await socket.send_json({"is": "over", "told": self.last_word})
            await socket.close(code=WSCloseCode.GOING_AWAY)
            raise
        finally:
            telling.cancel()
            with suppress(asyncio.CancelledError, ConnectionError):
                await telling
            await socket.close()
        return socket

    async def _is_presenter(self, socket: web.WebSocketResponse) -> bool:
        try:
            message = await socket.receive(FIRST_WORD)
            opening = msgspec.json.decode(message.data, type=Opening)
        except (TimeoutError, TypeError, msgspec.MsgspecError, UnicodeError, RecursionError):
            return False
        return hmac.compare_digest(opening.secret.encode(), self._secret.encode())

    async def _listen(self, socket: web.WebSocketResponse) -> None:
        budget = Budget(AT_ONCE, A_SECOND)
        async for message in socket:
            if message.type is not WSMsgType.TEXT or not budget.spend():
                return
            try:
                press = DECODER.decode(message.data)
            except (msgspec.MsgspecError, RecursionError, UnicodeError):
                why = "This cockpit and the class do not understand each other. Load it again."
            else:
                why = await self._remote.press(press)
            if why:
                await socket.send_json({"is": "no", "why": why})

    async def _told(self) -> str:
        try:
            stand = msgspec.json.encode(await self._stand())
        except StoreGone as gone:
            return msgspec.json.encode({"is": "no", "why": str(gone)}).decode()
        return f'{{"is":"stand","stand":{stand.decode()}}}'

    async def _tell(self, socket: web.WebSocketResponse) -> None:
        last = ""
        while not socket.closed:
            began = monotonic()
            said = await self._told()
            if said != last:
                last = said
                await socket.send_str(f'{{{said[1:-1]},"at":{time():.3f}}}')
            await asyncio.sleep(max(LOOK, (monotonic() - began) * REST))
