"""The client: a cockpit in another terminal, at the other end of the presenter's wire."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import aiohttp
import msgspec
from aiohttp import WSMsgType, hdrs

from game.classroom import desk as desks
from game.classroom.cockpit import WRONG
from game.classroom.remote import AnyPress
from game.classroom.stand import Stand

PAUSE: Final = 0.5
"""Seconds between two tries to reach the class."""
PATIENCE: Final = 3.0
HEARTBEAT: Final = 10.0
NO_CLASS: Final = "No class is under way any more. This screen waits for the next one; q leaves it."
AWAY: Final = "The class cannot be reached. It is tried again until it is there."


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
    """Follows the class of a desk, and reaches it again whenever it has been away.

    ``heard`` is called with every stand, ``told`` with whatever is to be said to the presenter.
    """

    def __init__(self, folder: Path, heard: Callable[[Stand], None], told: Callable[[str], None]) -> None:
        self._folder = folder
        self._heard = heard
        self._told = told
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._last_word = ""

    async def follow(self) -> None:
        """Follow until cancelled. The desk is read anew each time: a class that began again may be elsewhere."""
        async with aiohttp.ClientSession() as session:
            while True:
                desk = desks.read(self._folder)
                if desk is None:
                    self._told(self._ended())
                else:
                    with suppress(aiohttp.ClientError, OSError, TimeoutError, msgspec.MsgspecError):
                        await self._talk(session, f"http://127.0.0.1:{desk.port}", desk.secret)
                    self._told(AWAY if desks.read(self._folder) else self._ended())
                self._socket = None
                await asyncio.sleep(PAUSE)

    def _ended(self) -> str:
        return f"{self._last_word} {NO_CLASS}".strip()

    async def _talk(self, session: aiohttp.ClientSession, base: str, secret: str) -> None:
        """Listen until the class goes away."""
        connecting = session.ws_connect(f"{base}/cockpit/ws", headers={hdrs.ORIGIN: base}, heartbeat=HEARTBEAT)
        async with asyncio.timeout(PATIENCE):
            socket = await connecting
        async with socket:
            await socket.send_str(msgspec.json.encode({"do": "open", "secret": secret}).decode())
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
                self._last_word = told

    async def press(self, press: AnyPress) -> None:
        """Press a button; nothing happens while the class is away."""
        if self._socket is not None and not self._socket.closed:
            with suppress(ConnectionError):
                await self._socket.send_str(msgspec.json.encode(press).decode())
