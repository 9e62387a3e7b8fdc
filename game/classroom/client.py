"""The client: a cockpit in another terminal, at the other end of the presenter's wire."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import aiohttp
import msgspec
from aiohttp import WSMsgType, hdrs

from game.classroom.cockpit import WRONG
from game.classroom.desk import Desk
from game.classroom.remote import AnyPress
from game.classroom.stand import Stand

PATIENCE: Final = 3.0
HEARTBEAT: Final = 10.0


class StandSaid(msgspec.Struct, frozen=True, tag_field="is", tag="stand"):
    """How the class stands."""

    stand: Stand


class No(msgspec.Struct, frozen=True, tag_field="is", tag="no"):
    """Why something cannot be done."""

    why: str


class Over(msgspec.Struct, frozen=True, tag_field="is", tag="over"):
    """The class is over, and this is told."""

    told: str


_DECODER: Final = msgspec.json.Decoder(StandSaid | No | Over)


class Client:
    """Talks with one class, the one at a ``desk``.

    ``heard`` is called with every stand, ``told`` with whatever is to be said to the presenter.
    """

    def __init__(self, desk: Desk, heard: Callable[[Stand], None], told: Callable[[str], None]) -> None:
        self._desk = desk
        self._heard = heard
        self._told = told
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self.last_word = ""
        """What it told when it was over."""

    async def talk(self) -> None:
        """Listen until the class goes away, or where it cannot be reached."""
        with suppress(aiohttp.ClientError, OSError, TimeoutError, msgspec.MsgspecError):
            async with aiohttp.ClientSession() as session:
                await self._listen(session, f"http://127.0.0.1:{self._desk.port}")

    async def _listen(self, session: aiohttp.ClientSession, base: str) -> None:
        connecting = session.ws_connect(f"{base}/cockpit/ws", headers={hdrs.ORIGIN: base}, heartbeat=HEARTBEAT)
        async with asyncio.timeout(PATIENCE):
            socket = await connecting
        async with socket:
            await socket.send_str(msgspec.json.encode({"do": "open", "secret": self._desk.secret}).decode())
            self._socket = socket
            self._told("")
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._take_in(message.data)
        if socket.close_code == WRONG:
            self._told("The class at this port is another one.")

    def _take_in(self, text: str) -> None:
        match _DECODER.decode(text):
            case StandSaid(stand):
                self._heard(stand)
            case No(why):
                self._told(why)
            case Over(told):
                self.last_word = told

    async def press(self, press: AnyPress) -> None:
        """Press a button; nothing happens while the class is away."""
        if self._socket is not None and not self._socket.closed:
            with suppress(ConnectionError):
                await self._socket.send_str(msgspec.json.encode(press).decode())
